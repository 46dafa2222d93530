package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GestureReaderTest {

    @Test
    void readsADragAsOneMove() {
        assertThat(GestureReader.read("netloom-move-layers", json("[{\"id\":\"a\",\"x\":8,\"y\":16.5}]")))
                .contains(new CanvasGesture.MoveLayers(List.of(new CanvasGesture.Place("a", 8, 16.5))));
    }

    @Test
    void readsALayerDroppedOnAWire() {
        assertThat(GestureReader.read(
                        "netloom-add-layer", json("{\"type\":\"dense\",\"x\":1,\"y\":2,\"wire\":\"a>b\"}")))
                .contains(new CanvasGesture.AddLayer("dense", 1, 2, "a>b"));
    }

    @Test
    void readsWhatBecomesABlock() {
        assertThat(GestureReader.read("netloom-group-layers", json("[\"a\",\"b\"]")))
                .contains(new CanvasGesture.Group(List.of("a", "b")));
        assertThat(GestureReader.read("netloom-open-layer", json("\"a\""))).contains(new CanvasGesture.Open("a"));
    }

    @Test
    void takesAnUnknownCommandForNoGesture() {
        assertThat(GestureReader.read("netloom-command", json("\"format-disk\"")))
                .isEmpty();
    }

    @Test
    void survivesDetailsOfTheWrongKind() {
        assertThat(GestureReader.read("netloom-remove-layers", json("17")))
                .contains(new CanvasGesture.RemoveLayers(List.of()));
        assertThat(GestureReader.read("netloom-add-layer", json("{\"x\":\"far\"}")))
                .contains(new CanvasGesture.AddLayer("", 0, 0, ""));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
