package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.editor.Project;
import org.netloom.editor.ProjectCare;
import org.netloom.editor.Projects;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Run;
import org.netloom.training.RunOverview;
import org.netloom.training.ui.Notices;
import org.netloom.training.ui.Pulse;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;

/** The projects of the workspace, the last touched first. */
@Route("")
@Menu(title = "shell.nav.home", order = 10, icon = "vaadin:home")
@Needs(Action.SEE)
@PermitAll
@CssImport("./theme/runs.css")
@CssImport("./theme/home.css")
class HomeView extends Main implements HasDynamicTitle {

    private static final Duration CALM = Duration.ofSeconds(3);

    private final transient Projects projects;
    private final transient ProjectCare care;
    private final transient RunOverview overview;
    private final transient LayerCatalog layers;
    private final UUID workspace;
    private final boolean editor;
    private final Button create = new Button();
    private final Div cards = new Div();
    private final Div empty = new Div();
    private Map<UUID, ProjectCard> shown = new LinkedHashMap<>();

    HomeView(
            Projects projects,
            ProjectCare care,
            RunOverview overview,
            LayerCatalog layers,
            Access access,
            Workspaces workspaces,
            Pulse pulse) {
        this.projects = projects;
        this.care = care;
        this.overview = overview;
        this.layers = layers;
        workspace = workspaces.current().id();
        editor = access.allows(workspace, Action.EDIT);
        addClassNames("netloom-page", "netloom-home");
        cards.addClassName("netloom-cards");
        empty.add(new EmptyHome(editor, layers, this::choose, this::create));
        add(head(), empty, cards);
        look();
        pulse.whileAttached(this, CALM, this::look);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.page");
    }

    private Div head() {
        create.setText(getTranslation("home.new"));
        create.setIcon(new Icon("vaadin:plus"));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickListener(click -> choose());
        Div head = new Div(new H1(getTranslation("home.title")), create);
        head.addClassName("netloom-page-head");
        return head;
    }

    /** Shows how things are now; a card in which nothing changed stays as it is. */
    private void look() {
        List<Project> now = projects.list(workspace);
        Map<UUID, Run> latest = overview.latest(workspace);
        Map<UUID, ProjectCard> next = new LinkedHashMap<>();
        now.forEach(project -> next.put(project.id(), card(project, Optional.ofNullable(latest.get(project.id())))));
        if (!List.copyOf(next.values()).equals(List.copyOf(shown.values()))) {
            arrange(next);
        }
        shown = next;
        empty.setVisible(now.isEmpty());
        cards.setVisible(!now.isEmpty());
        create.setVisible(editor && !now.isEmpty());
    }

    private void arrange(Map<UUID, ProjectCard> next) {
        shown.values().stream().filter(card -> !next.containsValue(card)).forEach(cards::remove);
        int place = 0;
        for (ProjectCard card : next.values()) {
            if (cards.getComponentCount() <= place || cards.getComponentAt(place) != card) {
                cards.addComponentAtIndex(place, card);
            }
            place++;
        }
    }

    private ProjectCard card(Project project, Optional<Run> latest) {
        ProjectCard before = shown.get(project.id());
        return before != null && before.shows(project, latest)
                ? before
                : new ProjectCard(
                        project,
                        latest,
                        latest.map(overview::lossCurve).orElse(List.of()),
                        layers,
                        editor ? Optional.of(new Gestures()) : Optional.empty());
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

    /** What can be done with a card. */
    private final class Gestures implements ProjectCard.Gestures {
        @Override
        public void rename(Project project, String name) {
            if (projects.rename(project.id(), name) instanceof Result.Refused<Project> refused) {
                Notices.refused(refused.problems());
            }
            look();
        }

        @Override
        public void delete(Project project) {
            care.delete(project.id());
            look();
            Notices.done(getTranslation("home.deleted", project.name()), getTranslation("home.undo"), () -> {
                care.restore(project.id());
                look();
            });
        }
    }
}
