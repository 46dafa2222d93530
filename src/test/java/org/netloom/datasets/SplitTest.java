package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Problem;

class SplitTest {

    private final DatasetCatalog catalog = new DatasetCatalog(Path.of("target/no-home"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moons",
                "circles",
                "spirals",
                "blobs",
                "linear-plane",
                "sine",
                "iris",
                "digits",
                "parity",
                "letters"
            })
    void putsEveryExampleIntoExactlyOnePart(String id) {
        Examples examples = load(id);
        Dice dice = new Dice(7);
        for (int round = 0; round < 20; round++) {
            SplitSpec spec = SplitSpec.fractions(dice.between(0.05, 0.45), dice.between(0.05, 0.45), dice.nextLong());
            Split split = Split.of(examples, spec).get();
            assertThat(together(split))
                    .isEqualTo(IntStream.range(0, examples.count()).toArray());
            assertThat((double) split.test().length).isCloseTo(spec.testFraction() * examples.count(), within(1.0));
        }
    }

    @Test
    void givesTheSameSplitForTheSameSeedAndAnotherForAnother() {
        Examples iris = load("iris");
        Split first = Split.of(iris, SplitSpec.fractions(0.2, 0.2, 5)).get();
        Split again = Split.of(iris, SplitSpec.fractions(0.2, 0.2, 5)).get();
        Split other = Split.of(iris, SplitSpec.fractions(0.2, 0.2, 6)).get();
        assertThat(again.test()).isEqualTo(first.test());
        assertThat(again.validation()).isEqualTo(first.validation());
        assertThat(other.test()).isNotEqualTo(first.test());
    }

    @Test
    void keepsItsDrawAcrossVersions() {
        Split split = Split.of(load("iris"), SplitSpec.fractions(0.1, 0.1, 5)).get();
        assertThat(split.test()).containsExactly(13, 26, 32, 40, 49, 53, 64, 71, 77, 92, 102, 112, 123, 130, 147);
    }

    @Test
    void givesEveryClassItsShare() {
        Examples iris = load("iris");
        Split split = Split.of(iris, SplitSpec.fractions(0.2, 0.1, 3)).get();
        for (int species = 0; species < 3; species++) {
            int index = species;
            assertThat(Arrays.stream(split.test()).filter(row -> iris.classes()[row] == index))
                    .hasSize(5);
            assertThat(Arrays.stream(split.validation()).filter(row -> iris.classes()[row] == index))
                    .hasSize(10);
        }
    }

    @Test
    void takesValidationOutOfTheTrainingPartAndLeavesTheStandardTestPartAlone() {
        Examples digits = load("digits");
        Split split = Split.of(digits, SplitSpec.standard(0.1, 1)).get();
        assertThat(split.test()).isEqualTo(IntStream.range(6_000, 7_000).toArray());
        assertThat(split.validation()).hasSize(600);
        assertThat(Arrays.stream(split.validation())).allMatch(row -> row < 6_000);
        assertThat(together(split)).hasSize(7_000).doesNotHaveDuplicates();
    }

    @Test
    void hasNoValidationPartWhereItsFractionIsZero() {
        assertThat(Split.of(load("digits"), SplitSpec.standard(0, 1)).get().validation())
                .isEmpty();
        assertThat(Split.of(load("iris"), SplitSpec.fractions(0, 0.2, 1)).get().validation())
                .isEmpty();
    }

    @Test
    void usesEverythingForEveryPartWithAll() {
        Split split = Split.of(load("xor"), SplitSpec.all()).get();
        assertThat(split.train())
                .containsExactly(0, 1, 2, 3)
                .isEqualTo(split.test())
                .isEqualTo(split.validation());
    }

    @Test
    void refusesAStandardSplitWhereTheDatasetHasNoTestPart() {
        assertThat(refusal("moons", SplitSpec.standard(0.1, 1)).code()).isEqualTo("no-standard-test-part");
    }

    @Test
    void refusesAPartThatWouldBeEmpty() {
        Problem problem = refusal("xor", SplitSpec.fractions(0.1, 0.3, 1));
        assertThat(problem.code()).isEqualTo("empty-part");
        assertThat(problem.text()).contains("validation part of XOR", "“all”");
        assertThat(refusal("worked-2-2-2", SplitSpec.fractions(0, 0.5, 1)).code())
                .isEqualTo("empty-part");
        assertThat(refusal("iris", SplitSpec.fractions(0.5, 0.5, 1)).code()).isEqualTo("empty-part");
    }

    @Test
    void refusesFractionsThatAreNone() {
        assertThat(refusal("iris", SplitSpec.fractions(Double.NaN, 0.2, 1)).code())
                .isEqualTo("bad-fraction");
        assertThat(refusal("iris", SplitSpec.fractions(0.2, -0.1, 1)).parameter())
                .isEqualTo("testFraction");
        assertThat(refusal("iris", SplitSpec.fractions(0.2, 0, 1)).code()).isEqualTo("bad-fraction");
        assertThat(refusal("digits", SplitSpec.standard(1, 1)).code()).isEqualTo("bad-fraction");
        assertThat(refusal("iris", new SplitSpec("halves", 0, 0, 1)).code()).isEqualTo("unknown-split");
    }

    @Test
    void suitsEveryBuiltInDataset() {
        for (DatasetInfo info : catalog.all()) {
            if (!info.id().equals("mnist")) {
                assertThat(Split.of(load(info.id()), SplitSpec.suited(info)).isOk())
                        .as(info.id())
                        .isTrue();
            }
        }
    }

    private Problem refusal(String id, SplitSpec spec) {
        return Split.of(load(id), spec).problems().get(0);
    }

    private Examples load(String id) {
        return catalog.load(id).get();
    }

    private static int[] together(Split split) {
        return Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
    }
}
