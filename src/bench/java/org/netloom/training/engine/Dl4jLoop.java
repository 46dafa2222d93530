package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.training.TrainingJob;

/** Plain DL4J as its users write it: standard classes, ready-made batches in a list, nothing recorded. */
public final class Dl4jLoop {

    private final ComputationGraph graph;
    private final List<DataSet> batches = new ArrayList<>();
    private int next;

    public Dl4jLoop(TrainingJob job) {
        graph = new ComputationGraph(Lowering.lower(job.network(), job.plan(), Purpose.DOWNLOAD)
                .configuration());
        graph.init();
        Samples samples = job.train();
        int width = (int) samples.input().size();
        int[] order = Draws.of(1, 1, 1).permutation(samples.count());
        for (int from = 0; from + Workload.BATCH <= samples.count(); from += Workload.BATCH) {
            float[] features = new float[Workload.BATCH * width];
            float[] targets = new float[Workload.BATCH * samples.targetSize()];
            for (int i = 0; i < Workload.BATCH; i++) {
                int row = order[from + i];
                System.arraycopy(samples.features(), row * width, features, i * width, width);
                System.arraycopy(
                        samples.targets(),
                        row * samples.targetSize(),
                        targets,
                        i * samples.targetSize(),
                        samples.targetSize());
            }
            INDArray inputs = Nd4j.create(features, new long[] {Workload.BATCH, width}, 'c');
            batches.add(
                    new DataSet(inputs, Nd4j.create(targets, new long[] {Workload.BATCH, samples.targetSize()}, 'c')));
        }
    }

    public void run(int iterations) {
        for (int i = 0; i < iterations; i++) {
            graph.fit(batches.get(next));
            next = (next + 1) % batches.size();
        }
    }
}
