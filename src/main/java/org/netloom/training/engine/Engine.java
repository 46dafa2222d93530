package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.netloom.datasets.Samples;
import org.netloom.training.Roles;
import org.netloom.training.TrainingJob;
import org.netloom.training.engine.dl4j.VaeSampling;

/** A DL4J graph in training: one step, one look at held-out data, its numbers in and out. */
final class Engine {

    private static final long NOISE = 3;

    private final TrainingJob job;
    private final Lowered lowered;
    private final ComputationGraph graph;
    private final List<TrainingLoss> losses = new ArrayList<>();
    private final List<VaeSampling> samplings = new ArrayList<>();
    private final TrainingLoss judged;
    private final Judge judge;
    private final Descent descent;
    private double divergence;

    Engine(TrainingJob job) {
        this.job = job;
        lowered = Lowering.lower(job.network(), job.plan(), Purpose.TRAINING);
        graph = new ComputationGraph(lowered.configuration());
        graph.init();
        for (int i = 0; i < lowered.exits().size(); i++) {
            losses.add(lossOf(graph.getOutputLayer(i).conf().getLayer()));
        }
        for (GraphVertex vertex : graph.getVertices()) {
            if (vertex instanceof VaeSampling sampling) {
                samplings.add(sampling);
            }
        }
        Roles.Goal goal = job.roles().judged().get(0);
        judge = Judge.of(goal, job);
        judged = losses.get(job.network().outputs().indexOf(goal.node()));
        judged.judgeBy(judge);
        InitialWeights.set(graph, lowered, job.plan().seed());
        descent = new Descent(graph, job.plan());
    }

    TrainingJob job() {
        return job;
    }

    ComputationGraph graph() {
        return graph;
    }

    Lowered lowered() {
        return lowered;
    }

    /** Of the output that accuracy is about. */
    TrainingLoss loss() {
        return judged;
    }

    Judge judge() {
        return judge;
    }

    /** Rows of these samples as this network takes them. */
    Batches batches(Samples samples) {
        return new Batches(samples, job.roles(), judge, Masking.of(job.network(), samples));
    }

    private static TrainingLoss lossOf(Layer layer) {
        ILossFunction function = switch (layer) {
            case LossLayer plain -> plain.getLossFn();
            case RnnLossLayer steps -> steps.getLossFn();
            default -> ((BaseOutputLayer) layer).getLossFn();
        };
        return (TrainingLoss) function;
    }

    /**
     * One mini-batch: forwards, backwards, update.
     *
     * @param iteration counted from 0
     * @param epoch counted from 0
     * @return the loss that the optimizer saw, regularization included
     */
    double step(Batches.Batch batch, long iteration, int epoch) {
        graph.getConfiguration().setIterationCount((int) iteration);
        graph.getConfiguration().setEpochCount(epoch);
        Nd4j.getRandom().setSeed(Draws.of(job.plan().seed(), NOISE, iteration).next());
        graph.setInputs(batch.inputs());
        graph.setLabels(batch.targets());
        if (batch.inputMasks() != null) {
            graph.setLayerMaskArrays(batch.inputMasks(), batch.targetMasks());
        }
        graph.computeGradientAndScore();
        descent.step((int) batch.inputs()[0].size(0), iteration, epoch);
        graph.clearLayersStates();
        divergence = divergenceOfBatch() / batch.inputs()[0].size(0);
        return graph.score() + divergence;
    }

    /** Whether something samples, and so adds a divergence to the loss. */
    boolean samples() {
        return !samplings.isEmpty();
    }

    /** What samplings added to the loss of the last step. */
    double divergence() {
        return divergence;
    }

    private double divergenceOfBatch() {
        double sum = 0;
        for (VaeSampling sampling : samplings) {
            sum += sampling.divergence();
        }
        return sum;
    }

    /** Loss and accuracy on held-out data, without regularization. */
    Look look(Batches batches, int size) {
        double[] totals = new double[losses.size()];
        long[] counted = new long[losses.size()];
        double divergences = 0;
        long correct = 0;
        for (int from = 0; from < batches.count(); from += size) {
            Batches.Batch batch = batches.gather(null, from, Math.min(size, batches.count() - from));
            graph.score(
                    new MultiDataSet(batch.inputs(), batch.targets(), batch.inputMasks(), batch.targetMasks()), false);
            for (int i = 0; i < losses.size(); i++) {
                totals[i] += losses.get(i).total();
                counted[i] += losses.get(i).counted();
            }
            divergences += divergenceOfBatch();
            correct += judged.correct();
        }
        double loss = divergences / batches.count();
        for (int i = 0; i < totals.length; i++) {
            loss += totals[i] / Math.max(1, counted[i]);
        }
        return new Look(loss, correct / (double) Math.max(1, counted[losses.indexOf(judged)]));
    }

    record Look(double loss, double accuracy) {}

    float[] parameters() {
        return descent.weights();
    }

    void setParameters(float[] numbers) {
        descent.setWeights(numbers);
    }

    Descent descent() {
        return descent;
    }
}
