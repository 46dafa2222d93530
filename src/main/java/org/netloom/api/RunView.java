package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.format.DesignJson;
import org.netloom.format.Json;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Schema(name = "Run", description = "A training: the snapshot it was queued with, how far it is, and what came out.")
record RunView(
        UUID id,
        UUID workspace,
        UUID project,

        @Schema(description = "1, 2, 3 … within the project.")
        int number,

        String name,

        @Schema(
                allowableValues = {
                    "queued",
                    "preparing",
                    "running",
                    "pausing",
                    "paused",
                    "stopping",
                    "finished",
                    "stopped",
                    "failed",
                    "lost"
                })
        String state,

        @Schema(description = "Why it failed, in words; empty unless it did.")
        String reason,

        @Schema(description = "The same as a problem.") @Nullable
        ProblemView problem,

        ProgressView progress,
        TimingsView timings,
        FiguresView figures,

        @Schema(
                type = "object",
                description = "The main figures of the evaluation on the test part; null until there is one.")
        @Nullable
        JsonNode evaluation,

        @Schema(description = "The trained model can be downloaded.")
        boolean model,

        @Schema(
                type = "object",
                description = "How far the predictions of the reloaded model differ from the trained network's.")
        @Nullable
        JsonNode proof,

        ProvenanceView provenance) {

    @Schema(name = "RunProgress")
    record ProgressView(
            long iteration,

            @Schema(description = "Of the whole training; 0 until it is prepared.")
            long iterations,

            int epoch,
            int epochs,
            @Nullable Double samplesPerSecond,
            @Nullable Double secondsLeft,

            @Schema(description = "Of the newest stored metric point.")
            long sequence) {

        static ProgressView of(Run.Progress progress) {
            return new ProgressView(
                    progress.iteration(),
                    progress.iterations(),
                    progress.epoch(),
                    progress.epochs(),
                    progress.samplesPerSecond().orElse(null),
                    progress.secondsLeft().orElse(null),
                    progress.lastSequence());
        }
    }

    @Schema(name = "RunTimings")
    record TimingsView(
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,

            @Schema(description = "Seconds spent in training itself.")
            double trainingSeconds) {}

    @Schema(name = "RunFigures", description = "The newest of each; numbers, or NaN, Infinity, -Infinity as text.")
    record FiguresView(
            @Nullable Double trainLoss,
            @Nullable Double validationLoss,
            @Nullable Double validationAccuracy,

            @Schema(description = "Trainable numbers.") @Nullable
            Long parameters) {}

    @Schema(name = "RunProvenance", description = "All that is needed to repeat the run.")
    record ProvenanceView(
            @Schema(implementation = DesignDocument.class) JsonNode design,
            long designRevision,

            @Schema(type = "object", description = "All settings of the plan.")
            Map<String, @Nullable Object> plan,

            long seed,

            @Schema(description = "SHA-256 of the dataset's content; null until it was loaded.") @Nullable
            String datasetFingerprint,

            @Schema(description = "Of Netloom.") String version,

            @Schema(type = "object", description = "Engine, backend and thread settings.") @Nullable
            JsonNode engine,

            @Nullable String queuedBy) {

        static ProvenanceView of(Run run) {
            Run.Snapshot snapshot = run.snapshot();
            return new ProvenanceView(
                    DesignJson.write(snapshot.design()),
                    snapshot.designRevision(),
                    PlanDocument.effective(snapshot.plan()),
                    snapshot.seed(),
                    run.outcome().datasetFingerprint().orElse(null),
                    snapshot.version(),
                    tree(run.outcome().engine()),
                    snapshot.queuedBy().orElse(null));
        }
    }

    static RunView of(Run run) {
        Optional<RunState.Failed> failed =
                run.state() instanceof RunState.Failed failure ? Optional.of(failure) : Optional.empty();
        return new RunView(
                run.id(),
                run.workspace(),
                run.project(),
                run.number(),
                run.name(),
                run.state().kind().id(),
                failed.map(failure -> failure.reason().text()).orElse(""),
                failed.map(failure -> ProblemView.of(failure.reason())).orElse(null),
                ProgressView.of(run.progress()),
                timings(run),
                figures(run),
                summary(run.outcome().evaluation()),
                run.outcome().model().isPresent(),
                tree(run.outcome().proof()),
                ProvenanceView.of(run));
    }

    static TimingsView timings(Run run) {
        return new TimingsView(
                run.snapshot().queuedAt(),
                run.progress().startedAt().orElse(null),
                run.progress().endedAt().orElse(null),
                run.progress().trainingSeconds());
    }

    static FiguresView figures(Run run) {
        return new FiguresView(
                run.outcome().trainLoss().orElse(null),
                run.outcome().validationLoss().orElse(null),
                run.outcome().validationAccuracy().orElse(null),
                run.outcome().parameters().orElse(null));
    }

    /** The evaluation without its tables. */
    static @Nullable JsonNode summary(Optional<String> evaluation) {
        if (evaluation.isEmpty() || !(Json.parseOwn(evaluation.get()) instanceof ObjectNode whole)) {
            return null;
        }
        ObjectNode summary = Json.object();
        whole.properties().stream()
                .filter(entry -> !entry.getValue().isContainer())
                .forEach(entry -> summary.set(entry.getKey(), entry.getValue()));
        return summary;
    }

    private static @Nullable JsonNode tree(Optional<String> text) {
        return text.map(Json::parseOwn).orElse(null);
    }
}
