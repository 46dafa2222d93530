package org.netloom.training;

/** How a gradient g becomes a change of a weight w; η is the learning rate. */
public sealed interface Optimizer {

    /** {@code w ← w − η g}. */
    record Sgd() implements Optimizer {}

    /** {@code v ← μ v − η g, w ← w + v}. */
    record Momentum(double momentum) implements Optimizer {}

    /** Momentum that looks ahead: {@code v′ ← μ v − η g, w ← w − μ v + (1 + μ) v′}. */
    record Nesterov(double momentum) implements Optimizer {}

    /** {@code s ← s + g², w ← w − η g / (√s + ε)}. */
    record Adagrad(double epsilon) implements Optimizer {}

    /** {@code s ← ρ s + (1 − ρ) g², w ← w − η g / √(s + ε)}. */
    record RmsProp(double decay, double epsilon) implements Optimizer {}

    /** Adam (Kingma and Ba 2015). */
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {}

    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019): {@code w ← w − η (adam(g) + λ w)}. */
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {}

    /** Adadelta (Zeiler 2012); has no learning rate. */
    record Adadelta(double rho, double epsilon) implements Optimizer {}

    /** Adam with the infinity norm. */
    record AdaMax(double beta1, double beta2, double epsilon) implements Optimizer {}

    /** Adam with Nesterov momentum. */
    record Nadam(double beta1, double beta2, double epsilon) implements Optimizer {}

    /** Adam that never forgets the largest second moment. */
    record AmsGrad(double beta1, double beta2, double epsilon) implements Optimizer {}
}
