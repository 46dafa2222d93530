package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

/** All there is to read about a run: progress, curves, results and how it was made. Follows the run by itself. */
public final class RunReport extends Div {

    private static final double SMOOTHING = 0.6;

    private final transient Sources sources;
    private final transient Consumer<Run> changed;
    private final Entry entry;
    private final Section live = new Section();
    private final Div outcome = new Div();
    private final Div charts = new Div();
    private final Div results = new Div();
    private RunState.@Nullable Kind shown;

    /** Where a report has its contents from. */
    @org.springframework.stereotype.Component
    public record Sources(
            Runs runs, RunOverview overview, RunCurves curves, DatasetCatalog datasets, LayerCatalog layers) {}

    /** @param changed told of the run whenever it is shown in another state */
    public RunReport(Sources sources, Run run, Entry entry, Consumer<Run> changed) {
        this.sources = sources;
        this.entry = entry;
        this.changed = changed;
        addClassName("netloom-run-report");
        RunProgress progress = new RunProgress();
        progress.setRun(run.id());
        progress.onStateChange(kind -> {
            if (kind != shown) {
                entry.in(() -> show(sources.runs().get(run.id())));
            }
        });
        live.add(progress);
        live.addClassNames("netloom-panel", "netloom-live");
        chart(run);
        add(live, outcome, charts);
        if (isAdversarial(run)) {
            RunSamples samples = new RunSamples(run.id());
            samples.addClassNames("netloom-panel", "netloom-samples");
            add(samples);
        }
        add(results);
        show(run);
    }

    private void chart(Run run) {
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
        return sources.layers().lower(run.snapshot().design()) instanceof Result.Ok<Network>(Network network)
                ? Optional.of(network)
                : Optional.empty();
    }

    /** Shows the run as it is now. */
    public void show(Run run) {
        RunState.Kind kind = run.state().kind();
        shown = kind;
        boolean failed = kind == RunState.Kind.FAILED;
        live.setVisible(!failed);
        charts.setVisible(!failed || run.progress().lastSequence() > 0);
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
        List<Member.Standing> members = sources.curves().members(run.id());
        if (!members.isEmpty()) {
            results.add(new MembersPanel(members));
        }
        if (!entry.isVisitor()) {
            download(run);
        }
        Section facts = new Section(
                new H2(getTranslation("run.facts")),
                new RunFacts(
                        run,
                        dataset(run).map(DatasetInfo::name).orElse("–"),
                        sources.curves().overfit(run.id()),
                        entry));
        facts.addClassName("netloom-panel");
        results.add(facts);
        changed.accept(run);
    }

    private void download(Run run) {
        if (run.outcome().model().isPresent() || run.outcome().proof().isPresent()) {
            results.add(new DownloadPanel(run));
            run.outcome()
                    .proof()
                    .map(proof -> Json.parseOwn(proof).path("weights"))
                    .filter(weights -> !weights.isEmpty())
                    .ifPresent(weights -> results.add(new WeightsPanel(weights)));
        }
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
        return sources.overview()
                .origin(run)
                .template()
                .flatMap(Templates::find)
                .map(template -> new ExpectedResult(template, run.snapshot()));
    }

    private Optional<DatasetInfo> dataset(Run run) {
        return sources.datasets().find(PlanForm.settings(run.snapshot().plan()).choice("dataset"));
    }
}
