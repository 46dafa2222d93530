package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Samples from a normal distribution whose mean and logarithm of the variance flow in, each {@code [batch, n]}: while training
 * z = μ + exp(½ ln σ²) ε with ε from ND4J's random numbers, else z = μ. Training adds the gradient of {@code klWeight} times the
 * Kullback–Leibler divergence from the standard normal distribution, −½ Σ (1 + ln σ² − μ² − σ²) an example (Kingma and Welling,
 * Auto-Encoding Variational Bayes, appendix B).
 */
public final class VaeSamplingVertex extends OwnVertex {

    private final double klWeight;

    public VaeSamplingVertex(@JsonProperty("klWeight") double klWeight) {
        this.klWeight = klWeight;
    }

    public double getKlWeight() {
        return klWeight;
    }

    @Override
    List<Object> settings() {
        return List.of(klWeight);
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType dataType) {
        return new VaeSampling(graph, name, index, klWeight, dataType);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) throws InvalidInputTypeException {
        if (inputs.length != 2 || !inputs[0].equals(inputs[1]) || inputs[0].getType() != InputType.Type.FF) {
            throw new InvalidInputTypeException("Mean and log-variance are two vectors of the same size");
        }
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, VaeSamplingVertex.class, inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, inputs[0].arrayElementsPerExample(), inputs[0].arrayElementsPerExample())
                .cacheMemory(0, 0)
                .build();
    }
}
