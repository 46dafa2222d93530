package org.netloom.api;

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
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.training.store.RunSearch;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Runs", description = "Trainings: queueing, watching, steering.")
class RunTableController {

    private static final int MOST_ROWS = 500;

    private final Runs runs;

    RunTableController(Runs runs) {
        this.runs = runs;
    }

    @Schema(name = "RunTable")
    record RunTable(
            @Schema(description = "Runs on all pages.") long total, int page, int size, List<RunRow> runs) {}

    @Needs(Action.SEE)
    @GetMapping("/workspaces/{workspace}/runs")
    @Operation(
            summary = "The run table",
            description = "Filtered, sorted, page by page; the newest first if nothing else is said.")
    RunTable listRuns(
            @PathVariable UUID workspace,
            @Parameter(description = "Only runs of this project.") @RequestParam(required = false) @Nullable
                    UUID project,
            @Parameter(description = "Part of the run's or the project's name; with # in front, a tag of either.")
                    @RequestParam(defaultValue = "")
                    String text,
            @Parameter(description = "Only runs in this state.", example = "running")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(
                            description =
                                    "What to sort by: created, name, state, project, trainLoss, validationLoss, validationAccuracy, "
                                            + "duration, parameters.")
                    @RequestParam(defaultValue = "created")
                    String sort,
            @Parameter(description = "asc or desc.") @RequestParam(defaultValue = "desc") String order,
            @Parameter(description = "From 0.") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "Rows on a page, at most 500.") @RequestParam(defaultValue = "50") int size) {
        mustBeOneOf("sort", sort, RunSearch.Query.sortable());
        mustBeOneOf("order", order, List.of("asc", "desc"));
        if (size < 1 || size > MOST_ROWS || page < 0 || page > Integer.MAX_VALUE / MOST_ROWS) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "Page " + page + " of " + size + " rows cannot be shown.",
                    "Pages are counted from 0 and have 1 to " + MOST_ROWS + " rows.",
                    "Correct page or size in the address.");
        }
        RunSearch.Query query = new RunSearch.Query(
                workspace,
                Optional.ofNullable(project),
                Optional.of(text),
                Optional.ofNullable(state).map(RunTableController::state),
                sort,
                order.equals("desc"),
                page * size,
                size);
        return new RunTable(
                runs.count(query),
                page,
                size,
                runs.list(query).stream().map(RunRow::of).toList());
    }

    private static RunState.Kind state(String id) {
        return Arrays.stream(RunState.Kind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> noValue(
                        "state",
                        id,
                        Arrays.stream(RunState.Kind.values())
                                .map(RunState.Kind::id)
                                .collect(Collectors.joining(", "))));
    }

    private static void mustBeOneOf(String name, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw noValue(name, value, String.join(", ", allowed));
        }
    }

    private static Refused noValue(String name, String value, String allowed) {
        return Refused.badRequest(
                "bad-parameter",
                "“" + value + "” is no value for “" + name + "”.",
                "It is one of " + allowed + ".",
                "Correct it in the address.");
    }
}
