package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

class LayerEditsTest {

    private final Design design =
            Design.chain(Layer.of("in", "input"), Layer.of("hidden", "dense"), Layer.of("out", "output"));

    private Design after(String selected, String type) {
        Edit edit = new LayerEdits(Catalog.standard(), design, Optional.empty()).after(List.of(selected), type);
        return edit.applyTo(design).get();
    }

    @Test
    void aLayerAddedAfterAnotherGoesIntoTheWireThatLeavesIt() {
        Design longer = after("hidden", "dropout");
        assertThat(longer.wires().stream().map(Wire::id))
                .containsExactlyInAnyOrder("in>hidden", "hidden>dropout1", "dropout1>out");
    }

    @Test
    void whatCannotStandBetweenIsFedFromTheSelectedLayerBesideIt() {
        Design longer = after("hidden", "output");
        assertThat(longer.wires().stream().map(Wire::id)).contains("hidden>out", "hidden>output1");
    }
}
