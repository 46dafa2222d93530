package org.netloom.training.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Run;
import org.netloom.training.RunOverview;
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.training.store.RunGlimpses;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;
import org.springframework.beans.factory.ObjectProvider;

/** One run: what it is doing, its curves, and what came out. The curves and the progress follow the run by themselves. */
@Route("runs/:run")
@Needs(Action.SEE)
@PermitAll
@CssImport("./theme/runs.css")
class RunView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Runs runs;
    private final transient RunOverview overview;
    private final transient Access access;
    private final transient RunReport.Sources sources;
    private final transient ObjectProvider<RunAddition> additions;
    private final Div state = new Div();
    private final RunControls controls;
    private String title = "";
    private @Nullable RunReport report;

    RunView(Access access, RunReport.Sources sources, ObjectProvider<RunAddition> additions) {
        this.runs = sources.runs();
        this.overview = sources.overview();
        this.access = access;
        this.sources = sources;
        this.additions = additions;
        this.controls = new RunControls(runs, this::steered);
        addClassNames("netloom-page", "netloom-run");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Run run = event.getRouteParameters()
                .get("run")
                .flatMap(RunView::id)
                .map(runs::get)
                .orElseThrow(NotFoundException::new);
        removeAll();
        build(run);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void build(Run run) {
        RunGlimpses.Origin origin = overview.origin(run);
        title = getTranslation("run.page", run.name(), origin.projectName());
        RunReport shown = new RunReport(sources, run, Entry.MEMBER, this::show);
        report = shown;
        add(head(run, origin), shown);
        add(additions.stream().flatMap(each -> each.panels(run).stream()).toList());
    }

    private Div head(Run run, RunGlimpses.Origin origin) {
        Anchor project = new Anchor("projects/" + run.project(), origin.projectName());
        project.addClassName("netloom-parent");
        Div name = new Div(new H1(run.name()), state);
        name.addClassName("netloom-run-name");
        Div words = new Div(project, name);
        Svg picture = new Svg(NetworkPicture.svg(
                run.snapshot().design(),
                sources.layers(),
                getTranslation("run.picture", run.snapshot().design().layers().size())));
        picture.addClassName("netloom-run-picture");
        Div head = new Div(words, picture, controls);
        head.add(additions.stream().flatMap(each -> each.head(run).stream()).toList());
        head.addClassName("netloom-run-head");
        return head;
    }

    private void steered(Run run) {
        RunReport shown = report;
        if (shown != null) {
            shown.show(run);
        }
    }

    private void show(Run run) {
        state.removeAll();
        if (run.state().kind() == RunState.Kind.FAILED) {
            state.add(new StateBadge(RunState.Kind.FAILED));
        }
        controls.show(run, access.allows(Place.run(run.workspace(), run.project(), run.id()), Action.TRAIN));
    }
}
