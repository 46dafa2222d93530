package org.netloom.format;

import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Result;
import org.netloom.design.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An edit as the log keeps it and programs read it. */
public final class EditJson {

    private EditJson() {}

    public static String text(Edit edit) {
        return Json.write(write(edit));
    }

    /** Reads an edit from outside; whether it can be applied shows when it is. */
    public static Result<Edit> read(JsonNode node) {
        return EditReader.read(node);
    }

    /** Reads an edit that Netloom itself has written. */
    public static Edit own(String text) {
        return EditReader.read(Json.parseOwn(text)).get();
    }

    public static ObjectNode write(Edit edit) {
        ObjectNode object = Json.object();
        switch (edit) {
            case Edit.AddLayers add -> {
                object.put("kind", "add-layers");
                ObjectNode part = DesignJson.write(Design.of(add.layers(), add.wires()));
                object.set("layers", part.get("layers"));
                object.set("wires", part.get("wires"));
            }
            case Edit.RemoveLayers remove -> {
                object.put("kind", "remove-layers");
                ArrayNode ids = object.putArray("ids");
                remove.ids().forEach(ids::add);
            }
            case Edit.MoveLayers move -> {
                object.put("kind", "move-layers");
                ObjectNode positions = object.putObject("positions");
                move.positions().forEach((id, position) -> {
                    ArrayNode pair = positions.putArray(id);
                    pair.add(position.x());
                    pair.add(position.y());
                });
            }
            case Edit.Connect connect -> {
                object.put("kind", "connect");
                ArrayNode wires = object.putArray("wires");
                connect.wires()
                        .forEach(wire -> wires.addObject()
                                .put("id", wire.id())
                                .put("from", wire.from())
                                .put("to", wire.to()));
            }
            case Edit.Disconnect disconnect -> {
                object.put("kind", "disconnect");
                ArrayNode ids = object.putArray("ids");
                disconnect.ids().forEach(ids::add);
            }
            case Edit.SetParameter set -> {
                object.put("kind", "set-parameter");
                object.put("layer", set.layer());
                object.put("parameter", set.parameter());
                Value value = set.value();
                if (value == null) {
                    object.putNull("value");
                } else {
                    object.set(
                            "value",
                            ValuesJson.write(java.util.Map.of("value", value)).get("value"));
                }
            }
            case Edit.Rename rename -> {
                object.put("kind", "rename");
                object.put("layer", rename.layer());
                object.put("name", rename.name());
            }
            case Edit.Batch batch -> {
                object.put("kind", "batch");
                ArrayNode edits = object.putArray("edits");
                batch.edits().forEach(each -> edits.add(write(each)));
            }
            case BlockEdit blocks -> write(blocks, object);
        }
        return object;
    }

    private static void write(BlockEdit edit, ObjectNode object) {
        switch (edit) {
            case BlockEdit.Group group -> {
                object.put("kind", "group");
                ArrayNode layers = object.putArray("layers");
                group.layers().forEach(layers::add);
                object.put("block", group.block()).put("layer", group.layer()).put("name", group.name());
            }
            case BlockEdit.Ungroup ungroup -> object.put("kind", "ungroup").put("layer", ungroup.layer());
            case BlockEdit.PutBlock put -> {
                object.put("kind", "put-block");
                BlockJson.write(put.block(), object.putObject("block"));
            }
            case BlockEdit.RemoveBlock remove ->
                object.put("kind", "remove-block").put("block", remove.block());
            case BlockEdit.RenameBlock rename ->
                object.put("kind", "rename-block").put("block", rename.block()).put("name", rename.name());
            case BlockEdit.Expose expose -> {
                object.put("kind", "expose").put("block", expose.block());
                BlockJson.writeExposed(expose.exposed(), object.putArray("exposed"));
            }
            case BlockEdit.SetOrigin set -> {
                object.put("kind", "set-origin").put("block", set.block());
                Block.Origin origin = set.origin();
                if (origin == null) {
                    object.putNull("origin");
                } else {
                    object.putObject("origin").put("block", origin.block()).put("version", origin.version());
                }
            }
            case BlockEdit.InBlock inside -> {
                object.put("kind", "in-block").put("block", inside.block());
                object.set("edit", write(inside.edit()));
            }
        }
    }
}
