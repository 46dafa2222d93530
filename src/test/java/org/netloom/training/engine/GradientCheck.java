package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.netloom.datasets.Samples;
import org.netloom.layers.Network;
import org.netloom.training.Roles;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.dl4j.VaeSampling;

/** Holds the engine's gradients against finite differences, in double precision. */
final class GradientCheck {

    private static final double STEP = 1e-6;
    private static final double MOST_RELATIVE = 1e-4;
    private static final double TINY = 1e-7;
    /** What a double's last digits make of a difference over two steps. */
    private static final double ROUNDING = 1e-10;

    /** Of large networks only so many parameters are checked, spread evenly. */
    private static final int MOST_CHECKED = 400;

    private GradientCheck() {}

    static void check(Network network, TrainingPlan plan, long[] inputShape, double[] inputs, double[] targets) {
        int rows = (int) inputShape[0];
        check(network, plan, new INDArray[] {Nd4j.create(inputs, inputShape, 'c')}, new INDArray[] {
            Nd4j.create(targets, new long[] {rows, targets.length / rows}, 'c')
        });
    }

    /** Inputs and targets as the network's ends take them. */
    static void check(Network network, TrainingPlan plan, Samples samples) {
        Roles roles = Roles.of(Roles.ends(network), samples.input(), samples.targetSize(), false);
        Batches.Batch batch = new Batches(samples, roles, Judge.NONE, Masking.NONE).gather(null, 0, samples.count());
        check(network, plan, doubles(batch.inputs()), doubles(batch.targets()));
    }

    private static INDArray[] doubles(INDArray[] arrays) {
        return Stream.of(arrays).map(array -> array.castTo(DataType.DOUBLE)).toArray(INDArray[]::new);
    }

    private static void check(Network network, TrainingPlan plan, INDArray[] inputs, INDArray[] targets) {
        Lowered lowered = Lowering.lower(network, plan, Purpose.TRAINING, DataType.DOUBLE);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 3);
        INDArray parameters = graph.params();
        Draws draws = Draws.of(3, 3, 3);
        for (int i = 0; i < parameters.length(); i++) {
            parameters.putScalar(i, parameters.getDouble(i) + 0.1 * draws.normal());
        }
        long rows = inputs[0].size(0);
        graph.setInputs(inputs);
        graph.setLabels(targets);
        INDArray gradient = gradient(graph).dup();
        BitSet followed = followed(graph);
        int step = (int) (parameters.length() / MOST_CHECKED) + 1;
        for (int i = 0; i < parameters.length(); i += step) {
            if (followed.get(i)) {
                continue;
            }
            double at = parameters.getDouble(i);
            double up = scoreAt(graph, parameters, i, at + STEP);
            double down = scoreAt(graph, parameters, i, at - STEP);
            parameters.putScalar(i, at);
            double numeric = (up - down) / (2 * STEP);
            double analytic = gradient.getDouble(i) / rows;
            double size = Math.abs(numeric) + Math.abs(analytic);
            double difference = Math.abs(numeric - analytic);
            double relative = size < TINY || difference < ROUNDING ? 0 : difference / size;
            assertThat(relative)
                    .as("parameter %d: by difference %s, by the engine %s", i, numeric, analytic)
                    .isLessThan(MOST_RELATIVE);
        }
    }

    /** Running means and variances, whose “gradient” is how far they move. */
    static BitSet followed(ComputationGraph graph) {
        BitSet followed = new BitSet();
        for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
            for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
                if (state.getLayer().getConfig().getUpdaterByParam(state.getParamName()) instanceof NoOp) {
                    followed.set(state.getParamOffsetStart(), state.getParamOffsetEnd());
                }
            }
        }
        return followed;
    }

    private static double scoreAt(ComputationGraph graph, INDArray parameters, int i, double value) {
        parameters.putScalar(i, value);
        gradient(graph);
        double added = 0;
        for (GraphVertex vertex : graph.getVertices()) {
            added += vertex instanceof VaeSampling sampling ? sampling.divergence() : 0;
        }
        return graph.score() + added / graph.getInput(0).size(0);
    }

    private static INDArray gradient(ComputationGraph graph) {
        INDArray[] inputs = graph.getInputs().clone();
        graph.initGradientsView();
        // The same noise each time.
        Nd4j.getRandom().setSeed(7);
        graph.computeGradientAndScore();
        graph.setInputs(inputs);
        return graph.getGradientsViewArray();
    }
}
