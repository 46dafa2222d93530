package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.netloom.design.Value;

class SettingsTest {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice(
                    "kind",
                    "Kind",
                    "a",
                    List.of(new Parameter.Option("a", "A", "", ""), new Parameter.Option("b", "B", "", "")),
                    ""),
            Parameter.below("rate", "Rate", 0.5, 0, 1, "")
                    .defaultsBy("kind", Map.of("b", Value.of(0.25)))
                    .shownWhen("kind", "b"),
            Parameter.whole("units", "Units", 8, 1, 100, ""));

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(settings(Map.of()).whole("units")).isEqualTo(8);
    }

    @Test
    void aDefaultMayDependOnAnotherSetting() {
        assertThat(settings(Map.of("kind", Value.of("b"))).real("rate")).isEqualTo(0.25);
        assertThat(settings(Map.of()).real("rate")).isEqualTo(0.5);
    }

    @Test
    void whatIsNotShownIsNotChecked() {
        assertThat(settings(Map.of("rate", Value.of(7.0))).problems()).isEmpty();
        assertThat(settings(Map.of("kind", Value.of("b"), "rate", Value.of(7.0)))
                        .problems())
                .hasSize(1);
    }

    @Test
    void everyProblemSaysWhatWasExpected() {
        List<Problem> problems = settings(
                        Map.of("kind", Value.of("c"), "units", Value.of(101), "unknown", Value.of(true)))
                .problems();

        assertThat(problems).hasSize(3).allSatisfy(problem -> {
            assertThat(problem.parameter()).isNotNull();
            assertThat(problem.expected()).isNotBlank();
        });
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.expected()).contains("1 to 100"));
    }

    @Test
    void notANumberIsRefused() {
        assertThat(settings(Map.of("kind", Value.of("b"), "rate", Value.of(Double.NaN)))
                        .problems())
                .hasSize(1);
    }

    private static Settings settings(Map<String, Value> values) {
        return new Settings(PARAMETERS, values);
    }
}
