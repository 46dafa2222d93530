package org.netloom.training.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import org.netloom.datasets.Samples;

/** The same training in LibTorch: ready-made batches, nothing recorded. */
final class PytorchLoop implements AutoCloseable {

    private final Model model = Model.newInstance("rival", "PyTorch");
    private final Trainer trainer;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final List<NDList> batches = new ArrayList<>();
    private int next;

    PytorchLoop(Samples samples) {
        this(
                samples,
                new SequentialBlock()
                        .add(Linear.builder().setUnits(128).build())
                        .add(Activation::relu)
                        .add(Linear.builder().setUnits(samples.targetSize()).build()),
                new Shape(Workload.BATCH, samples.input().size()));
    }

    static PytorchLoop lenet(Samples samples) {
        return new PytorchLoop(
                samples,
                new SequentialBlock()
                        .add(conv(20))
                        .add(Activation::relu)
                        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                        .add(conv(50))
                        .add(Activation::relu)
                        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                        .add(Blocks.batchFlattenBlock())
                        .add(Linear.builder().setUnits(500).build())
                        .add(Activation::relu)
                        .add(Linear.builder().setUnits(samples.targetSize()).build()),
                new Shape(Workload.BATCH, 1, 28, 28));
    }

    /** An LSTM of 128 units, whose last step goes on. PyTorch wants steps × features where we have features × steps. */
    static PytorchLoop lstm(Samples samples) {
        int features = samples.input().dims().get(0).intValue();
        int steps = samples.input().dims().get(1).intValue();
        return new PytorchLoop(
                turned(samples, features, steps),
                new SequentialBlock()
                        .add(LSTM.builder()
                                .setNumLayers(1)
                                .setStateSize(128)
                                .optReturnState(false)
                                .build())
                        .add(all -> new NDList(all.singletonOrThrow().get(":, -1")))
                        .add(Linear.builder().setUnits(samples.targetSize()).build()),
                new Shape(Workload.BATCH, steps, features));
    }

    private static Samples turned(Samples samples, int features, int steps) {
        float[] from = samples.features();
        float[] to = new float[from.length];
        for (int first = 0; first < from.length; first += features * steps) {
            for (int j = 0; j < features; j++) {
                for (int t = 0; t < steps; t++) {
                    to[first + t * features + j] = from[first + j * steps + t];
                }
            }
        }
        return new Samples(samples.input(), samples.count(), to, samples.targets(), samples.targetSize());
    }

    private static Conv2d conv(int filters) {
        return Conv2d.builder().setFilters(filters).setKernelShape(new Shape(5, 5)).build();
    }

    PytorchLoop(Samples samples, Block block, Shape input) {
        model.setBlock(block);
        trainer = model.newTrainer(new DefaultTrainingConfig(loss)
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.001f))
                        .build()));
        int width = (int) samples.input().size();
        trainer.initialize(input);
        NDManager manager = model.getNDManager();
        int[] order = Draws.of(1, 1, 1).permutation(samples.count());
        for (int from = 0; from + Workload.BATCH <= samples.count(); from += Workload.BATCH) {
            float[] features = new float[Workload.BATCH * width];
            long[] classes = new long[Workload.BATCH];
            for (int i = 0; i < Workload.BATCH; i++) {
                int row = order[from + i];
                System.arraycopy(samples.features(), row * width, features, i * width, width);
                for (int c = 0; c < samples.targetSize(); c++) {
                    if (samples.targets()[row * samples.targetSize() + c] == 1) {
                        classes[i] = c;
                    }
                }
            }
            batches.add(new NDList(
                    manager.create(features, input),
                    manager.create(classes, new Shape(Workload.BATCH))));
        }
    }

    void run(int iterations) {
        for (int i = 0; i < iterations; i++) {
            NDList batch = batches.get(next);
            next = (next + 1) % batches.size();
            try (NDManager step = model.getNDManager().newSubManager();
                    GradientCollector collector = trainer.newGradientCollector()) {
                // What is computed from the inputs goes with the step.
                batch.get(0).tempAttach(step);
                NDList predicted = trainer.forward(new NDList(batch.get(0)));
                NDArray value = loss.evaluate(new NDList(batch.get(1)), predicted);
                predicted.attach(step);
                value.attach(step);
                collector.backward(value);
            }
            trainer.step();
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
