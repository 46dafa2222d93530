package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.netloom.export.Download;
import org.netloom.export.Exports;
import org.netloom.export.Format;
import org.netloom.format.Json;
import org.netloom.training.Run;
import org.netloom.training.Runs;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/runs/{run}")
@Tag(name = "Results", description = "What came out of a run.")
class RunResultsController {

    private final Runs runs;
    private final Exports exports;

    RunResultsController(Runs runs, Exports exports) {
        this.runs = runs;
        this.exports = exports;
    }

    @Needs(Action.SEE)
    @GetMapping(path = "/evaluation", produces = "application/json")
    @Operation(
            summary = "How good the trained network is",
            description =
                    "On the test part. For classes: accuracy, macro averages, precision, recall, F1 and support of each class, and the "
                            + "confusion matrix (row: actual class). For numbers: MAE, RMSE and R².")
    @ApiResponse(
            responseCode = "200",
            description = "The figures; `kind` is classes, numbers or reconstructions.",
            content = @Content(schema = @Schema(type = "object")))
    JsonNode getEvaluation(
            @PathVariable UUID run,
            @Parameter(description = "The part of the data: test.") @RequestParam(defaultValue = "test") String split) {
        Run found = runs.get(run);
        if (!split.equals("test")) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "“" + split + "” is no value for “split”.",
                    "Trained networks are evaluated on the part “test”.",
                    "Use ?split=test; figures of the other parts are curves of GET …/metrics.");
        }
        ObjectNode evaluation = Json.object();
        evaluation.put("split", split);
        evaluation.setAll((ObjectNode) Json.parseOwn(found.outcome()
                .evaluation()
                .orElseThrow(() -> Refused.conflict(
                        "no-evaluation",
                        found.name() + " has not been evaluated; it is "
                                + found.state().kind().id() + ".",
                        "A run is evaluated when it has finished, or was stopped after it had begun to train.",
                        found.state().kind().isFinal() ? "Start another run." : "Wait until it is finished."))));
        return evaluation;
    }

    @Needs(Action.DOWNLOAD)
    @GetMapping("/export")
    @Operation(
            summary = "Download the trained network",
            description =
                    "dl4j: the zip that DL4J's ModelSerializer reads. bundle: a zip with that and design.json, plan.json, metrics.csv, "
                            + "provenance.json and README.txt.")
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void exportRun(
            @PathVariable UUID run,
            @Parameter(description = "dl4j or bundle.") @RequestParam(defaultValue = "dl4j") String format,
            HttpServletResponse response)
            throws IOException {
        runs.get(run);
        Download download = Refused.unless(exports.export(run, format(format)));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(download.fileName())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        download.size().ifPresent(response::setContentLengthLong);
        download.content().writeTo(response.getOutputStream());
    }

    private static Format format(String id) {
        return Format.byId(id)
                .orElseThrow(() -> Refused.badRequest(
                        "unknown-format",
                        "There is no download in the format “" + id + "”.",
                        "The formats are "
                                + Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", "))
                                + ".",
                        "Choose one of them."));
    }
}
