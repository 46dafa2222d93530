package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Shape;

class NormalizationTest {

    private static final int[] FIRST_THREE = {0, 1, 2};

    /** Two features, the second one constant; the last row is far outside. */
    private final Examples table = Examples.ofClasses(
            info(new Shape.Vector(2)), new float[] {1, 7, 2, 7, 3, 7, 1_000, 9}, new int[] {0, 1, 0, 1});

    @Test
    void scalesTheTrainingPartFromZeroToOne() {
        Normalization scale = Normalization.fitted(Normalization.Kind.MIN_MAX, table, FIRST_THREE);
        assertThat(scale.apply(table.features())).containsExactly(0f, 0f, 0.5f, 0f, 1f, 0f, 499.5f, 2f);
    }

    @Test
    void givesTheTrainingPartMeanZeroAndDeviationOne() {
        Normalization scale = Normalization.fitted(Normalization.Kind.STANDARDIZE, table, FIRST_THREE);
        float[] scaled = scale.apply(table.features());
        float edge = (float) Math.sqrt(1.5);
        assertThat(scaled[0]).isCloseTo(-edge, within(1e-6f));
        assertThat(scaled[2]).isZero();
        assertThat(scaled[4]).isCloseTo(edge, within(1e-6f));
    }

    @Test
    void learnsNothingFromRowsOutsideTheTrainingPart() {
        float[] changed = table.features().clone();
        changed[6] = -5e6f;
        Examples other = Examples.ofClasses(table.info(), changed, table.classes());
        for (Normalization.Kind kind : Normalization.Kind.values()) {
            assertThat(Normalization.fitted(kind, other, FIRST_THREE).state())
                    .isEqualTo(Normalization.fitted(kind, table, FIRST_THREE).state());
        }
    }

    @Test
    void turnsAConstantFeatureIntoZeros() {
        for (Normalization.Kind kind : List.of(Normalization.Kind.MIN_MAX, Normalization.Kind.STANDARDIZE)) {
            float[] scaled = Normalization.fitted(kind, table, FIRST_THREE).apply(table.features());
            assertThat(new float[] {scaled[1], scaled[3], scaled[5]}).containsExactly(0f, 0f, 0f);
        }
    }

    @Test
    void keepsOnePairForEachChannelOfAnImage() {
        Examples images = Examples.ofClasses(
                info(new Shape.Image(2, 1, 2)), new float[] {0, 2, 10, 20, 4, 4, 30, 10}, new int[] {0, 1});
        Normalization scale = Normalization.fitted(Normalization.Kind.MIN_MAX, images, new int[] {0, 1});
        assertThat(scale.state()).containsExactly(0, 10, 0.25, 0.05);
        assertThat(scale.apply(images.features())).containsExactly(0f, 0.5f, 0f, 0.5f, 1f, 1f, 1f, 0f);
    }

    @Test
    void comesBackFromItsState() {
        for (Normalization.Kind kind : Normalization.Kind.values()) {
            Normalization fitted = Normalization.fitted(kind, table, FIRST_THREE);
            Normalization restored = Normalization.restored(kind, table.info().input(), fitted.state());
            assertThat(restored.apply(table.features())).isEqualTo(fitted.apply(table.features()));
            assertThat(Normalization.Kind.of(kind.id())).contains(kind);
        }
    }

    @Test
    void refusesAStateOfAnotherShape() {
        assertThatThrownBy(() -> Normalization.restored(Normalization.Kind.MIN_MAX, new Shape.Vector(3), new double[4]))
                .hasMessageContaining("has 6 numbers, not 4");
    }

    private static DatasetInfo info(Shape input) {
        return new DatasetInfo("t", "T", "", input, new Target.Classes(List.of("a", "b")), 4, false, List.of());
    }
}
