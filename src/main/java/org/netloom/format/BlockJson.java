package org.netloom.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Exposed;
import org.netloom.design.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Definitions of blocks as JSON: {@code [{"id", "name", "origin": {"block", "version"}, "exposed": [{"name", "label", "targets":
 * [{"layer", "parameter"}]}], "layers", "wires"}]}.
 */
final class BlockJson {

    static final int MOST_BLOCKS = 500;
    private static final int MOST_EXPOSED = 200;
    private static final int MOST_TARGETS = 500;

    private BlockJson() {}

    static void write(Block block, ObjectNode object) {
        object.put("id", block.id());
        object.put("name", block.name());
        Block.Origin origin = block.origin();
        if (origin != null) {
            object.putObject("origin").put("block", origin.block()).put("version", origin.version());
        }
        writeExposed(block.exposed(), object.putArray("exposed"));
        DesignJson.writeGraph(block.inside(), object);
    }

    static void writeExposed(List<Exposed> exposed, ArrayNode array) {
        exposed.forEach(each -> {
            ObjectNode object = array.addObject().put("name", each.name()).put("label", each.label());
            ArrayNode targets = object.putArray("targets");
            each.targets()
                    .forEach(target ->
                            targets.addObject().put("layer", target.layer()).put("parameter", target.parameter()));
        });
    }

    /** The design with these definitions; refused where they do not hold together. */
    static Result<Design> read(JsonNode array, Design design) {
        if (array.size() > MOST_BLOCKS) {
            return DesignJson.refused(
                    "The document defines " + array.size() + " blocks.",
                    "A design defines at most " + MOST_BLOCKS + " blocks.");
        }
        Map<String, Block> blocks = new LinkedHashMap<>();
        int layers = 0;
        for (JsonNode node : array) {
            Result<Block> block = block(node);
            if (block instanceof Result.Refused<Block> bad) {
                return Result.refused(bad.problems());
            }
            String id = block.get().id();
            layers += block.get().inside().layers().size();
            if (layers > DesignJson.MOST_LAYERS) {
                return DesignJson.refused(
                        "The blocks of the document have more than " + DesignJson.MOST_LAYERS + " layers together.",
                        "They have at most that many.");
            }
            if (blocks.put(id, block.get()) != null) {
                return DesignJson.refused("Two blocks have the id “" + id + "”.", "Every block has an id of its own.");
            }
        }
        return Blocks.sound(design.withBlocks(blocks));
    }

    /** Reads one definition, without regard to the others that it may be made of. */
    static Result<Block> block(JsonNode node) {
        String id = node.path("id").asString("");
        String name = node.path("name").asString(id);
        if (DesignJson.isBadId(id) || name.isBlank() || name.length() > Block.LONGEST_NAME) {
            return DesignJson.refused(
                    "A block has no proper id or name: “" + DesignJson.abridged(id) + "”.",
                    "Each is text of 1 to " + Block.LONGEST_NAME + " characters; ids are of letters, digits, - and _.");
        }
        return DesignJson.graph(node)
                .then(inside -> exposed(node.path("exposed"))
                        .map(exposed -> new Block(id, name, inside, exposed, origin(node.path("origin")))));
    }

    static Block.@Nullable Origin origin(JsonNode node) {
        String block = node.path("block").asString("");
        return block.isEmpty() || block.length() > 100
                ? null
                : new Block.Origin(block, node.path("version").asInt(1));
    }

    static Result<List<Exposed>> exposed(JsonNode array) {
        List<Exposed> exposed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : array) {
            String name = node.path("name").asString("");
            String label = node.path("label").asString(name);
            List<Exposed.Target> targets = new ArrayList<>();
            for (JsonNode target : node.path("targets")) {
                targets.add(new Exposed.Target(
                        target.path("layer").asString(""),
                        target.path("parameter").asString("")));
            }
            if (DesignJson.isBadId(name)
                    || name.equals(Block.REPEAT)
                    || label.isBlank()
                    || label.length() > Block.LONGEST_NAME
                    || targets.size() > MOST_TARGETS
                    || exposed.size() >= MOST_EXPOSED
                    || !names.add(name)) {
                return DesignJson.refused(
                        "An exposed parameter has no proper name or label: “" + DesignJson.abridged(name) + "”.",
                        "Each has a name of its own other than “" + Block.REPEAT + "”, a label and at most "
                                + MOST_TARGETS + " targets; a block exposes at most " + MOST_EXPOSED + ".");
            }
            exposed.add(new Exposed(name, label, targets));
        }
        return Result.ok(exposed);
    }
}
