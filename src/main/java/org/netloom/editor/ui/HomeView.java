package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.editor.Project;
import org.netloom.editor.ProjectCare;
import org.netloom.editor.ProjectMoving;
import org.netloom.editor.Projects;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.RunOverview;
import org.netloom.training.ui.Pulse;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;
import org.netloom.workspace.ui.Notices;

/** The projects of the workspace, the last touched first. */
@Route("")
@RouteAlias("workspaces/:workspace")
@Menu(title = "shell.nav.home", order = 10, icon = "vaadin:home")
@Needs(Action.SEE)
@PermitAll
@CssImport("./theme/runs.css")
@CssImport("./theme/home.css")
class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration CALM = Duration.ofSeconds(3);

    private final transient Projects projects;
    private final transient ProjectCare care;
    private final transient LayerCatalog layers;
    private final transient Access access;
    private final transient Workspaces workspaces;
    private UUID workspace = new UUID(0, 0);
    private String name = "";
    private boolean editor;
    private final Button create = new Button();
    private final ProjectCards cards;
    private final Div empty = new Div();
    private final Div away = new Div();

    HomeView(
            Projects projects,
            ProjectCare care,
            ProjectMoving moving,
            RunOverview overview,
            LayerCatalog layers,
            Access access,
            Workspaces workspaces,
            Pulse pulse) {
        this.projects = projects;
        this.care = care;
        this.layers = layers;
        this.access = access;
        this.workspaces = workspaces;
        CardDesk desk = new CardDesk(projects, care, moving, workspaces, access, this::look);
        this.cards = new ProjectCards(overview, layers, desk);
        addClassNames("netloom-page", "netloom-home");
        away.addClassName("netloom-away");
        create.setIcon(new Icon("vaadin:plus"));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickListener(click -> choose());
        pulse.whileAttached(this, CALM, this::look);
    }

    /** The address of a workspace has made it the current one by now; one that is not theirs has not, and is refused. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Workspaces.Workspace current = workspaces.current();
        if (event.getRouteParameters()
                .get("workspace")
                .filter(wanted -> !wanted.equals(current.id().toString()))
                .isPresent()) {
            throw AccessRefused.otherWorkspace();
        }
        workspace = current.id();
        name = current.name();
        editor = access.allows(workspace, Action.EDIT);
        removeAll();
        cards.clear();
        empty.removeAll();
        empty.add(new EmptyHome(editor, layers, this::choose, this::create));
        add(head(current), empty, cards, away);
        look();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.page");
    }

    private Div head(Workspaces.Workspace current) {
        create.setText(getTranslation("home.new"));
        Span eyebrow = new Span(name);
        eyebrow.addClassName("netloom-eyebrow");
        Div words = new Div(eyebrow, new H1(getTranslation("home.title")));
        if (current.archived()) {
            Span archived = new Span(getTranslation("home.read-only"));
            archived.addClassName("netloom-soft");
            words.add(archived);
        }
        Div head = new Div(words, create);
        head.addClassName("netloom-page-head");
        return head;
    }

    /** Shows how things are now. */
    private void look() {
        List<Project> now = projects.list(workspace);
        cards.show(now, workspace, editor);
        empty.setVisible(now.isEmpty());
        create.setVisible(editor && !now.isEmpty());
        showAway();
    }

    /** Where what is not in the list has gone. */
    private void showAway() {
        String address = "workspaces/" + workspace + "/settings";
        int archived = care.archived(workspace).size();
        int deleted = care.deleted(workspace).size();
        away.removeAll();
        if (archived > 0) {
            away.add(new Anchor(address, getTranslation("home.away.archived", archived)));
        }
        if (deleted > 0) {
            away.add(new Anchor(address, getTranslation("home.away.deleted", deleted)));
        }
    }

    private void choose() {
        new NewProjectDialog(layers, this::create).open();
    }

    /** @param template empty for a blank project */
    private void create(String template) {
        switch (projects.create(workspace, "", template)) {
            case Result.Ok<Project>(Project project) ->
                getUI().ifPresent(page -> page.navigate("projects/" + project.id()));
            case Result.Refused<Project> refused -> Notices.refused(refused.problems());
        }
    }
}
