package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.netloom.workspace.Open;
import org.netloom.workspace.WorkspaceCare;
import org.netloom.workspace.Workspaces;

/** All workspaces of the person, those included that can be brought back. */
@Route("workspaces")
@Open(to = Open.To.SIGNED_IN, because = "it lists only what the person is a member of")
@PermitAll
class WorkspacesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Workspaces workspaces;
    private final transient WorkspaceCare care;

    WorkspacesView(Workspaces workspaces, WorkspaceCare care) {
        this.workspaces = workspaces;
        this.care = care;
        addClassNames("netloom-page", "netloom-settings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Button make = new Button(
                getTranslation("workspaces.new"),
                new Icon("vaadin:plus"),
                click -> new NewWorkspaceDialog(workspaces).open());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("workspaces.title")), make);
        head.addClassName("netloom-page-head");
        add(head, mine());
        List<Workspaces.Deleted> deleted = care.deleted();
        if (!deleted.isEmpty()) {
            add(deleted(deleted));
        }
    }

    private SettingsSection mine() {
        SettingsSection section = new SettingsSection(getTranslation("workspaces.mine"), "");
        for (Workspaces.Workspace workspace : workspaces.mine()) {
            String role = getTranslation("role." + workspace.role().id());
            String detail = workspace.personal()
                    ? getTranslation("workspaces.personal", role)
                    : workspace.archived() ? getTranslation("workspaces.archived", role) : role;
            section.row(
                    workspace.name(),
                    detail,
                    link(
                            "workspaces/" + workspace.id() + "/settings",
                            getTranslation("workspaces.settings"),
                            "netloom-plain-action",
                            workspace),
                    link(
                            "workspaces/" + workspace.id(),
                            getTranslation("workspaces.open"),
                            "netloom-action",
                            workspace));
        }
        return section;
    }

    private Anchor link(String address, String text, String look, Workspaces.Workspace workspace) {
        Anchor link = new Anchor(address, text);
        link.addClassName(look);
        link.setAriaLabel(getTranslation("workspaces.action", text, workspace.name()));
        return link;
    }

    private SettingsSection deleted(List<Workspaces.Deleted> deleted) {
        SettingsSection section =
                new SettingsSection(getTranslation("workspaces.deleted"), getTranslation("workspaces.deleted.text"));
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .withZone(ZoneId.systemDefault());
        deleted.forEach(each -> section.row(
                each.name(),
                getTranslation("settings.gone", day.format(each.deletedAt()), day.format(each.gone())),
                restore(each)));
        return section;
    }

    private Button restore(Workspaces.Deleted deleted) {
        Button restore = new Button(getTranslation("settings.restore"), click -> {
            care.restore(deleted.id());
            getUI().ifPresent(page -> page.navigate("workspaces/" + deleted.id()));
            Notices.done(getTranslation("settings.restored", deleted.name()));
        });
        restore.setAriaLabel(getTranslation("settings.restore.of", deleted.name()));
        return restore;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workspaces.page");
    }
}
