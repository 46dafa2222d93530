package org.netloom.training;

import org.netloom.format.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation as it is stored and as programs read it. */
public final class EvaluationJson {

    private EvaluationJson() {}

    public static ObjectNode write(Evaluation evaluation) {
        ObjectNode object = Json.object();
        switch (evaluation) {
            case Evaluation.OfClasses classes -> {
                object.put("kind", "classes");
                object.put("examples", classes.examples());
                object.put("accuracy", classes.accuracy());
                object.put("precision", classes.precision());
                object.put("recall", classes.recall());
                object.put("f1", classes.f1());
                ArrayNode each = object.putArray("classes");
                classes.classes()
                        .forEach(figures -> each.addObject()
                                .put("name", figures.name())
                                .put("precision", figures.precision())
                                .put("recall", figures.recall())
                                .put("f1", figures.f1())
                                .put("support", figures.support()));
                ArrayNode rows = object.putArray("confusion");
                classes.confusion().forEach(row -> {
                    ArrayNode cells = rows.addArray();
                    row.forEach(cells::add);
                });
            }
            case Evaluation.OfNumbers numbers -> {
                object.put("kind", "numbers");
                object.put("examples", numbers.examples());
                put(object, "mae", numbers.mae());
                put(object, "rmse", numbers.rmse());
                put(object, "r2", numbers.r2());
                ArrayNode each = object.putArray("outputs");
                numbers.outputs().forEach(figures -> {
                    ObjectNode one = each.addObject().put("name", figures.name());
                    put(one, "mae", figures.mae());
                    put(one, "rmse", figures.rmse());
                    put(one, "r2", figures.r2());
                });
            }
        }
        return object;
    }

    /** JSON has no word for what is not a number. */
    private static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }
}
