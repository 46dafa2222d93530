package org.netloom.format;

import java.util.Map;
import org.netloom.design.Result;
import org.netloom.design.Value;
import tools.jackson.databind.JsonNode;

/** A training plan's settings as JSON: one flat object of those that differ from their defaults. */
public final class PlanJson {

    private PlanJson() {}

    public static String text(Map<String, Value> plan) {
        return Json.write(ValuesJson.write(plan));
    }

    public static Result<Map<String, Value>> read(String text) {
        return Json.parse(text).then(ValuesJson::read);
    }

    public static Result<Map<String, Value>> read(JsonNode node) {
        return ValuesJson.read(node);
    }
}
