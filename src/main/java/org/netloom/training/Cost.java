package org.netloom.training;

import org.netloom.design.Inference;

/**
 * What training a design will take, estimated without building it.
 *
 * @param parameters trainable numbers
 * @param flopsPerExample floating point operations of one forward and backward pass of one example (backward counts twice forward)
 * @param bytes memory of weights, gradients, optimizer state (each with its copies) and activations of one batch, in 32-bit numbers
 */
public record Cost(long parameters, long flopsPerExample, long bytes) {

    private static final int BYTES_PER_NUMBER = 4;
    private static final long RUNTIME = 300_000_000L;

    /** Of all trainings of a plan with restarts, and of the committee that may come of them. */
    static Cost of(Inference inference, TrainingPlan plan) {
        Cost one = of(inference, plan.optimizer(), plan.batchSize());
        TrainingPlan.Restarts restarts = plan.restarts();
        if (!restarts.several()) {
            return one;
        }
        // A committee stands beside the member whose weights it is given; every member's weights are kept until then.
        double networks = restarts.isCommittee() ? restarts.count() + 1.0 : 1;
        double kept = BYTES_PER_NUMBER * (restarts.isCommittee() ? restarts.count() : 1.0) * inference.parameters();
        double bytes = RUNTIME + networks * ((double) one.bytes() - RUNTIME) + kept;
        double flops = (double) restarts.count() * one.flopsPerExample();
        return new Cost(
                one.parameters(),
                flops >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) flops,
                bytes >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) bytes);
    }

    public static Cost of(Inference inference, Optimizer optimizer, int batchSize) {
        double parameters = inference.parameters();
        // Weights, gradient and optimizer state, in the loop and in the native library; and a copy for a checkpoint.
        double copies = 2 * (2.0 + stateOf(optimizer)) + 1 + stateOf(optimizer);
        // Each of them and its derivative.
        double numbers = 2.0 * batchSize * ((double) inference.activations() + inference.scratch());
        double bytes = RUNTIME + BYTES_PER_NUMBER * (parameters * copies + numbers);
        return new Cost(
                inference.parameters(),
                inference.flops() > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : 3 * inference.flops(),
                bytes >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) bytes);
    }

    /** Numbers that the optimizer keeps for each weight. */
    private static int stateOf(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> 0;
            case Optimizer.Momentum momentum -> 1;
            case Optimizer.Nesterov nesterov -> 1;
            case Optimizer.Adagrad adagrad -> 1;
            case Optimizer.RmsProp rmsProp -> 1;
            case Optimizer.Adam adam -> 2;
            case Optimizer.AdamW adamW -> 2;
            case Optimizer.Adadelta adadelta -> 2;
            case Optimizer.AdaMax adaMax -> 2;
            case Optimizer.Nadam nadam -> 2;
            case Optimizer.AmsGrad amsGrad -> 3;
        };
    }
}
