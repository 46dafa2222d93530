package org.netloom.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netloom.design.BlockEdit;
import org.netloom.design.Edit;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import tools.jackson.databind.JsonNode;

/** Reads edits as {@link EditJson} writes them, from programs too: what is no edit is refused, not guessed at. */
final class EditReader {

    private static final int MOST = 20_000;
    private static final int LONGEST_TEXT = 200;
    private static final double FARTHEST = 1e7;

    private EditReader() {}

    static Result<Edit> read(JsonNode node) {
        String kind = text(node, "kind");
        return switch (kind) {
            case "add-layers" -> addLayers(node);
            case "remove-layers" -> ids(node.path("ids")).map(Edit.RemoveLayers::new);
            case "move-layers" -> moveLayers(node);
            case "connect" -> wires(node.path("wires")).map(Edit.Connect::new);
            case "disconnect" -> ids(node.path("ids")).map(Edit.Disconnect::new);
            case "set-parameter" -> setParameter(node);
            case "rename" -> Result.ok(new Edit.Rename(text(node, "layer"), text(node, "name")));
            case "batch" -> batch(node);
            default -> blockEdit(kind, node);
        };
    }

    private static Result<Edit> blockEdit(String kind, JsonNode node) {
        String block = text(node, "block");
        return switch (kind) {
            case "group" -> group(node, block);
            case "ungroup" -> Result.ok(new BlockEdit.Ungroup(text(node, "layer")));
            case "put-block" -> BlockJson.block(node.path("block")).map(BlockEdit.PutBlock::new);
            case "remove-block" -> Result.ok(new BlockEdit.RemoveBlock(block));
            case "rename-block" -> Result.ok(new BlockEdit.RenameBlock(block, text(node, "name")));
            case "expose" -> BlockJson.exposed(node.path("exposed")).map(all -> new BlockEdit.Expose(block, all));
            case "set-origin" -> Result.ok(new BlockEdit.SetOrigin(block, BlockJson.origin(node.path("origin"))));
            case "in-block" -> read(node.path("edit")).map(edit -> new BlockEdit.InBlock(block, edit));
            default ->
                refused(
                        "“" + DesignJson.abridged(kind) + "” is no kind of edit.",
                        "Kinds are add-layers, remove-layers, move-layers, connect, disconnect, set-parameter, rename, batch, group, "
                                + "ungroup, put-block, remove-block, rename-block, expose, set-origin and in-block.");
        };
    }

    private static Result<Edit> addLayers(JsonNode node) {
        return DesignJson.layers(node.path("layers"))
                .then(layers -> wires(node.path("wires"))
                        .map(wires -> new Edit.AddLayers(List.copyOf(layers.values()), wires)));
    }

    private static Result<Edit> moveLayers(JsonNode node) {
        Map<String, Position> positions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.path("positions").properties()) {
            JsonNode pair = entry.getValue();
            double x = pair.path(0).asDouble(Double.NaN);
            double y = pair.path(1).asDouble(Double.NaN);
            if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
                return refused(
                        "The place of “" + DesignJson.abridged(entry.getKey()) + "” cannot be read.",
                        "A place is a pair of numbers between ±10,000,000, such as [120, 80].");
            }
            positions.put(entry.getKey(), new Position(x, y));
        }
        return Result.ok(new Edit.MoveLayers(positions));
    }

    private static Result<Edit> setParameter(JsonNode node) {
        String parameter = text(node, "parameter");
        if (parameter.isEmpty() || parameter.length() > DesignJson.LONGEST_ID) {
            return refused("A parameter has no proper name.", "A name is text of 1 to 60 characters.");
        }
        Result<Map<String, Value>> value = ValuesJson.read(Json.object().set("value", node.path("value")));
        return value.map(values -> new Edit.SetParameter(text(node, "layer"), parameter, values.get("value")));
    }

    private static Result<Edit> batch(JsonNode node) {
        List<Edit> edits = new ArrayList<>();
        for (JsonNode each : node.path("edits")) {
            Result<Edit> edit = read(each);
            if (!edit.isOk()) {
                return edit;
            }
            edits.add(edit.get());
        }
        return edits.size() > MOST
                ? refused("The edit has " + edits.size() + " parts.", "One edit has at most " + MOST + " parts.")
                : Result.ok(new Edit.Batch(edits));
    }

    private static Result<Edit> group(JsonNode node, String block) {
        String layer = text(node, "layer");
        if (DesignJson.isBadId(block) || DesignJson.isBadId(layer)) {
            return refused(
                    "A block or the layer in its place has no proper id.",
                    "Ids are of 1 to 60 letters, digits, - and _.");
        }
        return ids(node.path("layers")).map(layers -> new BlockEdit.Group(layers, block, layer, text(node, "name")));
    }

    private static Result<Set<String>> ids(JsonNode array) {
        Set<String> ids = new LinkedHashSet<>();
        array.forEach(id -> ids.add(id.asString("")));
        return ids.size() > MOST
                ? refused("The edit names " + ids.size() + " things.", "An edit names at most " + MOST + ".")
                : Result.ok(ids);
    }

    private static Result<List<Wire>> wires(JsonNode array) {
        List<Wire> wires = new ArrayList<>();
        for (JsonNode node : array) {
            String from = text(node, "from");
            String to = text(node, "to");
            Wire plain = Wire.between(from, to);
            String id = node.path("id").asString(plain.id());
            if (from.isEmpty() || to.isEmpty() || id.length() > LONGEST_TEXT || wires.size() > 4 * MOST) {
                return refused("A wire cannot be read.", "A wire has the ids of two layers, “from” and “to”.");
            }
            wires.add(new Wire(id, from, to));
        }
        return Result.ok(wires);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static <T> Result<T> refused(String what, String expected) {
        return Result.refused(Problem.error("bad-edit", what, expected, "Correct the edit and send it again."));
    }
}
