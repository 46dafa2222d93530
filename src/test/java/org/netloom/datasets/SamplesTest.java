package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;

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

    private Samples samples(String id, int units) {
        Examples examples = catalog.load(id).get();
        Split everything = Split.of(examples, SplitSpec.all()).get();
        return Samples.of(examples, everything.train(), Normalization.none(), units)
                .get();
    }
}
