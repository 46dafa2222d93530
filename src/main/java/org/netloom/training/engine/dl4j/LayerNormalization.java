package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Layer normalisation (Ba, Kiros, Hinton 2016) over the features at each position: {@code y = γ (x − μ) / √(σ² + ε) + β}. Takes
 * vectors [batch, features], sequences [batch, features, steps] and images [batch, channels, height, width].
 */
public class LayerNormalization extends OwnLayer {

    public static final String GAMMA = "gamma";
    public static final String BETA = "beta";

    @JsonProperty
    private long features;

    @JsonProperty
    private double epsilon;

    @JsonProperty
    private boolean scale;

    @JsonProperty
    private boolean center;

    public LayerNormalization() {
        // For whoever reads it from JSON.
    }

    public LayerNormalization(long features, double epsilon, boolean scale, boolean center) {
        this.features = features;
        this.epsilon = epsilon;
        this.scale = scale;
        this.center = center;
    }

    double epsilon() {
        return epsilon;
    }

    boolean scales() {
        return scale;
    }

    boolean centers() {
        return center;
    }

    @Override
    List<Array> arrays() {
        Array gamma = new Array(GAMMA, 1, features);
        Array beta = new Array(BETA, 0, features);
        if (scale) {
            return center ? List.of(gamma, beta) : List.of(gamma);
        }
        return center ? List.of(beta) : List.of();
    }

    @Override
    OwnRuntime<?> create(NeuralNetConfiguration configuration, DataType type) {
        return new LayerNormalizationRuntime(configuration, type);
    }
}
