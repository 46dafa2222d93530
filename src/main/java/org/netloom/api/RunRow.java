package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.store.RunSearch;
import tools.jackson.databind.JsonNode;

@Schema(name = "RunRow", description = "A run in the table.")
record RunRow(
        UUID id,
        UUID project,
        String projectName,
        int number,
        String name,
        String state,

        @Schema(description = "Why it failed; empty unless it did.")
        String reason,

        String dataset,
        RunView.ProgressView progress,
        RunView.TimingsView timings,
        RunView.FiguresView figures,

        @Schema(type = "object", description = "The main figures on the test part; null until there are some.")
        @Nullable
        JsonNode evaluation,

        boolean model,
        @Nullable String queuedBy) {

    static RunRow of(RunSearch.Found found) {
        Run run = found.run();
        return new RunRow(
                run.id(),
                run.project(),
                found.projectName(),
                run.number(),
                run.name(),
                run.state().kind().id(),
                run.state() instanceof RunState.Failed failed ? failed.reason().text() : "",
                String.valueOf(PlanDocument.effective(run.snapshot().plan()).get("dataset")),
                RunView.ProgressView.of(run.progress()),
                RunView.timings(run),
                RunView.figures(run),
                RunView.summary(run.outcome().evaluation()),
                run.outcome().model().isPresent(),
                run.snapshot().queuedBy().orElse(null));
    }
}
