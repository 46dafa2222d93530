package org.netloom.training.engine;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.netloom.design.Shape;
import org.netloom.layers.Op;
import org.netloom.training.engine.dl4j.SumVertex;

/** Several inputs into one, in DL4J's words. */
final class Merges {

    private Merges() {}

    static GraphVertex of(Op.Merge merge, Purpose purpose) {
        return switch (merge.kind()) {
            case ADD ->
                purpose == Purpose.TRAINING && merge.inputs().get(0) instanceof Shape.Sequence
                        ? new SumVertex()
                        : new ElementWiseVertex(ElementWiseVertex.Op.Add);
            case SUBTRACT -> new ElementWiseVertex(ElementWiseVertex.Op.Subtract);
            case MULTIPLY -> new ElementWiseVertex(ElementWiseVertex.Op.Product);
            case AVERAGE -> new ElementWiseVertex(ElementWiseVertex.Op.Average);
            case MAXIMUM -> new ElementWiseVertex(ElementWiseVertex.Op.Max);
            case CONCATENATE -> new MergeVertex();
        };
    }
}
