package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.training.store.MetricStore;
import org.netloom.training.store.RunStandings;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Curves of runs for whoever may see them: stored points, buckets, and a feed of what is new. */
@Service
public class RunCurves {

    /** Exact points that one answer may hold. */
    public static final int MOST_POINTS = 500_000;

    /** Buckets that one answer may hold. */
    public static final int MOST_BUCKETS = 20_000;

    private final Access access;
    private final RunStore runs;
    private final MetricStore metrics;
    private final RunStandings standings;

    RunCurves(Access access, RunStore runs, MetricStore metrics, RunStandings standings) {
        this.access = access;
        this.runs = runs;
        this.metrics = metrics;
        this.standings = standings;
    }

    /** @param sequence of the newest point that is counted in */
    public record Overview(long sequence, List<MetricStore.SeriesCount> series, List<Long> restarts) {}

    /**
     * One curve.
     *
     * @param sequence of the newest point that could be in it: a feed that begins after it continues without gap or repetition
     * @param points empty where the buckets are not
     */
    public record Curve(
            Series series,
            long sequence,
            List<MetricStore.Point> points,
            List<MetricStore.Bucket> buckets,
            List<Long> restarts) {}

    @Needs(Action.SEE)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Overview overview(UUID run) {
        long sequence = visible(run).lastSequence();
        return new Overview(sequence, metrics.series(run), metrics.restarts(run));
    }

    /**
     * The curve between two iterations, both included.
     *
     * @param buckets where there are more points than this they are put together in at most so many buckets; empty: always exact
     */
    @Needs(Action.SEE)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result<Curve> curve(UUID run, Series series, long from, long to, Optional<Integer> buckets) {
        long sequence = visible(run).lastSequence();
        long count = metrics.count(run, series, from, to);
        List<Long> restarts = metrics.restarts(run);
        if (buckets.isPresent() && count > buckets.get()) {
            return Result.ok(new Curve(
                    series, sequence, List.of(), metrics.buckets(run, series, from, to, buckets.get()), restarts));
        }
        if (count > MOST_POINTS) {
            return Result.refused(Problem.error(
                            "too-many-points",
                            "The curve has " + count + " points there.",
                            "An answer holds at most " + MOST_POINTS + " exact points.",
                            "Ask for a part with from and to, or for buckets.")
                    .of("buckets"));
        }
        return Result.ok(new Curve(series, sequence, metrics.points(run, series, from, to), List.of(), restarts));
    }

    /** Where a run began to over-fit; of several trainings in one run that is not told. */
    @Needs(Action.SEE)
    @Transactional(readOnly = true)
    public Optional<Overfit> overfit(UUID run) {
        visible(run);
        return metrics.count(run, Series.MEMBER, 0, Long.MAX_VALUE) > 1
                ? Optional.empty()
                : Overfit.of(metrics.points(run, Series.VALIDATION_LOSS, 0, Long.MAX_VALUE));
    }

    /** The members of a run that are done, with their part in the model as it is now; empty for a single training. */
    @Needs(Action.SEE)
    @Transactional(readOnly = true)
    public List<Member.Standing> members(UUID run) {
        visible(run);
        List<MetricStore.Point> losses = metrics.points(run, Series.MEMBER_LOSS, 0, Long.MAX_VALUE);
        List<MetricStore.Point> accuracies = metrics.points(run, Series.MEMBER_ACCURACY, 0, Long.MAX_VALUE);
        if (losses.isEmpty()) {
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            members.add(new Member(
                    i + 1,
                    losses.get(i).value(),
                    i < accuracies.size() ? accuracies.get(i).value() : Double.NaN));
        }
        Run.Snapshot snapshot =
                runs.find(run).orElseThrow(AccessRefused::otherWorkspace).snapshot();
        return Member.standings(members, RestartSettings.restarts(PlanForm.settings(snapshot.plan())), snapshot.seed());
    }

    /** Begins to read what is new after a sequence number; 0 begins with the first point. */
    @Needs(Action.SEE)
    public RunFeed feed(UUID run, long after) {
        visible(run);
        return new RunFeed(metrics, standings, run, after);
    }

    /** @throws AccessRefused unless whoever asks may see the run now */
    @Needs(Action.SEE)
    public void mayWatch(UUID run) {
        access.check(runs.placeOf(run).orElseThrow(AccessRefused::otherWorkspace), Action.SEE);
    }

    private RunStanding visible(UUID run) {
        mayWatch(run);
        return standings.find(run).orElseThrow(AccessRefused::otherWorkspace);
    }
}
