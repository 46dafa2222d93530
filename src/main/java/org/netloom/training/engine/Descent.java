package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.netloom.training.Optimizer;
import org.netloom.training.TrainingPlan;

/**
 * Turns gradients into new weights: mean over the batch, clipping, weight penalties, optimizer. Weights and the optimizer's memory
 * live in plain arrays; the graph gets a copy of the weights after each step.
 */
final class Descent {

    /** Weights that are worth a strip of their own. */
    private static final int ENOUGH = 1 << 15;

    private final TrainingPlan plan;
    private final StepRule rule;
    private final List<Part> parts = new ArrayList<>();
    private final FloatPointer weightsOfGraph;
    private final FloatPointer gradientsOfGraph;
    private final float[] weights;
    private final float[] gradient;
    private final float[] held;
    private boolean holds;
    private final double pace;
    private final float[][] memory;
    private final double decay;

    /** How a stretch of the parameters is treated. */
    private enum Treatment {
        LEARNED,
        FROZEN,
        /** What a layer computed itself, such as running means: taken off as it is. */
        TAKEN_OFF
    }

    private record Part(
            int layer, int from, int to, Treatment treatment, boolean mean, double l1, double l2, boolean decays) {}

    Descent(ComputationGraph graph, TrainingPlan plan) {
        this(graph, plan, 1);
    }

