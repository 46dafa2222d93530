package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;

/** What the engine computes under windows, number by number, held against loops written from the definition. */
class ConvolutionParityTest {

    private static final int ROWS = 3;
    private static final int CHANNELS = 3;
    private static final int HEIGHT = 9;
    private static final int WIDTH = 10;

    private record Case(String type, String padding, int kh, int kw, int sh, int sw, int dh, int dw, int multiplier) {
        boolean isPool() {
            return type.contains("pool");
        }

        Layer layer() {
            Layer layer = Layer.of("subject", type)
                    .with(isPool() ? "pool" : "kernel", Value.dims(kh, kw))
                    .with("stride", Value.dims(sh, sw))
                    .with("padding", padding);
            if (isPool()) {
                return layer;
            }
            Layer linear = layer.with("activation", "identity");
            Layer dilated = type.contains("transpose") ? linear : linear.with("dilation", Value.dims(dh, dw));
            return type.contains("depthwise") ? dilated.with("multiplier", multiplier) : dilated.with("filters", 4);
        }

        /** Zeros before the first number, as TensorFlow has it: the odd one at the end. */
        int before(int size, int out, int kernel, int stride, int dilation) {
            int zeros = (out - 1) * stride + (kernel - 1) * dilation + 1 - size;
            return padding.equals("valid") ? 0 : Math.max(0, zeros) / 2;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        int[][] windows = {
            {1, 1, 1, 1, 1, 1}, {3, 3, 1, 1, 1, 1}, {2, 3, 2, 1, 1, 1}, {3, 2, 2, 3, 1, 1}, {5, 4, 3, 2, 1, 1},
            {3, 3, 1, 1, 2, 2}, {3, 2, 1, 1, 1, 3}, {3, 2, 2, 1, 2, 1}, {3, 3, 4, 1, 1, 2}, {1, 1, 2, 2, 1, 1}
        };
        for (String type : List.of("conv2d", "depthwise-conv2d", "conv-transpose2d", "max-pool2d", "average-pool2d")) {
            for (String padding : List.of("valid", "same")) {
                for (int[] w : windows) {
                    boolean dilated = w[4] + w[5] > 2;
                    boolean gaps = type.contains("transpose") && padding.equals("same") && (w[0] < w[2] || w[1] < w[3]);
                    if (!gaps && (type.contains("conv2d") || !dilated)) {
                        cases.add(new Case(type, padding, w[0], w[1], w[2], w[3], w[4], w[5], 1));
                    }
                    if (type.contains("depthwise")) {
                        cases.add(new Case(type, padding, w[0], w[1], w[2], w[3], w[4], w[5], 2));
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEngineComputesTheDefinition(Case it) {
        Network network = Fixtures.network(
                input(CHANNELS, HEIGHT, WIDTH), it.layer(), Layer.of("flat", "flatten"), output(2, "softmax"));
        Lowered lowered = Lowering.lower(network, plan(network), Purpose.TRAINING);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 5);
        Draws draws = Draws.of(3, 1, 1);
        INDArray x = NativeArrays.lasting(ROWS, CHANNELS, HEIGHT, WIDTH);
        for (long i = 0; i < x.length(); i++) {
            x.putScalar(i, draws.normal());
        }
        Shape shape = network.node("subject").orElseThrow().output();

        INDArray y = graph.feedForward(x, false).get("subject");

        double[][][][] wanted = new double[ROWS][(int) (long) shape.dims().get(0)]
                [(int) (long) shape.dims().get(1)][(int) (long) shape.dims().get(2)];
        compute(it, x, it.isPool() ? x : graph.getParam("subject_W"), wanted);
        assertThat(y.shape()).containsExactly(Batches.withBatch(ROWS, shape));
        for (int n = 0; n < ROWS; n++) {
            for (int c = 0; c < wanted[n].length; c++) {
                for (int i = 0; i < wanted[n][c].length; i++) {
                    for (int j = 0; j < wanted[n][c][i].length; j++) {
                        assertThat(y.getDouble(n, c, i, j))
                                .as("[%d, %d, %d, %d]", n, c, i, j)
                                .isCloseTo(wanted[n][c][i][j], within(1e-5));
                    }
                }
            }
        }
    }

    private static void compute(Case it, INDArray x, INDArray w, double[][][][] y) {
        int height = y[0][0].length;
        int width = y[0][0][0].length;
        for (int n = 0; n < ROWS; n++) {
            for (int o = 0; o < y[n].length; o++) {
                if (it.type().equals("conv-transpose2d")) {
                    spread(it, x, w, n, o, y[n][o]);
                    continue;
                }
                int top = it.before(HEIGHT, height, it.kh(), it.sh(), it.dh());
                int left = it.before(WIDTH, width, it.kw(), it.sw(), it.dw());
                for (int i = 0; i < height; i++) {
                    for (int j = 0; j < width; j++) {
                        y[n][o][i][j] = under(it, x, w, n, o, i * it.sh() - top, j * it.sw() - left);
                    }
                }
            }
        }
    }

    private static double under(Case it, INDArray x, INDArray w, int n, int o, int row, int column) {
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int p = 0; p < it.kh(); p++) {
            for (int q = 0; q < it.kw(); q++) {
                int i = row + p * it.dh();
                int j = column + q * it.dw();
                if (i < 0 || j < 0 || i >= HEIGHT || j >= WIDTH) {
                    continue;
                }
                count++;
                switch (it.type()) {
                    case "conv2d" -> {
                        for (int c = 0; c < CHANNELS; c++) {
                            sum += w.getDouble(o, c, p, q) * x.getDouble(n, c, i, j);
                        }
                    }
                    case "depthwise-conv2d" ->
                        sum += w.getDouble(p, q, o / it.multiplier(), o % it.multiplier())
                                * x.getDouble(n, o / it.multiplier(), i, j);
                    default -> {
                        sum += x.getDouble(n, o, i, j);
                        most = Math.max(most, x.getDouble(n, o, i, j));
                    }
                }
            }
        }
        return it.type().equals("max-pool2d") ? most : it.type().equals("average-pool2d") ? sum / count : sum;
    }

    /** What is cut off where padding is same: what a convolution of the result would have padded. */
    private static void spread(Case it, INDArray x, INDArray w, int n, int o, double[][] y) {
        int top = it.before(y.length, HEIGHT, it.kh(), it.sh(), 1);
        int left = it.before(y[0].length, WIDTH, it.kw(), it.sw(), 1);
        for (int c = 0; c < CHANNELS; c++) {
            for (int i = 0; i < HEIGHT; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    for (int p = 0; p < it.kh(); p++) {
                        for (int q = 0; q < it.kw(); q++) {
                            int row = i * it.sh() + p - top;
                            int column = j * it.sw() + q - left;
                            if (row >= 0 && column >= 0 && row < y.length && column < y[0].length) {
                                y[row][column] += w.getDouble(c, o, p, q) * x.getDouble(n, c, i, j);
                            }
                        }
                    }
                }
            }
        }
    }

    private record Steps(String padding, int kernel, int stride, int dilation, int length) {}

    static List<Steps> steps() {
        List<Steps> steps = new ArrayList<>();
        for (String padding : List.of("valid", "same", "causal")) {
            for (int[] it :
                    new int[][] {{1, 1, 1, 9}, {3, 1, 1, 9}, {3, 2, 1, 9}, {2, 3, 1, 10}, {3, 1, 2, 9}, {3, 2, 3, 9}}) {
                steps.add(new Steps(padding, it[0], it[1], it[2], it[3]));
            }
        }
        steps.add(new Steps("same", 3, 6, 5, 1));
        steps.add(new Steps("causal", 3, 1, 4, 2));
        return steps;
    }

    @ParameterizedTest
    @MethodSource("steps")
    void convolutionsAlongSequencesComputeTheDefinition(Steps it) {
        Layer layer = Layer.of("subject", "conv1d")
                .with("filters", 4)
                .with("kernel", it.kernel())
                .with("stride", it.stride())
                .with("dilation", it.dilation())
                .with("padding", it.padding())
                .with("activation", "identity");
        Network network = Fixtures.network(
                input(CHANNELS, it.length()), layer, Layer.of("flat", "flatten"), output(2, "softmax"));
        Lowered lowered = Lowering.lower(network, plan(network), Purpose.TRAINING);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 5);
        Draws draws = Draws.of(3, 1, 1);
        INDArray x = NativeArrays.lasting(ROWS, CHANNELS, it.length());
        for (long i = 0; i < x.length(); i++) {
            x.putScalar(i, draws.normal());
        }

        INDArray y = graph.feedForward(x, false).get("subject");

        // DL4J calls the array [out, in, kernel, 1], but keeps kernel × in × out in it.
        INDArray w = graph.getParam("subject_W").dup('c').reshape('c', it.kernel(), CHANNELS, 4);
        int reach = (it.kernel() - 1) * it.dilation();
        int before = switch (it.padding()) {
            case "same" -> Math.max(0, ((int) y.size(2) - 1) * it.stride() + reach + 1 - it.length()) / 2;
            case "causal" -> reach;
            default -> 0;
        };
        for (int n = 0; n < ROWS; n++) {
            for (int o = 0; o < 4; o++) {
                for (int i = 0; i < y.size(2); i++) {
                    double sum = 0;
                    for (int p = 0; p < it.kernel(); p++) {
                        int at = i * it.stride() - before + p * it.dilation();
                        for (int c = 0; c < CHANNELS && at >= 0 && at < it.length(); c++) {
                            sum += w.getDouble(p, c, o) * x.getDouble(n, c, at);
                        }
                    }
                    assertThat(y.getDouble(n, o, i)).as("[%d, %d, %d]", n, o, i).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }
}
