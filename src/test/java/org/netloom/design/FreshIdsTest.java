package org.netloom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreshIdsTest {

    private static Design of(List<Layer> layers) {
        Map<String, Layer> byId = new LinkedHashMap<>();
        layers.forEach(layer -> byId.put(layer.id(), layer));
        return new Design(byId, List.of());
    }

    private static List<Layer> dense(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Layer.of("dense" + i, "dense"))
                .toList();
    }

    private static Edit fresh(Design design, UsedIds used, Edit edit) {
        return FreshIds.in(design, used, edit);
    }

    @Test
    void takenAndUsedUpIdsAreReplacedByTheNextOfTheirStem() {
        UsedIds used = new UsedIds(Map.of("dense", 7L));
        Edit edit = fresh(of(dense(2)), used, new Edit.AddLayers(dense(2), List.of()));

        assertThat(((Edit.AddLayers) edit).layers()).extracting(Layer::id).containsExactly("dense8", "dense9");
        assertThat(((Edit.AddLayers) edit).layers()).extracting(Layer::name).containsExactly("dense8", "dense9");
    }

    @Test
    void layersOfOneNameAreNumbered() {
        List<Layer> same = dense(3).stream().map(layer -> layer.named("Same")).toList();
        Edit edit = fresh(of(same.subList(0, 1)), UsedIds.NONE, new Edit.AddLayers(same, List.of()));

        assertThat(((Edit.AddLayers) edit).layers())
                .extracting(Layer::name)
                .containsExactly("Same 2", "Same 3", "Same 4");
    }

    @Test
    void aBlockAndTheLayerInItsPlaceGetIdsThatDiffer() {
        Design design = of(List.of(Layer.of("block1", "dense"), Layer.of("block5", "dense"), Layer.of("a", "dense")));
        Edit edit = fresh(design, UsedIds.NONE, new BlockEdit.Group(Set.of("a"), "block1", "block5", "Block 1"));

        BlockEdit.Group group = (BlockEdit.Group) edit;
        assertThat(group.block()).isEqualTo("block6");
        assertThat(group.layer()).isEqualTo("block7");
        assertThat(group.name()).isEqualTo("Block 6");
    }

    /** Nobody has asked yet whether what comes out is too large, and all who edit the project wait meanwhile. */
    @Test
    void thousandsOfTakenIdsAndNamesCostNoTime() {
        int many = 10_000;
        List<Layer> same = IntStream.rangeClosed(1, many)
                .mapToObj(i -> Layer.of("other" + i, "dense").named("dense1"))
                .toList();
        List<Edit> edits = new ArrayList<>(
                List.of(new Edit.AddLayers(dense(many), List.of()), new Edit.AddLayers(same, List.of())));
        for (int i = 0; i < many; i++) {
            edits.add(new BlockEdit.Group(new LinkedHashSet<>(Set.of("dense1")), "dense1", "dense2", "Block"));
        }
        Design design = of(dense(many));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatNoException().isThrownBy(() -> fresh(design, UsedIds.NONE, new Edit.Batch(edits))));
    }

    @Test
    void madeUpIdsDoNotFillTheMemory() {
        UsedIds used = UsedIds.NONE.after(of(List.of(Layer.of("dense3", "dense"))), Design.EMPTY);
        for (int round = 0; round < 5; round++) {
            int base = round * 1000;
            used = used.after(
                    of(IntStream.range(0, 1000)
                            .mapToObj(i -> Layer.of("x" + (base + i) + "x", "dense"))
                            .toList()),
                    Design.EMPTY);
        }
        used = used.after(of(List.of(Layer.of("dense9", "dense"))), Design.EMPTY);

        assertThat(used.highest()).hasSize(UsedIds.MOST_STEMS).containsEntry("dense", 9L);
    }
}
