package org.netloom.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;
import org.springframework.beans.factory.ObjectProvider;

/** What belongs to a workspace as a whole. Members see it, owners change it. */
@Route("settings")
@RouteAlias("workspaces/:workspace/settings")
@Menu(title = "shell.nav.settings", order = 70, icon = "vaadin:cog")
@Needs(Action.SEE)
@PermitAll
class WorkspaceSettingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Workspaces workspaces;
    private final transient ObjectProvider<SettingsPart> parts;
    private UUID id = new UUID(0, 0);
    private String name = "";

    WorkspaceSettingsView(Workspaces workspaces, ObjectProvider<SettingsPart> parts) {
        this.workspaces = workspaces;
        this.parts = parts;
        addClassNames("netloom-page", "netloom-settings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("workspace")
                .map(WorkspaceSettingsView::id)
                .orElseGet(() -> workspaces.current().id());
        show();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw AccessRefused.otherWorkspace();
        }
    }

    private void show() {
        Workspaces.Workspace workspace = workspaces.get(id);
        name = workspace.name();
        removeAll();
        Span eyebrow = new Span(getTranslation("settings.eyebrow"));
        eyebrow.addClassName("netloom-eyebrow");
        Div head = new Div(eyebrow, new H1(name));
        if (workspace.archived()) {
            Span archived = new Span(getTranslation("settings.archived"));
            archived.addClassName("netloom-tag");
            head.add(archived);
        }
        head.addClassName("netloom-settings-head");
        add(head);
        parts.orderedStream().forEach(part -> part.show(workspace, this::show).forEach(this::add));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.page", name);
    }
}
