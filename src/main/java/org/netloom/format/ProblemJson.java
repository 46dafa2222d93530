package org.netloom.format;

import org.netloom.design.Problem;
import org.netloom.design.Repair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem as programs read it. */
public final class ProblemJson {

    private ProblemJson() {}

    /** Reads a problem that Netloom has written; its repairs belong to the design it was about and are left out. */
    public static Problem readOwn(String text) {
        JsonNode node = Json.parseOwn(text);
        Problem problem = Problem.error(
                node.path("code").asString(),
                node.path("what").asString(),
                node.path("expected").asString(),
                node.path("fix").asString());
        return problem.at(node.path("layer").isString() ? node.path("layer").stringValue() : null);
    }

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
