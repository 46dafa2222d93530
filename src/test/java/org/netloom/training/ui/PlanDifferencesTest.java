package org.netloom.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.design.Value;

class PlanDifferencesTest {

    @Test
    void findsNothingBetweenADefaultAndTheSameValueSet() {
        assertThat(PlanDifferences.between(List.of(Map.of(), Map.of("seed", Value.of(42)))))
                .isEmpty();
    }

    @Test
    void takesAWholeNumberAndTheSameRealNumberForEqual() {
        assertThat(PlanDifferences.between(
                        List.of(Map.of("learningRate", Value.of(1)), Map.of("learningRate", Value.of(1.0)))))
                .isEmpty();
    }

    @Test
    void namesOnlyWhatDiffersWithTheValuesInEffect() {
        List<PlanDifferences.Row> rows =
                PlanDifferences.between(List.of(Map.of("seed", Value.of(1)), Map.of("seed", Value.of(2000)), Map.of()));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.label()).isEqualTo("Seed");
            assertThat(row.values()).containsExactly("1", "2,000", "42");
        });
    }

    @Test
    void marksASettingThatMeansNothingInOneOfThem() {
        List<PlanDifferences.Row> rows = PlanDifferences.between(
                List.of(Map.of("earlyStopping", Value.of(true)), Map.of("earlyStopping", Value.of(false))));

        assertThat(rows)
                .filteredOn(row -> row.label().equals("Patience"))
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly("5 epochs", PlanDifferences.NOTHING));
    }

    @Test
    void speaksOfOptionsByTheirLabels() {
        assertThat(PlanDifferences.effective(Map.of("split", Value.of("all"))))
                .filteredOn(row -> row.label().equals("Split"))
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly("Everything everywhere"));
    }
}
