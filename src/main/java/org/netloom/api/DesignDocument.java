package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** Describes the document of a design for programs; {@link org.netloom.format.DesignJson} reads and writes it. */
@Schema(name = "Design", description = "Layers and the wires between them.")
record DesignDocument(
        @Schema(description = "Version of the format; older ones are read, too.", example = "1")
        int version,

        List<LayerDocument> layers,
        List<WireDocument> wires) {

    @Schema(name = "Layer")
    record LayerDocument(
            @Schema(description = "Unique in the design: letters, digits, - and _.", example = "hidden")
            String id,

            @Schema(description = "A type of GET /api/v1/layers.", example = "dense")
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
}
