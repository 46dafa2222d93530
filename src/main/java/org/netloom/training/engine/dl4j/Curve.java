package org.netloom.training.engine.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** An activation whose slope follows from its value, so that the way back needs the values only. */
enum Curve {
    IDENTITY {
        @Override
        double at(double x) {
            return x;
        }

        @Override
        double slope(double y) {
            return 1;
        }
    },
    TANH {
        @Override
        double at(double x) {
            return Math.tanh(x);
        }

        @Override
        double slope(double y) {
            return 1 - y * y;
        }
    },
    SIGMOID {
        @Override
        double at(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        double slope(double y) {
            return y * (1 - y);
        }
    },
    RELU {
        @Override
        double at(double x) {
            return Math.max(0, x);
        }

        @Override
        double slope(double y) {
            return y > 0 ? 1 : 0;
        }
    },
    HARD_TANH {
        @Override
        double at(double x) {
            return Math.max(-1, Math.min(1, x));
        }

        @Override
        double slope(double y) {
            return y > -1 && y < 1 ? 1 : 0;
        }
    },
    HARD_SIGMOID {
        @Override
        double at(double x) {
            return Math.max(0, Math.min(1, 0.2 * x + 0.5));
        }

        @Override
        double slope(double y) {
            return y > 0 && y < 1 ? 0.2 : 0;
        }
    },
    SOFTSIGN {
        @Override
        double at(double x) {
            return x / (1 + Math.abs(x));
        }

        @Override
        double slope(double y) {
            double rest = 1 - Math.abs(y);
            return rest * rest;
        }
    },
    ELU {
        @Override
        double at(double x) {
            return x >= 0 ? x : Math.expm1(x);
        }

        @Override
        double slope(double y) {
            return y >= 0 ? 1 : y + 1;
        }
    };

    abstract double at(double x);

    /** The derivative where the value is {@code y}. */
    abstract double slope(double y);

    static boolean knows(IActivation activation) {
        return find(activation) != null;
    }

    static Curve of(IActivation activation) {
        Curve curve = find(activation);
        if (curve == null) {
            throw new IllegalArgumentException("A recurrent layer cannot use the activation " + activation);
        }
        return curve;
    }

    private static @org.jspecify.annotations.Nullable Curve find(IActivation activation) {
        return switch (activation) {
            case ActivationIdentity it -> IDENTITY;
            case ActivationTanH it -> TANH;
            case ActivationSigmoid it -> SIGMOID;
            case ActivationReLU it -> RELU;
            case ActivationHardTanH it -> HARD_TANH;
            case ActivationHardSigmoid it -> HARD_SIGMOID;
            case ActivationSoftSign it -> SOFTSIGN;
            case ActivationELU it -> ELU;
            default -> null;
        };
    }
}
