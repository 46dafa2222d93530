package org.netloom.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {

    private static final Design TWO = Design.chain(Layer.of("a", "input"), Layer.of("b", "dense"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inverseTakesBackWhateverAnEditDid(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        Design design = Design.EMPTY;
        for (int i = 0; i < 300; i++) {
            Edit edit = edits.on(design);
            if (edit.applyTo(design) instanceof Result.Ok<Design>(Design changed)) {
                Design back = edit.inverse(design).applyTo(changed).get();
                assertThat(back.layers()).isEqualTo(design.layers());
                assertThat(blocksWithoutOrder(back)).isEqualTo(blocksWithoutOrder(design));
                assertThat(new HashSet<>(back.wires())).isEqualTo(new HashSet<>(design.wires()));
                for (String layer : design.layers().keySet()) {
                    assertThat(back.into(layer)).as("inputs in their order").isEqualTo(design.into(layer));
                }
                Design again =
                        edit.inverse(design).inverse(changed).applyTo(back).get();
                assertThat(again.layers()).isEqualTo(changed.layers());
                assertThat(new HashSet<>(again.wires())).isEqualTo(new HashSet<>(changed.wires()));
                design = changed;
            }
        }
        assertThat(design.layers()).isNotEmpty();
        assertThat(design.blocks()).isNotEmpty();
    }

    /** Definitions as they count: the wires of each layer in their order, whatever stands between them in the list. */
    private static Map<String, List<Object>> blocksWithoutOrder(Design design) {
        return design.blocks().values().stream()
                .collect(Collectors.toMap(
                        Block::id,
                        block -> List.of(
                                block.name(),
                                block.exposed(),
                                String.valueOf(block.origin()),
                                block.inside().layers(),
                                block.inside().layers().keySet().stream()
                                        .collect(Collectors.toMap(id -> id, block.inside()::into)))));
    }

    @Test
    void removingALayerRemovesItsWiresAndUndoBringsThemBack() {
        Edit remove = new Edit.RemoveLayers(Set.of("b"));

        Design removed = remove.applyTo(TWO).get();

        assertThat(removed.wires()).isEmpty();
        assertThat(remove.inverse(TWO).applyTo(removed).get()).isEqualTo(TWO);
    }

    @Test
    void editOfALayerThatIsGoneIsRefusedWithAReason() {
        Result<Design> result = new Edit.SetParameter("gone", "units", Value.of(3)).applyTo(TWO);

        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("layer-gone");
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void batchIsAppliedWholeOrNotAtAll() {
        Edit batch = new Edit.Batch(
                new Edit.SetParameter("b", "units", Value.of(3)),
                new Edit.Rename("b", "a name already taken by nobody"),
                new Edit.Rename("a", "a name already taken by nobody"));

        assertThat(batch.applyTo(TWO).isOk()).isFalse();
        assertThat(TWO.require("b").values()).isEmpty();
    }

    @Test
    void twoLayersAreJoinedOnceAndNeverToThemselves() {
        assertThat(new Edit.Connect("a", "b").applyTo(TWO).problems())
                .extracting(Problem::code)
                .containsExactly("already-connected");
        assertThat(new Edit.Connect("a", "a").applyTo(TWO).problems())
                .extracting(Problem::code)
                .containsExactly("wire-to-itself");
    }

    @Test
    void settingBackToDefaultForgetsTheValue() {
        Design set =
                new Edit.SetParameter("b", "units", Value.of(3)).applyTo(TWO).get();

        Design back = new Edit.SetParameter("b", "units", null).applyTo(set).get();

        assertThat(back.require("b").values()).isEmpty();
    }

    @Test
    void movingIsOneEditForManyCards() {
        Edit move = new Edit.MoveLayers(Map.of("a", new Position(1, 2), "b", new Position(3, 4)));

        assertThat(move.applyTo(TWO).get().require("b").position()).isEqualTo(new Position(3, 4));
    }
}
