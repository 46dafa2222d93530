package org.netloom.training.engine;

import org.netloom.training.TrainingPlan;

/** Where a training is: everything but the network's own numbers that the next iteration depends on. */
final class Progress {

    /** Iterations done. */
    long iteration;

    /** Examples of the current epoch that were seen. */
    int seen;

    double lossSum;

    /** The same of a generator's loss. */
    double generatorLossSum;

    long correct;
    double bestLoss = Double.POSITIVE_INFINITY;
    int bestEpoch;
    int epochsWithoutGain;

    /** Parameters of the best epoch; empty if there is none yet or they are not wanted. */
    float[] best = {};

    void add(double loss, int examples, int correctOnes) {
        seen += examples;
        lossSum += loss * examples;
        correct += correctOnes;
    }

    void beginEpoch() {
        seen = 0;
        lossSum = 0;
        generatorLossSum = 0;
        correct = 0;
    }

    /** Takes note of an epoch's validation loss and says whether it is the best so far. */
    boolean isBest(double loss, int epoch, TrainingPlan.EarlyStopping stopping) {
        if (loss < bestLoss - stopping.minDelta()) {
            bestLoss = loss;
            bestEpoch = epoch;
            epochsWithoutGain = 0;
            return true;
        }
        epochsWithoutGain++;
        return false;
    }
}
