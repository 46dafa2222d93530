package org.netloom.training;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netloom.training.store.MetricStore;
import org.netloom.training.store.RunGlimpses;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Service;

/** Runs at a glance: the newest of each project, the bend of its loss, where it comes from. */
@Service
public class RunOverview {

    private static final int ENOUGH_EPOCHS = 8;
    private static final int POINTS = 60;

    private final Access access;
    private final RunStore runs;
    private final RunGlimpses glimpses;
    private final MetricStore metrics;

    RunOverview(Access access, RunStore runs, RunGlimpses glimpses, MetricStore metrics) {
        this.access = access;
        this.runs = runs;
        this.glimpses = glimpses;
        this.metrics = metrics;
    }

    /** The newest run of every project that has one, by project. */
    @Needs(Action.SEE)
    public Map<UUID, Run> latest(UUID workspace) {
        access.check(workspace, Action.SEE);
        return glimpses.latest(workspace);
    }

    /** A few dozen values that show how the training loss went; means where there were more. */
    @Needs(Action.SEE)
    public List<Double> lossCurve(Run run) {
        visible(run);
        Series series = run.progress().epoch() >= ENOUGH_EPOCHS ? Series.TRAIN_LOSS_EPOCH : Series.TRAIN_LOSS;
        return metrics.buckets(run.id(), series, 0, Long.MAX_VALUE - 1, POINTS).stream()
                .map(bucket -> bucket.nonFinite() == bucket.count() ? Double.NaN : bucket.mean())
                .toList();
    }

    @Needs(Action.SEE)
    public RunGlimpses.Origin origin(Run run) {
        visible(run);
        return glimpses.origin(run.project());
    }

    /** A run that a caller hands over may say anything; where it really is says the table. */
    private void visible(Run run) {
        Place place = runs.placeOf(run.id()).orElseThrow(AccessRefused::otherWorkspace);
        access.check(place, Action.SEE);
        if (!run.project().equals(place.project())) {
            throw AccessRefused.otherWorkspace();
        }
    }
}
