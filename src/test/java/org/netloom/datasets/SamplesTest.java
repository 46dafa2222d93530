package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.netloom.design.Shape;

class SamplesTest {

    private final DatasetCatalog catalog = new DatasetCatalog(Path.of("target/no-home"));

    @Test
    void encodesEachClassAsAUnitOfItsOwn() {
        Samples samples = samples("xor", 2);
        assertThat(samples.targets()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0);
        assertThat(samples.features()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
        assertThat(samples.targetSize()).isEqualTo(2);
    }

    @Test
    void encodesTwoClassesAsOneColumnForASingleUnit() {
        assertThat(samples("and", 1).targets()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void keepsNumbersAsTheyAre() {
        assertThat(samples("worked-2-2-2", 2).targets()).containsExactly(0.05f, 0.95f);
    }

    @Test
    void laysClassesAtEachStepOutAsASequence() {
        Samples samples = samples("running-parity", 32);
        int first = load("running-parity").classes()[0];
        assertThat(samples.targets()[0]).isEqualTo(1 - first);
        assertThat(samples.targets()[16]).isEqualTo(first);
        assertThat(samples("running-parity", 16).targets()[0]).isEqualTo(first);
        assertThat(samples.lengths()).isEmpty();
    }

    @Test
    void leavesPaddingWithoutAClass() {
        DatasetInfo info = new DatasetInfo(
                "t",
                "T",
                "",
                new Shape.Sequence(1, 3),
                new Target.ClassesPerStep(List.of("a", "b"), 3),
                1,
                false,
                List.of("x"));
        Examples examples =
                new Examples(info, new float[] {5, 6, 0}, new int[] {1, 0, 0}, new float[0], new int[] {2}, 1);
        Samples samples =
                Samples.of(examples, new int[] {0}, Normalization.none(), 6).get();
        assertThat(samples.targets()).containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(samples.lengths()).containsExactly(2);
        assertThat(Preview.of(examples, 1).histogram()).containsExactly(1, 1);
    }

    @Test
    void takesTheLengthsOfTheAskedRows() {
        Examples parity = load("parity");
        Samples samples =
                Samples.of(parity, new int[] {7, 3}, Normalization.none(), 2).get();
        assertThat(samples.lengths()).containsExactly(parity.lengths()[7], parity.lengths()[3]);
    }

    @Test
    void takesTheAskedRowsInTheAskedOrder() {
        Examples iris = catalog.load("iris").get();
        Samples samples =
                Samples.of(iris, new int[] {149, 0}, Normalization.none(), 3).get();
        assertThat(samples.features()).containsExactly(5.9f, 3.0f, 5.1f, 1.8f, 5.1f, 3.5f, 1.4f, 0.2f);
        assertThat(samples.targets()).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void refusesUnitsThatDoNotFitTheTarget() {
        Examples iris = catalog.load("iris").get();
        Problem problem = Samples.of(iris, new int[] {0}, Normalization.none(), 1)
                .problems()
                .get(0);
        assertThat(problem.text()).contains("has 1 unit.", "Iris has 3 classes", "Give the last layer 3 units");
        Examples sine = catalog.load("sine").get();
        assertThat(Samples.of(sine, new int[] {0}, Normalization.none(), 2).isOk())
                .isFalse();
    }

    private Examples load(String id) {
        return catalog.load(id).get();
    }

    private Samples samples(String id, int units) {
        Examples examples = load(id);
        Split everything = Split.of(examples, SplitSpec.all()).get();
        return Samples.of(examples, everything.train(), Normalization.none(), units)
                .get();
    }
}
