package org.netloom.training.engine;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.netloom.layers.Activation;
import org.netloom.training.Loss;

/**
 * A loss for DL4J's output layers that takes the score, the derivatives and the number of correct predictions from one look at the
 * outputs, instead of computing them three times. Where an output gives a prediction at each step, the loss is the mean over the
 * steps that count: what a mask leaves out weighs nothing.
 */
final class TrainingLoss implements ILossFunction {

    private final Loss loss;
    private final transient LossMath math;
    private final transient double weight;
    private final transient long steps;
    private transient Judge judge = Judge.NONE;
    private transient double[] sums = {};
    private transient double[] predicted = {};
    private transient double[] target = {};
    private transient float[] between = {};
    private transient boolean known;
    private transient double total;
    private transient int correct;
    private transient int counted;

    /**
     * @param weight by which the loss counts among those of other outputs
     * @param steps predictions for each example
     */
    TrainingLoss(Loss loss, Activation.Kind activation, double weight, long steps) {
        this.loss = loss;
        this.math = new LossMath(loss, activation);
        this.weight = weight;
        this.steps = steps;
    }

    TrainingLoss(Loss loss, Activation.Kind activation) {
        this(loss, activation, 1, 1);
    }

    void judgeBy(Judge newJudge) {
        judge = newJudge;
    }

    /** Sum over the predictions of the last batch that count, weighted, without regularization. */
    double total() {
        return total;
    }

    /** Predictions of the last batch that count: its examples, or the steps that no mask leaves out. */
    int counted() {
        return counted;
    }

    /** Predictions of the last batch that count and are correct. */
    int correct() {
        return correct;
    }

    /** What a prediction counts so that the mean over the examples, which DL4J takes, is the mean over all that count. */
    private double share(INDArray preOutput) {
        return counted == 0 ? 0 : preOutput.size(0) / (double) steps / counted;
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        int n = Math.toIntExact(preOutput.size(1));
        float[] counts = counts(mask);
        INDArray output = look(labels, preOutput, activation, counts);
        int length = Math.toIntExact(preOutput.length());
        for (int from = 0; from < length; from += n) {
            math.gradient(predicted, target, from, n, sums);
        }
        weigh(length, n, weight * share(preOutput), counts);
        NativeArrays.write(sums, output, between);
        known = true;
        return math.isFused() ? output : activation.backprop(preOutput, output).getFirst();
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        if (!known) {
            look(labels, preOutput, activation, counts(mask));
        }
        known = false;
        double score = total * share(preOutput);
        return average ? score / preOutput.size(0) : score;
    }

    private void weigh(int length, int n, double each, float[] counts) {
        if (each == 1 && counts.length == 0) {
            return;
        }
        for (int i = 0; i < length; i++) {
            sums[i] = counts.length > 0 && counts[i / n] == 0 ? 0 : each * sums[i];
        }
    }

    /** Which predictions count, one number each; empty if all do. */
    private static float[] counts(@Nullable INDArray mask) {
        return mask == null ? new float[0] : NativeArrays.floats(mask.castTo(DataType.FLOAT));
    }

    /** Leaves the predictions and targets in this object's arrays and gives back the array of predictions. */
    private INDArray look(INDArray labels, INDArray preOutput, IActivation activation, float[] counts) {
        int length = Math.toIntExact(preOutput.length());
        int n = Math.toIntExact(preOutput.size(1));
        if (predicted.length < length) {
            sums = new double[length];
            predicted = new double[length];
            target = new double[length];
            between = new float[length];
        }
        INDArray output = preOutput.dup('c');
        if (math.isFused()) {
            NativeArrays.read(output, sums, between);
        }
        output = activation.getActivation(output, true);
        NativeArrays.read(output, predicted, between);
        NativeArrays.read(NativeArrays.rowMajor(labels).castTo(output.dataType()), target, between);
        total = 0;
        correct = 0;
        counted = 0;
        for (int from = 0; from < length; from += n) {
            if (counts.length > 0 && counts[from / n] == 0) {
                continue;
            }
            counted++;
            total += math.score(sums, predicted, target, from, n);
            if (judge.isCorrect(predicted, target, from, n)) {
                correct++;
            }
        }
        total *= weight;
        return output;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        int n = Math.toIntExact(preOutput.size(1));
        look(labels, preOutput, activation, counts(mask));
        INDArray scores = Nd4j.createUninitialized(preOutput.dataType(), preOutput.size(0), 1);
        for (int row = 0; row < preOutput.size(0); row++) {
            scores.putScalar(row, weight * math.score(sums, predicted, target, row * n, n));
        }
        return scores;
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        INDArray gradient = computeGradient(labels, preOutput, activation, mask);
        return new Pair<>(computeScore(labels, preOutput, activation, mask, average), gradient);
    }

    @Override
    public String name() {
        return loss.id();
    }
}
