package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.training.RunLimits;
import org.netloom.training.Runs;
import org.netloom.training.Workers;
import org.netloom.workspace.Open;
import org.netloom.workspace.Workspaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "System", description = "This installation.")
class SystemController {

    private final Workspaces workspaces;
    private final RunLimits limits;
    private final Workers workers;
    private final Runs runs;

    SystemController(Workspaces workspaces, RunLimits limits, Workers workers, Runs runs) {
        this.workspaces = workspaces;
        this.limits = limits;
        this.workers = workers;
        this.runs = runs;
    }

    @Schema(name = "System")
    record SystemView(
            String version,

            @Schema(description = "CPU, CUDA, both joined by a comma, or empty until a worker has told.")
            String backend,

            @Schema(description = "Devices of all workers.") List<String> devices,

            @Schema(description = "Runs of your workspaces that wait for a worker.")
            int waitingRuns,

            @Schema(description = "Runs of one workspace that may wait at once.")
            int mostWaitingRuns,

            @Schema(description = "Workers heard of within the last ten seconds.")
            List<WorkerView> workers) {}

    @Schema(name = "Worker")
    record WorkerView(
            UUID id,
            String host,
            long pid,
            Instant startedAt,
            Instant heartbeatAt,

            @Schema(description = "CPU or CUDA; empty until its first run.")
            String backend,

            String devices,

            @Schema(description = "Why not CUDA, for example.")
            String note,

            @Schema(allowableValues = {"idle", "training"}) String doing,

            @Schema(description = "The run it trains, if that is in one of your workspaces.") @Nullable
            UUID run) {}

    @Open(to = Open.To.SIGNED_IN, because = "the machines serve every workspace; runs of others are not told")
    @GetMapping("/system")
    @Operation(summary = "This installation", description = "Version, backend, workers and what each is doing.")
    SystemView getSystem() {
        List<Workspaces.Workspace> mine = workspaces.mine();
        List<WorkerView> alive =
                workers.alive().stream().map(SystemController::view).toList();
        return new SystemView(
                limits.version(),
                String.join(
                        ", ", distinct(alive.stream().map(WorkerView::backend).toList())),
                distinct(alive.stream().map(WorkerView::devices).toList()),
                mine.stream().mapToInt(each -> runs.waiting(each.id())).sum(),
                limits.mostWaiting(),
                alive);
    }

    private static List<String> distinct(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static WorkerView view(Workers.Worker worker) {
        return new WorkerView(
                worker.id(),
                worker.host(),
                worker.pid(),
                worker.startedAt(),
                worker.heartbeatAt(),
                worker.backend(),
                worker.devices(),
                worker.note(),
                worker.training() ? "training" : "idle",
                worker.run().orElse(null));
    }
}
