package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

/** What windows make of shapes, and how a window that does not fit is mended. */
class ConvolutionShapesTest {

    private static final LayerCatalog CATALOG = Catalog.standard();

    private static Layer input(long... shape) {
        return Layer.of("in", "input").with("shape", Value.dims(shape));
    }

    private static Design design(Layer input, Layer... middle) {
        Layer[] chain = new Layer[middle.length + 3];
        chain[0] = input;
        System.arraycopy(middle, 0, chain, 1, middle.length);
        chain[middle.length + 1] = Layer.of("flat", "flatten");
        chain[middle.length + 2] = Layer.of("out", "output");
        return Design.chain(chain);
    }

    private static Shape shape(Layer input, Layer subject) {
        return CATALOG.infer(design(input, subject))
                .facts(subject.id())
                .orElseThrow()
                .output();
    }

    /** Sizes as TensorFlow documents them: valid ⌊(n − k) / s⌋ + 1, same ⌈n / s⌉. */
    @ParameterizedTest
    @CsvSource({
        "valid, 28, 5, 1, 1, 24",
        "valid, 28, 5, 2, 1, 12",
        "valid, 28, 3, 1, 2, 24",
        "same, 28, 5, 1, 1, 28",
        "same, 28, 5, 2, 1, 14",
        "same, 7, 3, 2, 1, 4",
        "same, 7, 1, 2, 1, 4",
        "valid, 5, 5, 3, 1, 1"
    })
    void convolutionsShrinkAsTensorflowSays(
            String padding, long size, long kernel, long stride, long dilation, long result) {
        Layer conv = Layer.of("conv", "conv2d")
                .with("filters", 6)
                .with("kernel", Value.dims(kernel))
                .with("stride", Value.dims(stride, stride))
                .with("dilation", Value.dims(dilation))
                .with("padding", padding);

        assertThat(shape(input(3, size, size), conv)).isEqualTo(Shape.of(6, result, result));
    }

    @Test
    void anEmptyStrideFollowsThePool() {
        Layer pool = Layer.of("pool", "max-pool2d").with("pool", Value.dims(3));

        assertThat(shape(input(2, 9, 10), pool)).isEqualTo(Shape.of(2, 3, 3));
        assertThat(shape(input(2, 9, 10), pool.with("padding", "same"))).isEqualTo(Shape.of(2, 3, 4));
        assertThat(shape(input(2, 9, 10), pool.with("stride", Value.dims(1, 2))))
                .isEqualTo(Shape.of(2, 7, 4));
    }

    @Test
    void countsTheWeightsOfLenet() {
        Design lenet = Design.chain(
                input(1, 28, 28),
                Layer.of("c1", "conv2d").with("filters", 20).with("kernel", Value.dims(5)),
                Layer.of("p1", "max-pool2d"),
                Layer.of("c2", "conv2d").with("filters", 50).with("kernel", Value.dims(5)),
                Layer.of("p2", "max-pool2d"),
                Layer.of("flat", "flatten"),
                Layer.of("d", "dense").with("units", 500),
                Layer.of("out", "output").with("units", 10).with("activation", "softmax"));

        assertThat(CATALOG.infer(lenet).isSound()).isTrue();
        assertThat(CATALOG.infer(lenet).parameters()).isEqualTo(431_080);
        assertThat(CATALOG.infer(lenet).facts("c2").orElseThrow().flops())
                .isEqualTo(2L * 50 * 20 * 25 * 64 + 2 * 50 * 64);
    }

