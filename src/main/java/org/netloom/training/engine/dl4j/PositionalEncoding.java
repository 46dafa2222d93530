package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adds to each step of a sequence a row of numbers that tells its place: sines and cosines of falling frequency (Vaswani et al.
 * 2017), or rows that are learned. [batch, features, steps] → the same shape.
 */
public class PositionalEncoding extends OwnLayer {

    public static final String POSITIONS = "P";

    @JsonProperty
    private long features;

    @JsonProperty
    private long steps;

    @JsonProperty
    private boolean learned;

    public PositionalEncoding() {
        // For whoever reads it from JSON.
    }

    public PositionalEncoding(long features, long steps, boolean learned) {
        this.features = features;
        this.steps = steps;
        this.learned = learned;
    }

    long features() {
        return features;
    }

    long steps() {
        return steps;
    }

    boolean isLearned() {
        return learned;
    }

    /** Row by row: one row of {@code features} numbers for each step. Even places hold sines, odd ones cosines. */
    static double[] sinusoids(int features, int steps) {
        double[] numbers = new double[features * steps];
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < features; i++) {
                double angle = step / Math.pow(10_000, (i - i % 2) / (double) features);
                numbers[step * features + i] = i % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
            }
        }
        return numbers;
    }

    @Override
    List<Array> arrays() {
        return learned ? List.of(new Array(POSITIONS, 0, steps, features)) : List.of();
    }

    @Override
    OwnRuntime<?> create(NeuralNetConfiguration configuration, DataType type) {
        return new PositionalEncodingRuntime(configuration, type);
    }
}
