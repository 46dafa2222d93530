package org.netloom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Member;
import org.netloom.training.RunCurves;
import org.netloom.training.Series;
import org.netloom.training.store.MetricStore;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/runs/{run}", produces = "application/json")
@Tag(name = "Metrics", description = "The curves of runs. Live: WS /ws/runs/{run}?after={sequence}.")
class MetricsController {

    private final RunCurves curves;

    MetricsController(RunCurves curves) {
        this.curves = curves;
    }

    @Schema(name = "Metrics", description = "One curve; without `series` in the request, the list of curves.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MetricsView(
            @Schema(
                    description = "Without `series` in the request: [{name, count}, …]; else the name of the curve.",
                    oneOf = {String.class, SeriesView[].class})
            Object series,

            @Schema(description = "Live frames after this number go on without gap or repetition.")
            long sequence,

            @Schema(
                    type = "array",
                    description =
                            "[iteration, epoch, value], exact; a value is a number or NaN, Infinity, -Infinity as text.")
            @Nullable
            List<List<Object>> points,

            @Schema(
                    type = "array",
                    description =
                            "[fromIteration, toIteration, min, max, mean, count, nonFinite]; min, max and mean are null where "
                                    + "no value is finite.")
            @Nullable
            List<List<@Nullable Object>> buckets,

            @Schema(description = "Iterations after which training went on from a checkpoint.")
            List<Long> restarts,

            @Schema(
                    description =
                            "Without `series`: the lowest validation loss, where no later check reached it again; absent where there "
                                    + "is none.")
            @Nullable
            OverfitView overfit,

            @Schema(description = "Without `series`: the trainings of a run with restarts that are done.") @Nullable
            List<MemberView> members) {}

    @Schema(name = "Overfit")
    record OverfitView(long iteration, int epoch, double loss, int checksAfter) {}

    @Schema(name = "Member")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            @Schema(description = "Counted from 1.") int number,

            @Schema(description = "All that was drawn for it follows from this.")
            long seed,

            @Schema(description = "On the validation part.") Object validationLoss,

            @Schema(description = "Absent for numbers.") @Nullable
            Object validationAccuracy,

            @Schema(description = "How much it counts in the model; 0: it is not part of it.")
            double weight) {}

    @Schema(name = "SeriesCount")
    record SeriesView(String name, long count) {}

    @Needs(Action.SEE)
    @GetMapping("/metrics")
    @Operation(
            summary = "Curves of a run",
            description =
                    "Without `series`: which curves there are. With it: its exact points between two iterations, or, where there "
                            + "are more points than `buckets`, at most so many buckets with least, greatest and mean value.")
    MetricsView getMetrics(
            @PathVariable UUID run,
            @Parameter(
                            description =
                                    "train.loss, train.loss.epoch, train.accuracy.epoch, validation.loss, validation.accuracy, "
                                            + "kl.loss, member, member.loss or member.accuracy.")
                    @RequestParam(required = false)
                    @Nullable
                    String series,
            @Parameter(description = "First iteration.") @RequestParam(required = false) @Nullable Long from,
            @Parameter(description = "Last iteration.") @RequestParam(required = false) @Nullable Long to,
            @Parameter(description = "Most buckets, 1 to 20000.") @RequestParam(required = false) @Nullable
                    Integer buckets) {
        if (series == null) {
            RunCurves.Overview overview = curves.overview(run);
            List<SeriesView> names = overview.series().stream()
                    .map(each -> new SeriesView(each.series().id(), each.count()))
                    .toList();
            List<MemberView> members =
                    curves.members(run).stream().map(MetricsController::member).toList();
            return new MetricsView(
                    names,
                    overview.sequence(),
                    null,
                    null,
                    overview.restarts(),
                    curves.overfit(run)
                            .map(point -> new OverfitView(
                                    point.iteration(), point.epoch(), point.loss(), point.checksAfter()))
                            .orElse(null),
                    members.isEmpty() ? null : members);
        }
        if (buckets != null && (buckets < 1 || buckets > RunCurves.MOST_BUCKETS)) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "“" + buckets + "” is no value for “buckets”.",
                    "A curve has 1 to " + RunCurves.MOST_BUCKETS + " buckets.",
                    "Correct it in the address, or leave it out for exact points.");
        }
        return view(Refused.unless(curves.curve(
                run,
                named(series),
                from == null ? 0 : from,
                to == null ? Long.MAX_VALUE : to,
                Optional.ofNullable(buckets))));
    }

    private static MetricsView view(RunCurves.Curve curve) {
        boolean exact = curve.buckets().isEmpty();
        return new MetricsView(
                curve.series().id(),
                curve.sequence(),
                exact ? curve.points().stream().map(MetricsController::row).toList() : null,
                exact
                        ? null
                        : curve.buckets().stream().map(MetricsController::row).toList(),
                curve.restarts(),
                null,
                null);
    }

    private static MemberView member(Member.Standing standing) {
        double accuracy = standing.member().accuracy();
        return new MemberView(
                standing.member().number(),
                standing.seed(),
                LiveJson.number(standing.member().loss()),
                Double.isNaN(accuracy) ? null : accuracy,
                standing.weight());
    }

    private static List<Object> row(MetricStore.Point point) {
        return List.of(point.iteration(), point.epoch(), LiveJson.number(point.value()));
    }

    private static List<@Nullable Object> row(MetricStore.Bucket bucket) {
        boolean finite = bucket.count() > bucket.nonFinite();
        return Arrays.asList(
                bucket.from(),
                bucket.to(),
                finite ? LiveJson.number(bucket.least()) : null,
                finite ? LiveJson.number(bucket.most()) : null,
                finite ? LiveJson.number(bucket.mean()) : null,
                bucket.count(),
                bucket.nonFinite());
    }

    private static Series named(String id) {
        return Arrays.stream(Series.values())
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(
                        "bad-parameter",
                        "There is no curve “" + id + "”.",
                        "The curves are "
                                + Arrays.stream(Series.values()).map(Series::id).collect(Collectors.joining(", "))
                                + ".",
                        "Correct it in the address, or leave it out to see which this run has."));
    }
}