    static List<Design> misfits() {
        Layer conv = Layer.of("subject", "conv2d");
        Layer pool = Layer.of("subject", "average-pool2d");
        return List.of(
                design(input(784), conv),
                design(input(3 * 64), conv),
                design(input(30), conv),
                design(input(10), pool),
                design(input(6, 10), conv),
                design(input(3, 5, 6), Layer.of("subject", "conv1d")),
                design(input(2, 4), Layer.of("subject", "conv1d").with("kernel", 9)),
                design(input(3, 5, 6), Layer.of("subject", "space-to-depth")),
                design(input(3, 5, 6), Layer.of("subject", "cropping2d").with("top", 9)),
                design(input(8), Layer.of("subject", "dropout").with("kind", "spatial")),
                design(
                        input(2, 5, 5),
                        Layer.of("subject", "local-response-norm").with("size", 4)),
                design(input(1, 4, 10), conv.with("kernel", Value.dims(5, 3))),
                design(input(1, 4, 4), conv.with("dilation", Value.dims(2))),
                design(input(1, 9, 9), conv.with("dilation", Value.dims(5)).with("kernel", Value.dims(3))),
                design(input(1, 3, 3), pool.with("pool", Value.dims(4)).with("stride", Value.dims(2))),
                design(
                        input(1, 6, 6),
                        conv.with("kernel", Value.dims(1, 3))
                                .with("stride", Value.dims(3, 1))
                                .with("padding", "same")),
                design(input(4), Layer.of("subject", "global-pool")),
                design(input(1, 8, 8), conv.with("activation", "softmax")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitIsToldAtTheLayerAndEveryRepairMendsIt(Design broken) {
        List<Problem> problems = CATALOG.infer(broken).problems();

        assertThat(problems).isNotEmpty();
        Problem problem = problems.get(0);
        assertThat(problem.layer()).isEqualTo("subject");
        assertThat(problem.repairs()).isNotEmpty();
        for (Repair repair : problem.repairs()) {
            Design repaired = repair.edit().applyTo(broken).get();
            assertThat(CATALOG.infer(repaired).isSound())
                    .as(repair.label() + ": " + CATALOG.infer(repaired).problems())
                    .isTrue();
            int arrow = repair.label().indexOf("→");
            if (arrow > 0 && repair.label().startsWith("Set")) {
                assertThat(CATALOG.infer(repaired)
                                .facts("subject")
                                .orElseThrow()
                                .output()
                                .text())
                        .isEqualTo(repair.label().substring(arrow + 2));
            }
        }
    }

    @Test
    void aResidualBranchIsProjectedToTheOthersChannelsAndSize() {
        Layer conv = Layer.of("conv", "conv2d")
                .with("filters", 8)
                .with("stride", Value.dims(2))
                .with("padding", "same");
        for (boolean shortcutFirst : new boolean[] {true, false}) {
            List<Wire> into = List.of(Wire.between("in", "add"), Wire.between("conv", "add"));
            Design broken = Design.of(
                    List.of(
                            input(4, 15, 16),
                            conv,
                            Layer.of("add", "add"),
                            Layer.of("flat", "flatten"),
                            Layer.of("out", "output")),
                    List.of(
                            Wire.between("in", "conv"),
                            into.get(shortcutFirst ? 0 : 1),
                            into.get(shortcutFirst ? 1 : 0),
                            Wire.between("add", "flat"),
                            Wire.between("flat", "out")));

            Repair repair = CATALOG.infer(broken).problems().get(0).repairs().get(0);

            assertThat(repair.label()).endsWith("with Conv2D 1 × 1 → 8 × 8 × 8");
            Design repaired = repair.edit().applyTo(broken).get();
            assertThat(CATALOG.infer(repaired).isSound()).isTrue();
            assertThat(CATALOG.infer(repaired).facts("add").orElseThrow().output())
                    .isEqualTo(Shape.of(8, 8, 8));
        }
    }

    @Test
    void sizesBeyondAllMeansSaturate() {
        Layer conv = Layer.of("conv", "conv2d").with("filters", 1_000_000_000).with("kernel", Value.dims(1000));

        assertThat(CATALOG.infer(design(input(1_000_000_000, 1_000_000_000, 1_000_000_000), conv))
                        .parameters())
                .isEqualTo(Long.MAX_VALUE);
    }
}
