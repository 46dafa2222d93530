package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.format.EditJson;
import tools.jackson.databind.JsonNode;

@Schema(name = "ProblemDetails", description = "One thing that is wrong.")
record ProblemView(
        @Schema(description = "Stable name.", example = "shape-mismatch")
        String code,

        @Schema(allowableValues = {"error", "warning"}) String severity,

        @Schema(description = "Id of the layer it belongs to.") @Nullable
        String layer,

        @Schema(description = "Name of the parameter or plan setting it belongs to.") @Nullable
        String parameter,

        String what,
        String expected,
        String fix,

        @Schema(description = "Edits of the design that would remove it.")
        List<RepairView> repairs) {

    @Schema(name = "Repair")
    record RepairView(
            @Schema(description = "What it does.", example = "Insert Flatten → 784")
            String label,

            @Schema(type = "object", description = "An edit of the design.")
            JsonNode edit) {}

    static ProblemView of(Problem problem) {
        return new ProblemView(
                problem.code(),
                problem.isError() ? "error" : "warning",
                problem.layer(),
                problem.parameter(),
                problem.what(),
                problem.expected(),
                problem.fix(),
                problem.repairs().stream()
                        .map(repair -> new RepairView(repair.label(), EditJson.write(repair.edit())))
                        .toList());
    }
}
