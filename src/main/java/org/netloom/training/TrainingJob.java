package org.netloom.training;

import java.util.Optional;
import org.netloom.datasets.Samples;
import org.netloom.layers.Network;

/** All that the engine needs to train: nothing of it can change any more. */
public record TrainingJob(
        Network network, TrainingPlan plan, Samples train, Optional<Samples> validation, Roles roles) {

    /** A job for a network whose ends suit the samples and whose target, if it is split, is one of numbers. */
    public TrainingJob(Network network, TrainingPlan plan, Samples train, Optional<Samples> validation) {
        this(network, plan, train, validation, Roles.of(Roles.ends(network), train.input(), train.targetSize(), false));
    }

    /** The same with another network whose inputs and outputs are called as this one's. */
    public TrainingJob with(Network other) {
        return new TrainingJob(other, plan, train, validation, roles);
    }

    public TrainingJob withSeed(long seed) {
        return new TrainingJob(network, plan.withSeed(seed), train, validation, roles);
    }
}
