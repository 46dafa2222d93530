package org.netloom.export;

import java.io.File;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** A program of somebody who knows DL4J only: opens a model and prints what it says to 1, 2, 3 … */
public final class OpensElsewhere {

    private OpensElsewhere() {}

    public static void main(String[] arguments) throws Exception {
        ComputationGraph network = ModelSerializer.restoreComputationGraph(new File(arguments[0]));
        long[] shape = {1, Long.parseLong(arguments[1]), Long.parseLong(arguments[2])};
        for (float number : network.outputSingle(Nd4j.linspace(1, shape[1] * shape[2], shape[1] * shape[2])
                        .castTo(Nd4j.defaultFloatingPointType())
                        .divi(10)
                        .reshape('c', shape))
                .dup('c')
                .data()
                .asFloat()) {
            System.out.println("says " + number);
        }
    }
}
