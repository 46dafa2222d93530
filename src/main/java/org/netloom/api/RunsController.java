package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.CleanName;
import org.netloom.design.Value;
import org.netloom.editor.Projects;
import org.netloom.format.PlanJson;
import org.netloom.training.Runs;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Runs", description = "Trainings: queueing, watching, steering.")
class RunsController {

    private static final int LONGEST_NAME = 100;

    private final Projects projects;
    private final Runs runs;

    RunsController(Projects projects, Runs runs) {
        this.projects = projects;
        this.runs = runs;
    }

    @Needs(Action.TRAIN)
    @PostMapping("/projects/{project}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Train",
            description =
                    "Queues a run of the design and plan as they are now; both are snapshotted. The body may change settings of the "
                            + "plan for this run only, and give it a `name`.")
    ResponseEntity<RunView> createRun(
            @PathVariable UUID project,
            @RequestBody(
                            description = "A flat object of plan settings, and optionally `name`.",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        ObjectNode wanted = Body.object(body == null || body.isBlank() ? "{}" : body);
        String name = Body.text(wanted, "name").orElse("");
        if (name.length() > LONGEST_NAME || !CleanName.is(name)) {
            throw Refused.badRequest(
                    "bad-name",
                    name.length() > LONGEST_NAME
                            ? "The name has " + name.length() + " characters."
                            : "The name has characters that cannot be seen.",
                    "A run's name has at most " + LONGEST_NAME + " characters.",
                    "Send a shorter one, or none.");
        }
        wanted.remove("name");
        Map<String, Value> changes = Refused.unless(PlanJson.read(wanted));
        UUID id = Refused.unless(projects.train(project, changes, name));
        return ResponseEntity.created(URI.create("/api/v1/runs/" + id)).body(RunView.of(runs.get(id)));
    }

    @Needs(Action.SEE)
    @GetMapping("/runs/{run}")
    @Operation(summary = "A run", description = "State, progress, timings, figures and provenance.")
    RunView getRun(@PathVariable UUID run) {
        return RunView.of(runs.get(run));
    }

    @Needs(Action.TRAIN)
    @PostMapping("/runs/{run}/stop")
    @Operation(
            summary = "Stop a run",
            description =
                    "It ends after its current iteration and keeps the model as trained so far; waiting or paused it ends at once.")
    RunView stopRun(@PathVariable UUID run) {
        return RunView.of(Refused.unless(runs.stop(run)));
    }

    @Needs(Action.TRAIN)
    @PostMapping("/runs/{run}/pause")
    @Operation(
            summary = "Pause a run",
            description = "After its current iteration; it can go on later exactly from there.")
    RunView pauseRun(@PathVariable UUID run) {
        return RunView.of(Refused.unless(runs.pause(run)));
    }

    @Needs(Action.TRAIN)
    @PostMapping("/runs/{run}/resume")
    @Operation(summary = "Resume a paused run", description = "It is queued again and goes on from where it was.")
    RunView resumeRun(@PathVariable UUID run) {
        return RunView.of(Refused.unless(runs.resume(run)));
    }
}
