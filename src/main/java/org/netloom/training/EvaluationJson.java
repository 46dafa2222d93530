package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import org.netloom.design.Shape;
import org.netloom.format.Json;
import tools.jackson.databind.JsonNode;
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
            case Evaluation.OfRivals rivals -> {
                object.put("kind", "rivals");
                object.put("examples", rivals.realExamples());
                object.put("generated", rivals.generatedExamples());
                object.put("accuracy", rivals.accuracy());
                object.put("real", rivals.real());
                object.put("fooled", rivals.fooled());
            }
            case Evaluation.OfReconstructions reconstructions -> {
                object.put("kind", "reconstructions");
                object.put("examples", reconstructions.examples());
                put(object, "mse", reconstructions.mse());
                put(object, "mae", reconstructions.mae());
                ArrayNode dims = object.putArray("shape");
                reconstructions.shape().dims().forEach(dims::add);
                ArrayNode first = object.putArray("first");
                reconstructions.first().forEach(pair -> {
                    ObjectNode one = first.addObject();
                    put(one.putArray("original"), pair.original());
                    put(one.putArray("reconstruction"), pair.reconstruction());
                });
            }
        }
        return object;
    }

    /** Four digits after the point: enough for a picture, and short. */
    private static void put(ArrayNode into, List<Float> numbers) {
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                into.add(Math.round(number * 1e4) / 1e4);
            } else {
                into.addNull();
            }
        }
    }

    /** Reads what {@link #write} has written. */
    public static Evaluation read(String text) {
        JsonNode object = Json.parseOwn(text);
        return switch (object.path("kind").asString("")) {
            case "classes" -> classes(object);
            case "reconstructions" -> reconstructions(object);
            case "rivals" ->
                new Evaluation.OfRivals(
                        object.path("examples").asInt(),
                        object.path("generated").asInt(),
                        number(object, "real"),
                        number(object, "fooled"));
            default -> numbers(object);
        };
    }

    private static Evaluation reconstructions(JsonNode object) {
        List<Long> dims = new ArrayList<>();
        object.path("shape").forEach(dim -> dims.add(dim.asLong()));
        List<Evaluation.Pair> first = new ArrayList<>();
        object.path("first")
                .forEach(pair ->
                        first.add(new Evaluation.Pair(floats(pair, "original"), floats(pair, "reconstruction"))));
        return new Evaluation.OfReconstructions(
                object.path("examples").asInt(), number(object, "mse"), number(object, "mae"), Shape.of(dims), first);
    }

    private static List<Float> floats(JsonNode object, String name) {
        List<Float> numbers = new ArrayList<>();
        object.path(name).forEach(number -> numbers.add((float) number.asDouble(Double.NaN)));
        return numbers;
    }

    private static Evaluation classes(JsonNode object) {
        List<Evaluation.ClassFigures> classes = new ArrayList<>();
        object.path("classes")
                .forEach(each -> classes.add(new Evaluation.ClassFigures(
                        each.path("name").asString(""),
                        number(each, "precision"),
                        number(each, "recall"),
                        number(each, "f1"),
                        each.path("support").asInt())));
        List<List<Integer>> confusion = new ArrayList<>();
        object.path("confusion").forEach(cells -> {
            List<Integer> row = new ArrayList<>();
            cells.forEach(cell -> row.add(cell.asInt()));
            confusion.add(row);
        });
        return new Evaluation.OfClasses(
                object.path("examples").asInt(),
                number(object, "accuracy"),
                number(object, "precision"),
                number(object, "recall"),
                number(object, "f1"),
                classes,
                confusion);
    }

    private static Evaluation numbers(JsonNode object) {
        List<Evaluation.NumberFigures> outputs = new ArrayList<>();
        object.path("outputs")
                .forEach(each -> outputs.add(new Evaluation.NumberFigures(
                        each.path("name").asString(""),
                        number(each, "mae"),
                        number(each, "rmse"),
                        number(each, "r2"))));
        return new Evaluation.OfNumbers(
                object.path("examples").asInt(),
                number(object, "mae"),
                number(object, "rmse"),
                number(object, "r2"),
                outputs);
    }

    private static double number(JsonNode object, String name) {
        return object.path(name).asDouble(Double.NaN);
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
