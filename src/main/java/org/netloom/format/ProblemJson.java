package org.netloom.format;

import org.netloom.design.Problem;
import org.netloom.design.Repair;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem as programs read it. */
public final class ProblemJson {

    private ProblemJson() {}

    public static ObjectNode write(Problem problem) {
        ObjectNode object = Json.object();
        object.put("code", problem.code());
        object.put("severity", problem.isError() ? "error" : "warning");
        object.put("layer", problem.layer());
        object.put("parameter", problem.parameter());
        object.put("what", problem.what());
        object.put("expected", problem.expected());
        object.put("fix", problem.fix());
        ArrayNode repairs = object.putArray("repairs");
        for (Repair repair : problem.repairs()) {
            ObjectNode each = repairs.addObject();
            each.put("label", repair.label());
            each.set("edit", EditJson.write(repair.edit()));
        }
        return object;
    }
}
