package org.netloom.training.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonIgnore;

/**
 * A recurrent layer: simple, LSTM or GRU. Sequences are [batch, features, steps]. Simple and LSTM have the parameters of DL4J's own
 * layers, number by number, so that either can stand for the other.
 */
public class Recurrent extends BaseRecurrentLayer {

    private static final long serialVersionUID = 1;

    private Cell cell = Cell.GRU;
    private IActivation gateActivationFn = new ActivationSigmoid();
    private double forgetGateBiasInit;
    private boolean first;

    /** For reading from JSON. */
    public Recurrent() {}

    private Recurrent(Builder builder) {
        super(builder);
        cell = builder.cell;
        gateActivationFn = builder.gateActivationFn;
        forgetGateBiasInit = builder.forgetGateBiasInit;
        first = builder.first;
        initializeConstraints(builder);
    }

    public Cell getCell() {
        return cell;
    }

    public void setCell(Cell cell) {
        this.cell = cell;
    }

    public IActivation getGateActivationFn() {
        return gateActivationFn;
    }

    public void setGateActivationFn(IActivation gateActivationFn) {
        this.gateActivationFn = gateActivationFn;
    }

    public double getForgetGateBiasInit() {
        return forgetGateBiasInit;
    }

    public void setForgetGateBiasInit(double forgetGateBiasInit) {
        this.forgetGateBiasInit = forgetGateBiasInit;
    }

    /** Whether its input is data, so that nobody asks for the slope of the loss by it. */
    public boolean isFirst() {
        return first;
    }

    public void setFirst(boolean first) {
        this.first = first;
    }

    /** Numbers that the layer holds. */
    @JsonIgnore
    long parameters() {
        return cell.blocks() * getNOut() * (getNIn() + getNOut() + cell.biases());
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Instantiation.complete(new RecurrentLayer(conf, type), listeners, index, parameters, initialize);
    }

    @Override
    public ParamInitializer initializer() {
        return RecurrentParameters.INSTANCE;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType.InputTypeRecurrent sequence = (InputType.InputTypeRecurrent) inputType;
        long kept = sequence.getTimeSeriesLength() * (getNIn() + (cell.blocks() + 2) * getNOut());
        return new LayerMemoryReport.Builder(layerName, Recurrent.class, inputType, getOutputType(-1, inputType))
                .standardMemory(parameters(), getIUpdater().stateSize(parameters()))
                .workingMemory(0, kept, 0, kept)
                .cacheMemory(0, 0)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof Recurrent it
                && cell == it.cell
                && gateActivationFn.equals(it.gateActivationFn)
                && forgetGateBiasInit == it.forgetGateBiasInit
                && first == it.first;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + cell.hashCode();
    }

    /** In DL4J's manner. */
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {

        private final Cell cell;
        private IActivation gateActivationFn = new ActivationSigmoid();
        private double forgetGateBiasInit;
        private boolean first;

        public Builder(Cell cell) {
            this.cell = cell;
        }

        public Builder gateActivation(IActivation activation) {
            gateActivationFn = activation;
            return this;
        }

        public Builder forgetGateBiasInit(double start) {
            forgetGateBiasInit = start;
            return this;
        }

        /** Saves computing the slope by the input, which is then zero. */
        public Builder first(boolean isFirst) {
            first = isFirst;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Recurrent build() {
            return new Recurrent(this);
        }
    }
}
