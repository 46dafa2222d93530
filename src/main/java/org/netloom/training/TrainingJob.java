package org.netloom.training;

import java.util.Optional;
import org.netloom.datasets.Samples;
import org.netloom.layers.Network;

/** All that the engine needs to train: nothing of it can change any more. */
public record TrainingJob(Network network, TrainingPlan plan, Samples train, Optional<Samples> validation) {}