    /** @param pace by what the plan's learning rate is multiplied */
    Descent(ComputationGraph graph, TrainingPlan plan, double pace) {
        this.plan = plan;
        this.pace = pace;
        this.rule = StepRule.of(plan.optimizer());
        this.decay = plan.optimizer() instanceof Optimizer.AdamW adam ? adam.weightDecay() : 0;
        if (graph.getGradientsViewArray() == null) {
            graph.initGradientsView();
        }
        INDArray parameters = graph.params();
        weightsOfGraph = NativeArrays.floatPointer(parameters);
        gradientsOfGraph = NativeArrays.floatPointer(graph.getGradientsViewArray());
        weights = NativeArrays.floats(parameters);
        gradient = new float[weights.length];
        held = new float[weights.length];
        memory = new float[rule.memories()][weights.length];
        for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
            block.getLayersAndVariablesInBlock().forEach(this::add);
        }
    }

    private void add(UpdaterBlock.ParamState state) {
        Trainable layer = state.getLayer();
        String name = state.getParamName();
        IUpdater updater = layer.getConfig().getUpdaterByParam(name);
        Treatment treatment = updater instanceof NoOp
                ? Treatment.TAKEN_OFF
                : updater instanceof Sgd sgd && sgd.getLearningRate() == 0 ? Treatment.FROZEN : Treatment.LEARNED;
        double l1 = 0;
        double l2 = 0;
        List<Regularization> regularizations = layer.getConfig().getRegularizationByParam(name);
        if (regularizations != null) {
            for (Regularization regularization : regularizations) {
                l1 += regularization instanceof L1Regularization it ? it.getL1().valueAt(0, 0) : 0;
                l2 += regularization instanceof L2Regularization it ? it.getL2().valueAt(0, 0) : 0;
            }
        }
        parts.add(new Part(
                System.identityHashCode(layer),
                state.getParamOffsetStart(),
                state.getParamOffsetEnd(),
                treatment,
                layer.updaterDivideByMinibatch(name),
                l1,
                l2,
                isWeight(layer, name)));
    }

    /** Weights decay, as L2 has it in DL4J; biases and what a normalization learns do not. */
    private static boolean isWeight(Trainable layer, String name) {
        return layer.getConfig() instanceof org.deeplearning4j.nn.conf.layers.Layer configured
                && configured.initializer().isWeightParam(configured, name);
    }

    /** Keeps the gradients that the graph has now, to be added to those of the next step. */
    void hold() {
        gradientsOfGraph.get(held);
        holds = true;
    }

    /**
     * One step with the gradients that the graph holds.
     *
     * @param iteration counted from 0
     * @param epoch counted from 0
     */
    void step(int examples, long iteration, int epoch) {
        gradientsOfGraph.get(gradient);
        for (int i = 0; holds && i < held.length; i++) {
            gradient[i] += held[i];
        }
        holds = false;
        double rate = pace * Rates.at(plan.schedule(), plan.learningRate(), iteration, epoch);
        for (Part part : parts) {
            if (part.mean()) {
                scale(part.from(), part.to(), 1f / examples);
            }
        }
        clip();
        for (Part part : parts) {
            switch (part.treatment()) {
                case FROZEN -> {}
                case TAKEN_OFF -> takeOff(part);
                case LEARNED -> learn(part, rate, iteration + 1);
            }
        }
        weightsOfGraph.put(weights);
    }

    private void learn(Part part, double rate, long step) {
        if (part.l1() > 0 || part.l2() > 0) {
            float l1 = (float) part.l1();
            float l2 = (float) part.l2();
            for (int i = part.from(); i < part.to(); i++) {
                gradient[i] += l1 * Math.signum(weights[i]) + l2 * weights[i];
            }
        }
        if (decay > 0 && part.decays()) {
            // Both parts of the step start from the same weight: the decay is not applied to the stepped one.
            float kept = (float) (1 - rate * decay);
            for (int i = part.from(); i < part.to(); i++) {
                weights[i] *= kept;
            }
        }
        int size = part.to() - part.from();
        Strips strips = Strips.of(size, size / ENOUGH);
        strips.each(strip -> rule.apply(
                weights,
                gradient,
                memory,
                part.from() + strips.from(strip),
                part.from() + strips.to(strip),
                rate,
                step));
    }

    private void takeOff(Part part) {
        for (int i = part.from(); i < part.to(); i++) {
            weights[i] -= gradient[i];
        }
    }

    private void clip() {
        float threshold = (float) plan.clipping().threshold();
        switch (plan.clipping().kind()) {
            case NONE -> {}
            case VALUE -> {
                for (Part part : parts) {
                    for (int i = part.from(); i < part.to() && part.treatment() == Treatment.LEARNED; i++) {
                        gradient[i] = Math.max(-threshold, Math.min(threshold, gradient[i]));
                    }
                }
            }
            case NORM -> {
                for (int first = 0; first < parts.size(); ) {
                    int last = first;
                    while (last < parts.size()
                            && parts.get(last).layer() == parts.get(first).layer()) {
                        last++;
                    }
                    clipNorm(parts.subList(first, last), plan.clipping().threshold());
                    first = last;
                }
            }
        }
    }

    private void clipNorm(List<Part> layer, double threshold) {
        double squares = 0;
        for (Part part : layer) {
            for (int i = part.from(); i < part.to() && part.treatment() == Treatment.LEARNED; i++) {
                squares += (double) gradient[i] * gradient[i];
            }
        }
        double norm = Math.sqrt(squares);
        if (norm > threshold) {
            for (Part part : layer) {
                if (part.treatment() == Treatment.LEARNED) {
                    scale(part.from(), part.to(), (float) (threshold / norm));
                }
            }
        }
    }

    private void scale(int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            gradient[i] *= factor;
        }
    }

    float[] weights() {
        return weights.clone();
    }

    int size() {
        return weights.length;
    }

    void setWeights(float[] numbers) {
        System.arraycopy(numbers, 0, weights, 0, weights.length);
        weightsOfGraph.put(weights);
    }

    /** What the optimizer remembers: one array of all weights after the other. */
    float[] memory() {
        float[] all = new float[Math.multiplyExact(memory.length, weights.length)];
        for (int i = 0; i < memory.length; i++) {
            System.arraycopy(memory[i], 0, all, i * weights.length, weights.length);
        }
        return all;
    }

    int memorySize() {
        return memory.length * weights.length;
    }

    void setMemory(float[] all) {
        for (int i = 0; i < memory.length; i++) {
            System.arraycopy(all, i * weights.length, memory[i], 0, weights.length);
        }
    }

    /** Lays the memory out as DL4J does: block by block, one array after the other within each. */
    void copyMemoryTo(ComputationGraph standard) {
        for (UpdaterBlock block : standard.getUpdater().getUpdaterBlocks()) {
            int length = block.getParamOffsetEnd() - block.getParamOffsetStart();
            int kept = block.getUpdaterViewOffsetEnd() - block.getUpdaterViewOffsetStart();
            if (kept == 0 || kept != length * memory.length) {
                continue;
            }
            float[] state = new float[kept];
            for (int i = 0; i < memory.length; i++) {
                System.arraycopy(memory[i], block.getParamOffsetStart(), state, i * length, length);
            }
            NativeArrays.floatPointer(standard.getUpdater().getStateViewArray())
                    .position(block.getUpdaterViewOffsetStart())
                    .put(state);
        }
    }
}
