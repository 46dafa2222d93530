package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Value;
import org.netloom.layers.catalog.Catalog;

/** Shapes and sizes of the recurrent layers, as Keras and PyTorch count them. */
class RecurrentShapesTest {

    private static Inference infer(Value input, Layer... layers) {
        return Catalog.standard().infer(design(input, layers));
    }

    private static Design design(Value input, Layer... layers) {
        Layer[] all = new Layer[layers.length + 3];
        all[0] = Layer.of("in", "input").with("shape", input);
        System.arraycopy(layers, 0, all, 1, layers.length);
        all[layers.length + 1] = Layer.of("flat", "flatten");
        all[layers.length + 2] = Layer.of("out", "output");
        return Design.chain(all);
    }

    private static LayerFacts facts(Value input, Layer layer) {
        return infer(input, layer).facts(layer.id()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"simple-rnn, 20096", "lstm, 80384", "gru, 60672"})
    void cellsOf128UnitsOverRowsOfDigits(String type, long parameters) {
        Layer layer = Layer.of("subject", type).with("units", 128);
        assertThat(facts(Value.dims(28, 28), layer).parameters()).isEqualTo(parameters);
        assertThat(facts(Value.dims(28, 28), layer).output().text()).isEqualTo("128");
        assertThat(facts(Value.dims(28, 28), layer.with("returns", "all"))
                        .output()
                        .text())
                .isEqualTo("128 × 28");
        Layer both = Layer.of("subject", "bidirectional")
                .with("units", 128)
                .with("cell", type.equals("simple-rnn") ? "simple" : type);
        assertThat(facts(Value.dims(28, 28), both).parameters()).isEqualTo(2 * parameters);
        assertThat(facts(Value.dims(28, 28), both).output().text()).isEqualTo("256");
        assertThat(facts(Value.dims(28, 28), both.with("merge", "average"))
                        .output()
                        .text())
                .isEqualTo("128");
    }

    @Test
    void stepsAreTakenAndRepeated() {
        assertThat(facts(Value.dims(4, 9), Layer.of("subject", "last-step"))
                        .output()
                        .text())
                .isEqualTo("4");
        assertThat(facts(Value.dims(4), Layer.of("subject", "repeat-vector").with("steps", 7))
                        .output()
                        .text())
                .isEqualTo("4 × 7");
        LayerFacts neurons =
                facts(Value.dims(4, 9), Layer.of("subject", "time-distributed").with("units", 3));
        assertThat(neurons.output().text()).isEqualTo("3 × 9");
        assertThat(neurons.parameters()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({
        "lstm, 1 × 28 × 28",
        "gru, 12",
        "simple-rnn, 3 × 4 × 5",
        "bidirectional, 12",
        "last-step, 12",
        "time-distributed, 1 × 8 × 8",
        "repeat-vector, 4 × 9"
    })
    void whatDoesNotFitIsMendedByEveryRepairOffered(String type, String shape) {
        Value input = Value.dims(java.util.Arrays.stream(shape.split(" × "))
                .mapToLong(Long::parseLong)
                .toArray());
        Design broken = design(input, Layer.of("subject", type));
        Problem problem = Catalog.standard().infer(broken).problems().get(0);
        assertThat(problem.layer()).isEqualTo("subject");
        assertThat(problem.repairs()).isNotEmpty();
        problem.repairs()
                .forEach(repair -> assertThat(Catalog.standard()
                                .infer(repair.edit().applyTo(broken).get())
                                .isSound())
                        .as(repair.label())
                        .isTrue());
    }
}
