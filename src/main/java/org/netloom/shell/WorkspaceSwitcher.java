package org.netloom.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.UUID;
import org.netloom.workspace.Workspaces;
import org.netloom.workspace.ui.NewWorkspaceDialog;

/** Says which workspace one is in, and leads to the others. */
final class WorkspaceSwitcher extends Div {

    private static final int MOST_LISTED = 12;

    private final transient Workspaces workspaces;
    private final Button button = new Button();
    private final ContextMenu menu = new ContextMenu(button);

    WorkspaceSwitcher(Workspaces workspaces) {
        this.workspaces = workspaces;
        addClassName("netloom-switcher");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Icon arrow = new Icon("vaadin:chevron-down-small");
        arrow.getElement().setAttribute("aria-hidden", "true");
        button.setSuffixComponent(arrow);
        button.getElement().setAttribute("aria-haspopup", "menu");
        menu.setOpenOnClick(true);
        add(button);
    }

    void show(Workspaces.Workspace current) {
        button.setText(current.name());
        button.setTooltipText(current.archived() ? getTranslation("workspaces.read-only") : "");
        button.setAriaLabel(getTranslation("workspaces.switch", current.name()));
        menu.removeAll();
        List<Workspaces.Workspace> mine = workspaces.mine();
        mine.stream().limit(MOST_LISTED).forEach(each -> item(each, current.id()));
        menu.addSeparator();
        menu.addItem(getTranslation("workspaces.settings"), click -> go("workspaces/" + current.id() + "/settings"));
        menu.addItem(getTranslation("workspaces.all"), click -> go("workspaces"));
        menu.addItem(getTranslation("workspaces.new.item"), click -> new NewWorkspaceDialog(workspaces).open());
    }

    private void item(Workspaces.Workspace workspace, UUID current) {
        Div words = new Div(new Span(workspace.name()));
        words.addClassName("netloom-switcher-item");
        String note = workspace.personal()
                ? getTranslation("workspaces.personal.short")
                : workspace.archived() ? getTranslation("workspaces.archived.short") : "";
        if (!note.isEmpty()) {
            Span soft = new Span(note);
            soft.addClassName("netloom-soft");
            words.add(soft);
        }
        MenuItem item = menu.addItem(words, click -> go("workspaces/" + workspace.id()));
        item.setCheckable(true);
        item.setChecked(workspace.id().equals(current));
    }

    private void go(String address) {
        getUI().ifPresent(page -> page.navigate(address));
    }
}
