package org.netloom.training.engine;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.netloom.layers.Activation;

/** Activations in DL4J's words. */
final class Activations {

    private Activations() {}

    static IActivation of(Activation activation) {
        return switch (activation.kind()) {
            case IDENTITY -> new ActivationIdentity();
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(activation.slope());
            case SOFTMAX -> new ActivationSoftmax();
            case ELU -> new ActivationELU();
            case SELU -> new ActivationSELU();
            case GELU -> new ActivationGELU(false);
            case SWISH -> new ActivationSwish();
            case MISH -> new ActivationMish();
            case SOFTPLUS -> new ActivationSoftPlus();
            case SOFTSIGN -> new ActivationSoftSign();
            case HARD_SIGMOID -> new ActivationHardSigmoid();
            case HARD_TANH -> new ActivationHardTanH();
            case RATIONAL_TANH -> new ActivationRationalTanh();
            case RECTIFIED_TANH -> new ActivationRectifiedTanh();
            case RELU6 -> new ActivationReLU6();
            case THRESHOLDED_RELU -> new ActivationThresholdedReLU();
            case CUBE -> new ActivationCube();
        };
    }
}
