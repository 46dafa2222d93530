package org.netloom.training.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Target;
import org.netloom.design.Result;
import org.netloom.format.Json;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.layers.Rivals;
import org.netloom.templates.Templates;
import org.netloom.training.EvaluationJson;
import org.netloom.training.Member;
import org.netloom.training.PlanForm;
import org.netloom.training.Run;
import org.netloom.training.RunCurves;
import org.netloom.training.RunOverview;
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.training.store.RunGlimpses;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;

/** One run: what it is doing, its curves, and what came out. The curves and the progress follow the run by themselves. */
@Route("runs/:run")
@Needs(Action.SEE)
@PermitAll
@CssImport("./theme/runs.css")
class RunView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final double SMOOTHING = 0.6;

    private final transient Runs runs;
    private final transient RunOverview overview;
    private final transient RunCurves curves;
    private final transient Access access;
    private final transient DatasetCatalog datasets;
    private final transient LayerCatalog layers;
    private final Div state = new Div();
    private final Section live = new Section();
    private final RunControls controls;
    private final Div outcome = new Div();
    private final Div charts = new Div();
    private final Div results = new Div();
    private String title = "";
    private RunState.@Nullable Kind shown;

    RunView(
            Runs runs,
            RunOverview overview,
            RunCurves curves,
            Access access,
            DatasetCatalog datasets,
            LayerCatalog layers) {
        this.runs = runs;
        this.overview = overview;
        this.curves = curves;
        this.access = access;
        this.datasets = datasets;
        this.layers = layers;
        this.controls = new RunControls(runs, this::show);
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
        show(run);
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
        RunProgress progress = new RunProgress();
        progress.setRun(run.id());
        progress.onStateChange(kind -> {
            if (kind != shown) {
                show(runs.get(run.id()));
            }
        });
        live.removeAll();
        live.add(progress);
        live.addClassNames("netloom-panel", "netloom-live");
        chart(run);
        add(head(run, origin), live, outcome, charts);
        if (isAdversarial(run)) {
            RunSamples samples = new RunSamples(run.id());
            samples.addClassNames("netloom-panel", "netloom-samples");
            add(samples);
        }
        add(results);
    }

    private Div head(Run run, RunGlimpses.Origin origin) {
        Anchor project = new Anchor("projects/" + run.project(), origin.projectName());
        project.addClassName("netloom-parent");
        Div name = new Div(new H1(run.name()), state);
        name.addClassName("netloom-run-name");
        Div words = new Div(project, name);
        Svg picture = new Svg(NetworkPicture.svg(
                run.snapshot().design(),
                layers,
                getTranslation("run.picture", run.snapshot().design().layers().size())));
        picture.addClassName("netloom-run-picture");
        Div head = new Div(words, picture, controls);
        head.addClassName("netloom-run-head");
        return head;
    }

    private void chart(Run run) {
        charts.removeAll();
        charts.addClassNames("netloom-columns", "netloom-charts");
        if (isAdversarial(run)) {
            charts.add(chart(run, LiveChart.Group.RIVALS, "run.chart.rivals"));
            charts.add(chart(run, LiveChart.Group.FOOLED, "run.chart.fooled"));
            return;
        }
        charts.add(chart(run, LiveChart.Group.LOSS, "run.chart.loss"));
        if (hasAccuracy(run)) {
            charts.add(chart(run, LiveChart.Group.ACCURACY, "run.chart.accuracy"));
        }
    }

    private Section chart(Run run, LiveChart.Group group, String title) {
        LiveChart chart = new LiveChart(group);
        chart.setRun(run.id());
        chart.setSmoothing(SMOOTHING);
        Section section = new Section(new H2(getTranslation(title)), chart);
        section.addClassNames("netloom-panel", "netloom-chart");
        return section;
    }

    /** Whether something in it learns classes; a network that only gives back its input does not. */
    private boolean hasAccuracy(Run run) {
        boolean classes = dataset(run)
                .map(DatasetInfo::target)
                .filter(target -> !(target instanceof Target.Numbers))
                .isPresent();
        return classes
                && network(run)
                        .filter(network -> network.nodes().stream()
                                .flatMap(node -> node.ops().stream())
                                .anyMatch(op -> op instanceof Op.Compare goal && goal.with() == Op.Compare.With.DATA))
                        .isPresent();
    }

    /** Whether two networks learn against each other. */
    private boolean isAdversarial(Run run) {
        return network(run).flatMap(Rivals::of).isPresent();
    }

    private Optional<Network> network(Run run) {
        return layers.lower(run.snapshot().design()) instanceof Result.Ok<Network>(Network network)
                ? Optional.of(network)
                : Optional.empty();
    }

    private void show(Run run) {
        RunState.Kind kind = run.state().kind();
        shown = kind;
        boolean failed = kind == RunState.Kind.FAILED;
        live.setVisible(!failed);
        charts.setVisible(!failed || run.progress().lastSequence() > 0);
        state.removeAll();
        if (failed) {
            state.add(new StateBadge(kind));
        }
        controls.show(run, access.allows(Place.run(run.workspace(), run.project(), run.id()), Action.TRAIN));
        outcome.removeAll();
        if (run.state() instanceof RunState.Failed(var reason)) {
            outcome.add(new FailurePanel(reason));
        }
        results.removeAll();
        if (kind.isFinal()) {
            evaluation(run);
        } else {
            expected(run).ifPresent(results::add);
        }
        List<Member.Standing> members = curves.members(run.id());
        if (!members.isEmpty()) {
            results.add(new MembersPanel(members));
        }
        if (run.outcome().model().isPresent() || run.outcome().proof().isPresent()) {
            results.add(new DownloadPanel(run));
            run.outcome()
                    .proof()
                    .map(proof -> Json.parseOwn(proof).path("weights"))
                    .filter(weights -> !weights.isEmpty())
                    .ifPresent(weights -> results.add(new WeightsPanel(weights)));
        }
        Section facts = new Section(
                new H2(getTranslation("run.facts")),
                new RunFacts(run, dataset(run).map(DatasetInfo::name).orElse("–"), curves.overfit(run.id())));
        facts.addClassName("netloom-panel");
        results.add(facts);
    }

    private void evaluation(Run run) {
        Div tiles = new Div();
        tiles.addClassName("netloom-tiles");
        run.outcome().trainLoss().ifPresent(loss -> tiles.add(Tile.loss(getTranslation("run.tile.train"), loss)));
        run.outcome()
                .validationLoss()
                .ifPresent(loss -> tiles.add(Tile.loss(getTranslation("run.tile.validation"), loss)));
        run.outcome()
                .validationAccuracy()
                .ifPresent(share -> tiles.add(Tile.share(getTranslation("run.tile.accuracy"), share)));
        run.outcome()
                .parameters()
                .ifPresent(count -> tiles.add(
                        new Tile(getTranslation("run.tile.parameters"), Figures.count(count), Figures.whole(count))));
        tiles.add(new Tile(
                getTranslation("run.tile.duration"),
                Figures.duration(run.progress().trainingSeconds()),
                ""));
        Section training = new Section(new H2(getTranslation("run.training")), tiles);
        training.addClassName("netloom-panel");
        Optional<ExpectedResult> expected = expected(run);
        run.outcome()
                .evaluation()
                .map(EvaluationJson::read)
                .ifPresentOrElse(
                        evaluation -> {
                            Section section = new Section(
                                    new H2(getTranslation("run.evaluation")), new EvaluationPanel(evaluation));
                            section.addClassName("netloom-panel");
                            expected.ifPresent(text -> section.addComponentAtIndex(1, text));
                            results.add(section);
                        },
                        () -> expected.ifPresent(results::add));
        results.add(training);
    }

    private Optional<ExpectedResult> expected(Run run) {
        return overview.origin(run)
                .template()
                .flatMap(Templates::find)
                .map(template -> new ExpectedResult(template, run.snapshot()));
    }

    private Optional<DatasetInfo> dataset(Run run) {
        return datasets.find(PlanForm.settings(run.snapshot().plan()).choice("dataset"));
    }
}
