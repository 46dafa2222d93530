package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the document of a design for programs; {@link org.netloom.format.DesignJson} reads and writes it. */
@Schema(name = "Design", description = "Layers and the wires between them.")
record DesignDocument(
        @Schema(description = "Version of the format; older ones are read, too.", example = "2")
        int version,

        List<LayerDocument> layers,
        List<WireDocument> wires,

        @Schema(description = "Definitions of composite blocks; left out where there are none.")
        List<BlockDocument> blocks) {

    @Schema(name = "Layer")
    record LayerDocument(
            @Schema(description = "Unique in the design: letters, digits, - and _.", example = "hidden")
            String id,

            @Schema(
                    description = "A type of GET /api/v1/layers, or “block:” and the id of a definition in “blocks”.",
                    example = "dense")
            String type,

            @Schema(description = "Unique in the design; the id if left out.")
            String name,

            double x,
            double y,

            @Schema(description = "Those that differ from their defaults.", example = "{\"units\": 128}")
            Map<String, Object> parameters) {}

    @Schema(name = "Wire")
    record WireDocument(
            @Schema(description = "Made of both ends if left out.")
            String id,

            @Schema(description = "Id of the layer it comes from.")
            String from,

            @Schema(description = "Id of the layer it leads to.")
            String to) {}

    @Schema(
            name = "Block",
            description = "A part of a network, drawn once and used by layers of the type “block:<id>”.")
    record BlockDocument(
            @Schema(description = "Unique in the design.", example = "residual")
            String id,

            String name,

            @Schema(description = "Where the definition was copied from.") @Nullable
            OriginDocument origin,

            @Schema(description = "Parameters that each use may set for itself, beside “repeat”.")
            List<ExposedDocument> exposed,

            @Schema(
                    description =
                            "The inside. Layers of the types “block-input” and “block-output” are where data enters and leaves.")
            List<LayerDocument> layers,

            List<WireDocument> wires) {}

    @Schema(name = "BlockOrigin")
    record OriginDocument(String block, int version) {}

    @Schema(name = "ExposedParameter")
    record ExposedDocument(
            @Schema(description = "Name among the parameters of a use.", example = "filters")
            String name,

            String label,

            @Schema(description = "The parameters inside that it sets; the first one's value is the default.")
            List<TargetDocument> targets) {}

    @Schema(name = "ExposedTarget")
    record TargetDocument(
            @Schema(description = "Id of a layer inside.") String layer, String parameter) {}
}
