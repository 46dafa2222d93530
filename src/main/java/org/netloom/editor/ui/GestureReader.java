package org.netloom.editor.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.netloom.editor.ui.CanvasGesture.AddLayer;
import org.netloom.editor.ui.CanvasGesture.Connect;
import org.netloom.editor.ui.CanvasGesture.CursorMoved;
import org.netloom.editor.ui.CanvasGesture.Disconnect;
import org.netloom.editor.ui.CanvasGesture.Duplicate;
import org.netloom.editor.ui.CanvasGesture.Group;
import org.netloom.editor.ui.CanvasGesture.Leave;
import org.netloom.editor.ui.CanvasGesture.MoveLayers;
import org.netloom.editor.ui.CanvasGesture.Open;
import org.netloom.editor.ui.CanvasGesture.OpenQuickAdd;
import org.netloom.editor.ui.CanvasGesture.Place;
import org.netloom.editor.ui.CanvasGesture.Redo;
import org.netloom.editor.ui.CanvasGesture.RemoveLayers;
import org.netloom.editor.ui.CanvasGesture.SelectionChanged;
import org.netloom.editor.ui.CanvasGesture.ShowKeys;
import org.netloom.editor.ui.CanvasGesture.Train;
import org.netloom.editor.ui.CanvasGesture.Undo;
import org.netloom.editor.ui.CanvasGesture.Ungroup;
import tools.jackson.databind.JsonNode;

/** Reads the browser's events. What is malformed is no gesture: the browser is not to be trusted. */
final class GestureReader {
    private static final int MOST = 20_000;
    private static final int LONGEST_ID = 200;
    private static final double FARTHEST = 1e7;
    private static final Map<String, Function<JsonNode, Optional<CanvasGesture>>> READERS = Map.ofEntries(
            Map.entry("netloom-add-layer", GestureReader::addLayer),
            Map.entry("netloom-move-layers", GestureReader::moveLayers),
            Map.entry(
                    "netloom-connect-layers",
                    detail -> Optional.of(new Connect(text(detail, "from"), text(detail, "to")))),
            Map.entry("netloom-disconnect-layers", detail -> Optional.of(new Disconnect(texts(detail)))),
            Map.entry("netloom-remove-layers", detail -> Optional.of(new RemoveLayers(texts(detail)))),
            Map.entry("netloom-selection-changed", detail -> Optional.of(new SelectionChanged(texts(detail)))),
            Map.entry(
                    "netloom-cursor-moved",
                    detail -> Optional.of(new CursorMoved(
                            detail.path("over").asBoolean(false), number(detail, "x"), number(detail, "y")))),
            Map.entry("netloom-duplicate-layers", detail -> Optional.of(new Duplicate(texts(detail)))),
            Map.entry("netloom-group-layers", detail -> Optional.of(new Group(texts(detail)))),
            Map.entry("netloom-ungroup-layers", detail -> Optional.of(new Ungroup(texts(detail)))),
            Map.entry("netloom-open-layer", detail -> Optional.of(new Open(detail.asString("")))),
            Map.entry("netloom-open-quick-add", GestureReader::openQuickAdd),
            Map.entry("netloom-command", GestureReader::command));

    private GestureReader() {}

    static List<String> events() {
        return List.copyOf(READERS.keySet());
    }

    static Optional<CanvasGesture> read(String event, JsonNode detail) {
        Function<JsonNode, Optional<CanvasGesture>> reader = READERS.get(event);
        return reader == null ? Optional.empty() : reader.apply(detail);
    }

    private static Optional<CanvasGesture> addLayer(JsonNode detail) {
        return Optional.of(
                new AddLayer(text(detail, "type"), number(detail, "x"), number(detail, "y"), text(detail, "wire")));
    }

    private static Optional<CanvasGesture> moveLayers(JsonNode detail) {
        return Optional.of(new MoveLayers(detail.valueStream()
                .limit(MOST)
                .map(place -> new Place(text(place, "id"), number(place, "x"), number(place, "y")))
                .toList()));
    }

    private static Optional<CanvasGesture> openQuickAdd(JsonNode detail) {
        return Optional.of(new OpenQuickAdd(
                number(detail, "x"),
                number(detail, "y"),
                number(detail, "left"),
                number(detail, "top"),
                text(detail, "from")));
    }

    private static Optional<CanvasGesture> command(JsonNode detail) {
        return switch (detail.asString("")) {
            case "undo" -> Optional.of(new Undo());
            case "redo" -> Optional.of(new Redo());
            case "train" -> Optional.of(new Train());
            case "leave" -> Optional.of(new Leave());
            case "showKeys" -> Optional.of(new ShowKeys());
            default -> Optional.empty();
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static double number(JsonNode node, String field) {
        double value = node.path(field).asDouble(0);
        return Math.abs(value) <= FARTHEST ? value : 0;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .limit(MOST)
                .map(id -> id.asString(""))
                // What somebody has selected is shown to everyone else: no id is that long.
                .filter(id -> id.length() <= LONGEST_ID)
                .toList();
    }
}
