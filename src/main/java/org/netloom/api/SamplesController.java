package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.training.RunPictures;
import org.netloom.training.store.SampleStore;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs/{run}/samples")
@Tag(name = "Results", description = "What came out of a run.")
class SamplesController {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final RunPictures pictures;

    SamplesController(RunPictures pictures) {
        this.pictures = pictures;
    }

    /** Sheets of pictures in the order of the epochs. */
    record Samples(List<SampleStore.Sheet> samples) {}

    @Needs(Action.SEE)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What the network makes, epoch by epoch",
            description =
                    "For generative networks: a sheet of pictures after every epoch (0: before the first), always from the same noise. Each has "
                            + "`count` pictures of `width` × `height` pixels in `columns` columns, one pixel apart. Long runs keep about 200 "
                            + "sheets, evenly spread. Other runs have none.")
    Samples listSamples(@PathVariable UUID run) {
        return new Samples(pictures.sheets(run));
    }

    @Needs(Action.SEE)
    @GetMapping(path = "/{epoch}.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "The pictures of an epoch as PNG")
    @ApiResponse(
            responseCode = "200",
            description = "The sheet; it never changes.",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> getSamples(
            @PathVariable UUID run, @Parameter(description = "One of the listed epochs.") @PathVariable int epoch) {
        byte[] png = pictures.png(run, epoch)
                .orElseThrow(() -> new Refused(
                        404,
                        Problem.error(
                                "no-samples",
                                "No pictures of epoch " + epoch + " are kept.",
                                "Generative networks keep pictures of every epoch, long runs of some.",
                                "Ask for one of the epochs that GET …/samples lists.")));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }
}
