package org.netloom.training.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.layers.Network;
import org.netloom.layers.Rivals;
import org.netloom.training.TrainingPlan;

/** The two graphs of an adversarial training, and the ways through them. */
final class Duel {

    private static final long GENERATOR = 14;

    /** One of the two. */
    record Side(Network network, Lowered lowered, ComputationGraph graph) {

        static Side of(Network network, TrainingPlan plan, long seed, DataType type) {
            Lowered lowered = Lowering.lower(network, plan, Purpose.TRAINING, type);
            ComputationGraph graph = new ComputationGraph(lowered.configuration());
            graph.init();
            InitialWeights.set(graph, lowered, seed);
            return new Side(network, lowered, graph);
        }

        void at(long iteration, int epoch) {
            graph.getConfiguration().setIterationCount((int) iteration);
            graph.getConfiguration().setEpochCount(epoch);
        }
    }

    private final Side generator;
    private final Side discriminator;
    private final MeetingPoint meeting;
    private final TrainingLoss loss;
    private final Map<String, INDArray> targets = new HashMap<>();

    Duel(Rivals rivals, TrainingPlan plan, DataType type) {
        discriminator = Side.of(rivals.discriminator(), plan, plan.seed(), type);
        generator = Side.of(
                rivals.generator(), plan, Draws.of(plan.seed(), GENERATOR, 0).next(), type);
        ComputationGraph graph = discriminator.graph();
        meeting = (MeetingPoint) graph.getVertex(vertex(discriminator, rivals));
        loss = (TrainingLoss) ((BaseOutputLayer) graph.getOutputLayer(0).conf().getLayer()).getLossFn();
    }

    private static String vertex(Side side, Rivals rivals) {
        return Objects.requireNonNull(side.lowered().outputs().get(rivals.meeting()));
    }

    Side generator() {
        return generator;
    }

    Side discriminator() {
        return discriminator;
    }

    /** What the generator makes of noise while it trains. */
    INDArray made(INDArray[] noises, long seedOfGenerator) {
        Nd4j.getRandom().setSeed(seedOfGenerator);
        return generator.graph().output(true, noises)[0];
    }

    /**
     * Forwards and backwards through the discriminator, whose gradients are left in its graph.
     *
     * @return the mean loss of saying something else than the target of these examples
     */
    double judge(INDArray examples, double target) {
        ComputationGraph graph = discriminator.graph();
        graph.setInputs(examples);
        graph.setLabels(target(examples.size(0), target, examples.dataType()));
        graph.computeGradientAndScore();
        graph.clearLayersStates();
        return loss.total() / examples.size(0);
    }

    private INDArray target(long size, double target, DataType type) {
        return targets.computeIfAbsent(size + " × " + target, key -> {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                return Nd4j.valueArrayOf(new long[] {size, 1}, target, type);
            }
        });
    }

    /** DL4J's LossLayer takes no pictures as labels; {@link RivalLoss} gives them their shape again. */
    private static INDArray flatPictures(INDArray derivatives) {
        return derivatives.rank() == 4 ? derivatives.reshape('c', derivatives.size(0), -1) : derivatives;
    }

    /**
     * Backwards through both, so that the generator's gradients are left in its graph.
     *
     * @param made what the generator has just made of this noise, with the same random numbers as are to come now
     * @return the mean of −log D(G(z)), or of the discriminator's other loss against 1
     */
    double fool(INDArray[] noises, INDArray made, long seedOfGenerator) {
        double mean = judge(made, 1);
        ComputationGraph graph = generator.graph();
        Nd4j.getRandom().setSeed(seedOfGenerator);
        graph.setInputs(noises);
        graph.setLabels(flatPictures(meeting.derivatives()));
        graph.computeGradientAndScore();
        graph.clearLayersStates();
        return mean;
    }
}
