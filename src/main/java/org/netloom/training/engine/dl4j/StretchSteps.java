package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Repeats every step of [batch, features, steps] {@code times}, then adds zeros before and after (below zero: cuts steps off). DL4J's
 * own layers for that forget which steps count, and fail for some sizes.
 */
public class StretchSteps extends OwnVertex {

    private static final long serialVersionUID = 1;

    private final int times;
    private final int before;
    private final int after;

    public StretchSteps(
            @JsonProperty("times") int times, @JsonProperty("before") int before, @JsonProperty("after") int after) {
        this.times = times;
        this.before = before;
        this.after = after;
    }

    public int getTimes() {
        return times;
    }

    public int getBefore() {
        return before;
    }

    public int getAfter() {
        return after;
    }

    /** Steps that come out of so many. */
    int stretched(int steps) {
        return steps * times + before + after;
    }

    /** The step that comes out at this place; below zero or beyond the last where there is none. */
    int source(int place) {
        return Math.floorDiv(place - before, times);
    }

    @Override
    List<Object> settings() {
        return List.of(times, before, after);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new StretchStepsVertex(graph, name, index, this, type);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        InputType.InputTypeRecurrent sequence = (InputType.InputTypeRecurrent) inputs[0];
        long steps = sequence.getTimeSeriesLength();
        return InputType.recurrent(sequence.getSize(), steps < 0 ? steps : stretched((int) steps));
    }
}
