package org.netloom.training.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The formulas as they are written, in double precision: for gradient checks, and the measure of the fast way. */
final class DoubleUnroll implements Unroll {

    private final Cell cell;
    private final Curve curve;
    private final Curve gate;
    private int batch;
    private int inputs;
    private int units;
    private int steps;
    private int width;
    /** [steps, batch, …] each: inputs, values of the blocks, the state's part of the GRU's candidate, cells, states. */
    private double[] x = {};

    private double[] values = {};
    private double[] candidates = {};
    private double[] cells = {};
    private double[] states = {};
    private double[] start = {};
    private double[] inputWeights = {};
    private double[] stateWeights = {};
    private double @Nullable [] mask;

    DoubleUnroll(Cell cell, Curve curve, Curve gate) {
        this.cell = cell;
        this.curve = curve;
        this.gate = gate;
    }

    @Override
    public void forward(
            INDArray input,
            @Nullable INDArray stepsThatCount,
            @Nullable INDArray before,
            Weights weights,
            INDArray output) {
        batch = (int) input.size(0);
        inputs = (int) input.size(1);
        steps = (int) input.size(2);
        units = (int) weights.state().size(0);
        width = cell.blocks() * units;
        x = stepByStep(input);
        mask = stepsThatCount == null ? null : numbers(stepsThatCount);
        inputWeights = numbers(weights.input());
        stateWeights = numbers(weights.state());
        start = before == null ? new double[batch * units] : numbers(before);
        values = new double[steps * batch * width];
        candidates = new double[cell == Cell.GRU ? steps * batch * units : 0];
        cells = new double[steps * batch * units];
        states = new double[steps * batch * units];
        double[] bias = numbers(weights.bias());
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < batch; row++) {
                if (counts(row, t)) {
                    step(t, row, bias);
                }
            }
        }
        write(states, units, output);
    }

    private boolean counts(int row, int t) {
        return mask == null || mask[row * steps + t] != 0;
    }

    private void step(int t, int row, double[] bias) {
        double[] fromInput = new double[width];
        double[] fromState = new double[width];
        System.arraycopy(bias, 0, fromInput, 0, width);
        if (cell.biases() == 2) {
            System.arraycopy(bias, width, fromState, 0, width);
        }
        int at = t * batch + row;
        for (int j = 0; j < inputs; j++) {
            addRow(inputWeights, j, x[at * inputs + j], fromInput);
        }
        for (int j = 0; j < units; j++) {
            addRow(stateWeights, j, state(t - 1, row, j), fromState);
        }
        int v = at * width;
        for (int j = 0; j < units; j++) {
            int s = at * units + j;
            switch (cell) {
                case SIMPLE -> {
                    values[v + j] = curve.at(fromInput[j] + fromState[j]);
                    states[s] = values[v + j];
                }
                case LSTM -> {
                    for (int block = 0; block < 4; block++) {
                        int k = block * units + j;
                        values[v + k] = (block == 0 ? curve : gate).at(fromInput[k] + fromState[k]);
                    }
                    cells[s] = values[v + units + j] * cell(t - 1, row, j) + values[v + 3 * units + j] * values[v + j];
                    states[s] = values[v + 2 * units + j] * curve.at(cells[s]);
                }
                case GRU -> {
                    for (int block = 0; block < 2; block++) {
                        int k = block * units + j;
                        values[v + k] = gate.at(fromInput[k] + fromState[k]);
                    }
                    int k = 2 * units + j;
                    candidates[s] = fromState[k];
                    values[v + k] = curve.at(fromInput[k] + values[v + units + j] * fromState[k]);
                    double kept = values[v + j];
                    states[s] = (1 - kept) * values[v + k] + kept * state(t - 1, row, j);
                }
            }
        }
    }

    private void addRow(double[] matrix, int row, double factor, double[] to) {
        for (int k = 0; k < width; k++) {
            to[k] += factor * matrix[row * width + k];
        }
    }

    private double state(int t, int row, int j) {
        return t < 0 ? start[row * units + j] : states[(t * batch + row) * units + j];
    }

    private double cell(int t, int row, int j) {
        return t < 0 ? 0 : cells[(t * batch + row) * units + j];
    }

    @Override
    public void backward(INDArray error, Weights gradient, INDArray inputError) {
        double[] errors = stepByStep(error);
        double[] byInputWeights = new double[inputs * width];
        double[] byStateWeights = new double[units * width];
        double[] byBias = new double[cell.biases() * width];
        double[] byInput = new double[steps * batch * inputs];
        double[] stateError = new double[batch * units];
        double[] cellError = new double[batch * units];
        double[] fromInput = new double[width];
        double[] fromState = new double[width];
        for (int t = steps - 1; t >= 0; t--) {
            for (int row = 0; row < batch; row++) {
                int at = t * batch + row;
                for (int j = 0; j < units; j++) {
                    int r = row * units + j;
                    double arriving = errors[at * units + j] + stateError[r];
                    stateError[r] = 0;
                    if (counts(row, t)) {
                        back(t, row, j, arriving, stateError, cellError, fromInput, fromState);
                    } else {
                        cellError[r] = 0;
                    }
                }
                if (!counts(row, t)) {
                    continue;
                }
                for (int k = 0; k < width; k++) {
                    byBias[k] += fromInput[k];
                    if (cell.biases() == 2) {
                        byBias[width + k] += fromState[k];
                    }
                }
                for (int j = 0; j < inputs; j++) {
                    double given = x[at * inputs + j];
                    for (int k = 0; k < width; k++) {
                        byInputWeights[j * width + k] += given * fromInput[k];
                        byInput[at * inputs + j] += inputWeights[j * width + k] * fromInput[k];
                    }
                }
                for (int j = 0; j < units; j++) {
                    double before = state(t - 1, row, j);
                    for (int k = 0; k < width; k++) {
                        byStateWeights[j * width + k] += before * fromState[k];
                        stateError[row * units + j] += stateWeights[j * width + k] * fromState[k];
                    }
                }
            }
        }
        assign(byInputWeights, gradient.input());
        assign(byStateWeights, gradient.state());
        assign(byBias, gradient.bias());
        write(byInput, inputs, inputError);
    }

    /** One number of the state: from the slope by it to the slopes by what went into the activations. */
    private void back(
            int t,
            int row,
            int j,
            double arriving,
            double[] stateError,
            double[] cellError,
            double[] fromInput,
            double[] fromState) {
        int at = t * batch + row;
        int v = at * width;
        int r = row * units + j;
        switch (cell) {
            case SIMPLE -> {
                fromInput[j] = arriving * curve.slope(values[v + j]);
                fromState[j] = fromInput[j];
            }
            case LSTM -> {
                double candidate = values[v + j];
                double forget = values[v + units + j];
                double shown = values[v + 2 * units + j];
                double added = values[v + 3 * units + j];
                double squashed = curve.at(cells[at * units + j]);
                double byCell = cellError[r] + arriving * shown * curve.slope(squashed);
                fromInput[j] = byCell * added * curve.slope(candidate);
                fromInput[units + j] = byCell * cell(t - 1, row, j) * gate.slope(forget);
                fromInput[2 * units + j] = arriving * squashed * gate.slope(shown);
                fromInput[3 * units + j] = byCell * candidate * gate.slope(added);
                cellError[r] = byCell * forget;
                for (int block = 0; block < 4; block++) {
                    fromState[block * units + j] = fromInput[block * units + j];
                }
            }
            case GRU -> {
                double kept = values[v + j];
                double reset = values[v + units + j];
                double candidate = values[v + 2 * units + j];
                double byCandidate = arriving * (1 - kept) * curve.slope(candidate);
                fromInput[j] = arriving * (state(t - 1, row, j) - candidate) * gate.slope(kept);
                fromInput[units + j] = byCandidate * candidates[at * units + j] * gate.slope(reset);
                fromInput[2 * units + j] = byCandidate;
                fromState[j] = fromInput[j];
                fromState[units + j] = fromInput[units + j];
                fromState[2 * units + j] = byCandidate * reset;
                stateError[r] = arriving * kept;
            }
        }
    }

    private static double[] numbers(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** From [batch, features, steps] to [steps, batch, features]. */
    private double[] stepByStep(INDArray sequence) {
        return numbers(sequence.permute(2, 0, 1));
    }

    private void write(double[] stepByStep, int features, INDArray to) {
        to.assign(Nd4j.create(stepByStep, new long[] {steps, batch, features}, 'c')
                .permute(1, 2, 0)
                .castTo(to.dataType()));
    }

    private static void assign(double[] numbers, INDArray to) {
        to.assign(Nd4j.create(numbers, to.shape(), 'c').castTo(to.dataType()));
    }
}
