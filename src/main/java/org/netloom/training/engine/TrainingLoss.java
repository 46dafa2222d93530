package org.netloom.training.engine;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.netloom.layers.Activation;
import org.netloom.training.Loss;

/**
 * A loss for DL4J's output layer that takes the score, the derivatives and the number of correct predictions from one look at the
 * outputs, instead of computing them three times.
 */
final class TrainingLoss implements ILossFunction {

    private final Loss loss;
    private final transient LossMath math;
    private final transient double weight;
    private transient Judge judge = Judge.NONE;
    private transient double[] sums = {};
    private transient double[] predicted = {};
    private transient double[] target = {};
    private transient float[] between = {};
    private transient boolean known;
    private transient double total;
    private transient int correct;

    /** @param weight by which the loss counts among those of other outputs */
    TrainingLoss(Loss loss, Activation.Kind activation, double weight) {
        this.loss = loss;
        this.math = new LossMath(loss, activation);
        this.weight = weight;
    }

    TrainingLoss(Loss loss, Activation.Kind activation) {
        this(loss, activation, 1);
    }

    void judgeBy(Judge newJudge) {
        judge = newJudge;
    }

    /** Sum over the examples of the last batch, weighted, without regularization. */
    double total() {
        return total;
    }

    /** Examples of the last batch that were predicted correctly. */
    int correct() {
        return correct;
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        int n = Math.toIntExact(preOutput.size(1));
        INDArray output = look(labels, preOutput, activation);
        int length = Math.toIntExact(preOutput.length());
        for (int from = 0; from < length; from += n) {
            math.gradient(predicted, target, from, n, sums);
        }
        if (weight != 1) {
            for (int i = 0; i < length; i++) {
                sums[i] *= weight;
            }
        }
        NativeArrays.write(sums, output, between);
        known = true;
        return math.isFused() ? output : activation.backprop(preOutput, output).getFirst();
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        if (!known) {
            look(labels, preOutput, activation);
        }
        known = false;
        return average ? total / preOutput.size(0) : total;
    }

    /** Leaves the predictions and targets in this object's arrays and gives back the array of predictions. */
    private INDArray look(INDArray labels, INDArray preOutput, IActivation activation) {
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
        for (int from = 0; from < length; from += n) {
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
        look(labels, preOutput, activation);
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
