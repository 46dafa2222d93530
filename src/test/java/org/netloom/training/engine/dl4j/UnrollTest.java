package org.netloom.training.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The cells against finite differences, and the fast way against the exact one. */
class UnrollTest {

    private static final Random RANDOM = new Random(5);

    static Stream<Arguments> cells() {
        return Stream.of(Cell.values())
                .flatMap(cell -> Stream.of(Curve.TANH, Curve.RELU, Curve.SOFTSIGN)
                        .flatMap(curve -> Stream.of(Curve.SIGMOID, Curve.HARD_SIGMOID)
                                .flatMap(gate -> Stream.of(true, false)
                                        .map(masked -> Arguments.of(cell, curve, gate, masked)))));
    }

    /** One pass there and back; all slopes of the sum of {@code errors × outputs}. */
    private record Pass(INDArray output, List<INDArray> slopes) {}

    private record Task(INDArray input, @Nullable INDArray mask, Unroll.Weights weights, INDArray errors) {

        static Task drawn(Cell cell, int batch, int inputs, int units, int steps, boolean masked) {
            INDArray mask = Nd4j.ones(DataType.FLOAT, batch, steps);
            for (int row = 0; row < batch && masked; row++) {
                for (int t = steps - row % steps; t < steps; t++) {
                    mask.putScalar(row, t, 0);
                }
            }
            int width = cell.blocks() * units;
            return new Task(
                    normal(1, 'c', batch, inputs, steps),
                    masked ? mask : null,
                    new Unroll.Weights(
                            normal(0.5, 'f', inputs, width),
                            normal(0.5, 'f', units, width),
                            normal(0.5, 'c', (long) cell.biases() * width)),
                    normal(1, 'c', batch, units, steps));
        }

        Task as(DataType type) {
            return new Task(
                    input.castTo(type),
                    mask,
                    new Unroll.Weights(
                            cast(weights.input(), type), cast(weights.state(), type), cast(weights.bias(), type)),
                    errors.castTo(type));
        }

        private static INDArray cast(INDArray array, DataType type) {
            return array.castTo(type).dup('f');
        }

        Pass run(Unroll unroll) {
            INDArray output = forward(unroll);
            Unroll.Weights gradient = new Unroll.Weights(
                    weights.input().ulike(),
                    weights.state().ulike(),
                    weights.bias().ulike());
            INDArray byInput = Nd4j.create(input.dataType(), input.shape(), 'c');
            unroll.backward(errors, gradient, byInput);
            return new Pass(output, List.of(gradient.input(), gradient.state(), gradient.bias(), byInput));
        }

        INDArray forward(Unroll unroll) {
            INDArray output = Nd4j.create(input.dataType(), errors.shape(), 'f');
            unroll.forward(input, mask, null, weights, output);
            return output;
        }
    }

    private static INDArray normal(double deviation, char order, long... shape) {
        INDArray drawn = Nd4j.create(DataType.DOUBLE, shape, order);
        for (long i = 0; i < drawn.length(); i++) {
            drawn.putScalar(i, deviation * RANDOM.nextGaussian());
        }
        return drawn;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theFastWayAgreesWithTheExactOne(Cell cell, Curve curve, Curve gate, boolean masked) {
        Task task = Task.drawn(cell, 70, 7, 9, 5, masked);
        Pass exact = task.run(new DoubleUnroll(cell, curve, gate));
        FloatUnroll unroll = new FloatUnroll(cell, curve, gate, true, true);
        Task single = task.as(DataType.FLOAT);
        single.run(unroll);
        Pass fast = single.run(unroll);
        assertThat(distance(fast.output(), exact.output())).isLessThan(1e-5);
        for (int i = 0; i < exact.slopes().size(); i++) {
            assertThat(distance(fast.slopes().get(i), exact.slopes().get(i)))
                    .as("array %d", i)
                    .isLessThan(1e-5);
        }
        INDArray passing = single.forward(new FloatUnroll(cell, curve, gate, false, false));
        assertThat(passing).isEqualTo(fast.output());
    }

    private static double distance(INDArray one, INDArray other) {
        INDArray difference = one.castTo(DataType.DOUBLE).sub(other);
        return difference.norm2Number().doubleValue() / other.norm2Number().doubleValue();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theExactWaysSlopesAgreeWithFiniteDifferences(Cell cell, Curve curve, Curve gate, boolean masked) {
        Task task = Task.drawn(cell, 3, 2, 4, 4, masked);
        Unroll unroll = new DoubleUnroll(cell, curve, gate);
        List<INDArray> slopes = task.run(unroll).slopes();
        List<INDArray> causes = List.of(
                task.weights().input(), task.weights().state(), task.weights().bias(), task.input());
        for (int i = 0; i < causes.size(); i++) {
            INDArray cause = causes.get(i);
            for (long k = 0; k < cause.length(); k++) {
                double at = cause.getDouble(k);
                double numeric =
                        (sum(task, unroll, cause, k, at + 1e-6) - sum(task, unroll, cause, k, at - 1e-6)) / 2e-6;
                cause.putScalar(k, at);
                double slope = slopes.get(i).getDouble(k);
                assertThat(slope).as("array %d number %d", i, k).isCloseTo(numeric, within(1e-6));
            }
        }
    }

    private static double sum(Task task, Unroll unroll, INDArray cause, long k, double value) {
        cause.putScalar(k, value);
        return task.forward(unroll).mul(task.errors()).sumNumber().doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotCountChangesNothing(Cell cell) {
        Task task = Task.drawn(cell, 40, 3, 6, 4, true).as(DataType.FLOAT);
        FloatUnroll unroll = new FloatUnroll(cell, Curve.TANH, Curve.SIGMOID, true, true);
        Pass before = task.run(unroll);
        // Row 2 counts two of its four steps.
        task.input()
                .get(NDArrayIndex.point(2), NDArrayIndex.all(), NDArrayIndex.interval(2, 4))
                .assign(99);
        Pass after = task.run(unroll);
        assertThat(after.output()).isEqualTo(before.output());
        assertThat(after.slopes()).isEqualTo(before.slopes());
        assertThat(after.output()
                        .get(NDArrayIndex.point(2), NDArrayIndex.all(), NDArrayIndex.interval(2, 4))
                        .ameanNumber()
                        .doubleValue())
                .isZero();
    }

    @Test
    void theCurvesAreAccurateToAFloat() {
        for (double x = -30; x < 30; x += 1e-3) {
            float[] number = {(float) x, (float) x};
            FloatCurves.tanh(number, 0, 1);
            FloatCurves.sigmoid(number, 1, 2);
            assertThat((double) number[0]).isCloseTo(Math.tanh((float) x), within(5e-7));
            assertThat((double) number[1]).isCloseTo(1 / (1 + Math.exp(-(float) x)), within(5e-7));
        }
        float[] broken = {Float.NaN};
        FloatCurves.tanh(broken, 0, 1);
        assertThat(broken[0]).isNaN();
    }
}
