package org.netloom.training.engine;

import org.netloom.layers.Activation;
import org.netloom.training.Loss;

/**
 * The losses exactly as {@link Loss} writes them, with their derivatives, over row-major numbers. Softmax with cross-entropy and
 * sigmoid with binary cross-entropy are taken from the sums before the activation, where they stay exact and finite.
 */
final class LossMath {

    private static final double TINY = 1e-38;

    private final Loss loss;
    private final boolean softmax;
    private final boolean sigmoid;

    LossMath(Loss loss, Activation.Kind activation) {
        this.loss = loss;
        this.softmax = activation == Activation.Kind.SOFTMAX;
        this.sigmoid = activation == Activation.Kind.SIGMOID;
    }

    /** Whether {@link #gradient} is that with respect to the sums before the activation. */
    boolean isFused() {
        return loss == Loss.CROSS_ENTROPY && softmax || loss == Loss.BINARY_CROSS_ENTROPY && sigmoid;
    }

    /** The loss of one example. */
    double score(double[] sums, double[] predicted, double[] target, int from, int n) {
        double sum = 0;
        switch (loss) {
            case MEAN_SQUARED_ERROR -> {
                for (int i = from; i < from + n; i++) {
                    sum += square(target[i] - predicted[i]);
                }
                return sum / n;
            }
            case HALF_SQUARED_ERROR -> {
                for (int i = from; i < from + n; i++) {
                    sum += square(target[i] - predicted[i]);
                }
                return sum / 2;
            }
            case CROSS_ENTROPY -> {
                double base = softmax ? logSumExp(sums, from, n) : 0;
                for (int i = from; i < from + n; i++) {
                    if (target[i] != 0) {
                        sum -= target[i] * (softmax ? sums[i] - base : log(predicted[i]));
                    }
                }
                return sum;
            }
            case BINARY_CROSS_ENTROPY -> {
                for (int i = from; i < from + n; i++) {
                    sum += sigmoid ? softplus(sums[i]) - target[i] * sums[i] : binary(predicted[i], target[i]);
                }
                return sum;
            }
            case MEAN_ABSOLUTE_ERROR -> {
                for (int i = from; i < from + n; i++) {
                    sum += Math.abs(target[i] - predicted[i]);
                }
                return sum / n;
            }
            case SQUARED_LOG_ERROR -> {
                for (int i = from; i < from + n; i++) {
                    sum += square(Math.log1p(target[i]) - Math.log1p(predicted[i]));
                }
                return sum / n;
            }
            case HINGE -> {
                for (int i = from; i < from + n; i++) {
                    sum += Math.max(0, 1 - target[i] * predicted[i]);
                }
                return sum;
            }
            case SQUARED_HINGE -> {
                for (int i = from; i < from + n; i++) {
                    sum += square(Math.max(0, 1 - target[i] * predicted[i]));
                }
                return sum;
            }
            case KL_DIVERGENCE -> {
                for (int i = from; i < from + n; i++) {
                    if (target[i] != 0) {
                        sum += target[i] * (Math.log(target[i]) - log(predicted[i]));
                    }
                }
                return sum;
            }
            case POISSON -> {
                for (int i = from; i < from + n; i++) {
                    sum += predicted[i] - (target[i] == 0 ? 0 : target[i] * log(predicted[i]));
                }
                return sum / n;
            }
            case COSINE_PROXIMITY -> {
                double both = 0;
                double a = 0;
                double b = 0;
                for (int i = from; i < from + n; i++) {
                    both += target[i] * predicted[i];
                    a += square(target[i]);
                    b += square(predicted[i]);
                }
                return -both / Math.max(TINY, Math.sqrt(a) * Math.sqrt(b));
            }
        }
        throw new IllegalStateException("No loss " + loss);
    }

    /** Derivatives of one example's loss by its predictions, or by the sums if {@link #isFused}. */
    void gradient(double[] predicted, double[] target, int from, int n, double[] into) {
        if (loss == Loss.COSINE_PROXIMITY) {
            cosine(predicted, target, from, n, into);
            return;
        }
        double total = 0;
        if (loss == Loss.CROSS_ENTROPY && softmax) {
            for (int i = from; i < from + n; i++) {
                total += target[i];
            }
        }
        for (int i = from; i < from + n; i++) {
            double p = predicted[i];
            double y = target[i];
            into[i] = switch (loss) {
                case MEAN_SQUARED_ERROR -> 2 * (p - y) / n;
                case HALF_SQUARED_ERROR -> p - y;
                case CROSS_ENTROPY -> softmax ? p * total - y : y == 0 ? 0 : -y / atLeastTiny(p);
                case BINARY_CROSS_ENTROPY -> sigmoid ? p - y : (p - y) / (atLeastTiny(p) * atLeastTiny(1 - p));
                case MEAN_ABSOLUTE_ERROR -> Math.signum(p - y) / n;
                case SQUARED_LOG_ERROR -> 2 * (Math.log1p(p) - Math.log1p(y)) / ((1 + p) * n);
                case HINGE -> y * p < 1 ? -y : 0;
                case SQUARED_HINGE -> -2 * y * Math.max(0, 1 - y * p);
                case KL_DIVERGENCE -> y == 0 ? 0 : -y / atLeastTiny(p);
                case POISSON -> (y == 0 ? 1 : 1 - y / atLeastTiny(p)) / n;
                case COSINE_PROXIMITY -> throw new IllegalStateException();
            };
        }
    }

    private static void cosine(double[] predicted, double[] target, int from, int n, double[] into) {
        double both = 0;
        double a = 0;
        double b = 0;
        for (int i = from; i < from + n; i++) {
            both += target[i] * predicted[i];
            a += square(target[i]);
            b += square(predicted[i]);
        }
        double lengths = Math.max(TINY, Math.sqrt(a) * Math.sqrt(b));
        double cosine = both / lengths;
        for (int i = from; i < from + n; i++) {
            into[i] = cosine * predicted[i] / Math.max(TINY, b) - target[i] / lengths;
        }
    }

    private static double binary(double p, double y) {
        double sum = 0;
        if (y != 0) {
            sum -= y * log(p);
        }
        if (y != 1) {
            sum -= (1 - y) * log(1 - p);
        }
        return sum;
    }

    private static double logSumExp(double[] sums, int from, int n) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            top = Math.max(top, sums[i]);
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += Math.exp(sums[i] - top);
        }
        return top + Math.log(sum);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double log(double p) {
        return Math.log(atLeastTiny(p));
    }

    /** Keeps a probability that was rounded to zero from making the loss infinite; a negative one stays what it is. */
    private static double atLeastTiny(double p) {
        return p >= 0 && p < TINY ? TINY : p;
    }

    private static double square(double x) {
        return x * x;
    }
}
