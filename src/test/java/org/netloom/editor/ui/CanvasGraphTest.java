package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasGraphTest {
    private static final CanvasWire WIRE = new CanvasWire("a>b", "a", "b", "784", true);

    @Test
    void tellsOnlyTheCardThatMoved() {
        CanvasGraph before = CanvasGraph.of(List.of(card("a", 0), card("b", 0)), List.of(WIRE));
        CanvasGraph after = CanvasGraph.of(List.of(card("a", 0), card("b", 8)), List.of(WIRE));

        CanvasGraph.Patch patch = after.since(before);

        assertThat(patch.cards()).containsExactly(card("b", 8));
        assertThat(patch.wires()).isEmpty();
        assertThat(patch.removedCards()).isEmpty();
    }

    @Test
    void tellsWhatIsGone() {
        CanvasGraph before = CanvasGraph.of(List.of(card("a", 0), card("b", 0)), List.of(WIRE));

        CanvasGraph.Patch patch =
                CanvasGraph.of(List.of(card("a", 0)), List.of()).since(before);

        assertThat(patch.removedCards()).containsExactly("b");
        assertThat(patch.removedWires()).containsExactly("a>b");
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        CanvasGraph graph = CanvasGraph.of(List.of(card("a", 0)), List.of());

        assertThat(CanvasGraph.of(List.of(card("a", 0)), List.of()).since(graph).isEmpty())
                .isTrue();
    }

    private static CanvasCard card(String id, double x) {
        return new CanvasCard(id, id, "Dense", 2, "", "128", "128", "100,480", List.of(), x, 0, true, true, false);
    }
}
