package org.netloom.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A design as JSON: {@code {"version": 2, "layers": [{"id", "type", "name", "x", "y", "parameters"}], "wires": [{"id", "from",
 * "to"}], "blocks": […]}}. Version 1 knew no blocks.
 */
public final class DesignJson {

    /** Raised with every change of the format; {@link #read} knows all older ones. */
    public static final int VERSION = 2;

    static final int MOST_LAYERS = 20_000;
    private static final double FARTHEST = 1e7;
    static final int LONGEST_ID = 60;

    /** What a document has. */
    public static final Set<String> MEMBERS = Set.of("version", "layers", "wires", "blocks");

    private DesignJson() {}

    public static ObjectNode write(Design design) {
        ObjectNode document = Json.object();
        document.put("version", VERSION);
        writeGraph(design, document);
        if (!design.blocks().isEmpty()) {
            ArrayNode blocks = document.putArray("blocks");
            design.blocks().values().forEach(block -> BlockJson.write(block, blocks.addObject()));
        }
        return document;
    }

    /** Writes layers and wires. */
    static void writeGraph(Design design, ObjectNode document) {
        ArrayNode layers = document.putArray("layers");
        design.layers().values().forEach(layer -> {
            ObjectNode object = layers.addObject();
            object.put("id", layer.id());
            object.put("type", layer.type());
            object.put("name", layer.name());
            object.put("x", layer.position().x());
            object.put("y", layer.position().y());
            object.set("parameters", ValuesJson.write(layer.values()));
        });
        ArrayNode wires = document.putArray("wires");
        design.wires().forEach(wire -> {
            ObjectNode object = wires.addObject();
            object.put("id", wire.id());
            object.put("from", wire.from());
            object.put("to", wire.to());
        });
    }

    public static String text(Design design) {
        return Json.write(write(design));
    }

    public static Result<Design> read(String text) {
        return Json.parse(text).then(DesignJson::read);
    }

    public static Result<Design> read(JsonNode document) {
        int version = document.path("version").asInt(VERSION);
        if (version < 1 || version > VERSION) {
            return refused(
                    "The document has version " + version + ".", "This Netloom reads versions 1 to " + VERSION + ".");
        }
        return graph(document).then(design -> BlockJson.read(document.path("blocks"), design));
    }

    /** Why the design is too large to be kept; empty if it is not. */
    public static Optional<Problem> tooLarge(Design design) {
        if (design.blocks().size() > BlockJson.MOST_BLOCKS) {
            return Optional.of(Problem.error(
                    "too-many-blocks",
                    "The design would define " + design.blocks().size() + " blocks.",
                    "A design defines at most " + BlockJson.MOST_BLOCKS + " blocks.",
                    "Remove blocks that nothing uses."));
        }
        return Stream.concat(
                        Stream.of(design), design.blocks().values().stream().map(Block::inside))
                .filter(graph ->
                        graph.layers().size() > MOST_LAYERS || graph.wires().size() > 4 * MOST_LAYERS)
                .findFirst()
                .map(graph -> Problem.error(
                        "too-many-layers",
                        "The design would have " + graph.layers().size() + " layers and "
                                + graph.wires().size() + " wires.",
                        "A design has at most " + MOST_LAYERS + " layers and " + 4 * MOST_LAYERS + " wires.",
                        "Make blocks of what repeats, or remove layers."));
    }

    /** Reads layers and wires. */
    static Result<Design> graph(JsonNode document) {
        if (!document.path("layers").isArray() || !document.path("wires").isArray()) {
            return refused("The document has no lists “layers” and “wires”.", "A Netloom design has both.");
        }
        if (document.path("layers").size() > MOST_LAYERS
                || document.path("wires").size() > 4 * MOST_LAYERS) {
            return refused(
                    "The document has " + document.path("layers").size() + " layers and "
                            + document.path("wires").size() + " wires.",
                    "A design has at most " + MOST_LAYERS + " layers and " + 4 * MOST_LAYERS + " wires.");
        }
        return layers(document.path("layers")).then(layers -> wires(document.path("wires"), layers));
    }

    static Result<Map<String, Layer>> layers(JsonNode array) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : array) {
            String id = node.path("id").asString("");
            String type = node.path("type").asString("");
            String name = node.path("name").asString(id);
            if (isBadId(id)
                    || isBadId(Block.definition(type).orElse(type))
                    || name.isBlank()
                    || name.length() > LONGEST_ID) {
                return refused(
                        "A layer has no proper id, type or name: “" + abridged(id) + "”.",
                        "Each is text of 1 to " + LONGEST_ID
                                + " characters; ids and types are of letters, digits, - and _.");
            }
            if (!names.add(name)) {
                return refused("Two layers are called “" + name + "”.", "Every layer has a name of its own.");
            }
            Result<Map<String, Value>> values =
                    ValuesJson.read(node.path("parameters").isMissingNode() ? Json.object() : node.path("parameters"));
            if (values instanceof Result.Refused<Map<String, Value>> bad) {
                return Result.refused(
                        bad.problems().stream().map(problem -> problem.at(id)).toList());
            }
            Position position =
                    new Position(node.path("x").asDouble(0), node.path("y").asDouble(0));
            if (!(Math.abs(position.x()) <= FARTHEST && Math.abs(position.y()) <= FARTHEST)) {
                return refused(
                        "The layer “" + id + "” lies too far away.",
                        "A layer lies between -10,000,000 and 10,000,000.");
            }
            if (layers.put(id, new Layer(id, type, name, position, values.get())) != null) {
                return refused("Two layers have the id “" + id + "”.", "Every layer has an id of its own.");
            }
        }
        return Result.ok(layers);
    }

    private static Result<Design> wires(JsonNode array, Map<String, Layer> layers) {
        List<Wire> wires = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<List<String>> ends = new HashSet<>();
        for (JsonNode node : array) {
            String from = node.path("from").asString("");
            String to = node.path("to").asString("");
            String id = node.path("id").asString(from + ">" + to);
            if (!layers.containsKey(from) || !layers.containsKey(to) || from.equals(to)) {
                return refused(
                        "A wire leads from “" + abridged(from) + "” to “" + abridged(to) + "”.",
                        "Both ends are different layers of the design.");
            }
            if (id.length() > 2 * LONGEST_ID + 1 || !ids.add(id) || !ends.add(List.of(from, to))) {
                return refused(
                        "There are two wires from “" + from + "” to “" + to + "”, or two with one id.",
                        "Two layers are joined by one wire at most.");
            }
            wires.add(new Wire(id, from, to));
        }
        return Result.ok(new Design(layers, wires));
    }

    static boolean isBadId(String id) {
        return id.isEmpty()
                || id.length() > LONGEST_ID
                || !id.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    static <T> Result<T> refused(String what, String expected) {
        return Result.refused(Problem.error("bad-document", what, expected, "Correct the document and send it again."));
    }
}
