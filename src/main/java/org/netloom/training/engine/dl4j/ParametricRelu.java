package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Leaky ReLU whose slope below zero is learned (He et al. 2015): {@code y = x for x ≥ 0, else α x}, one α for each number of an
 * example, or one for each feature or channel.
 */
public class ParametricRelu extends OwnLayer {

    public static final String ALPHA = "alpha";

    @JsonProperty
    private long slopes;

    @JsonProperty
    private boolean shared;

    @JsonProperty
    private double start;

    public ParametricRelu() {
        // For whoever reads it from JSON.
    }

    /** @param shared whether all positions of a feature or channel share a slope */
    public ParametricRelu(long slopes, boolean shared, double start) {
        this.slopes = slopes;
        this.shared = shared;
        this.start = start;
    }

    boolean isShared() {
        return shared;
    }

    @Override
    List<Array> arrays() {
        return List.of(new Array(ALPHA, start, slopes));
    }

    @Override
    OwnRuntime<?> create(NeuralNetConfiguration configuration, DataType type) {
        return new ParametricReluRuntime(configuration, type);
    }
}
