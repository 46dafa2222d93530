package org.netloom.training.engine;

import java.io.InputStream;
import java.util.Optional;
import org.netloom.layers.Rivals;
import org.netloom.training.Member;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** A job being trained, whichever way its plan asks for. */
public interface Training {

    static Training of(TrainingJob job) {
        // Of two networks that are each other's measure none is the best.
        boolean several =
                job.plan().restarts().several() && Rivals.of(job.network()).isEmpty();
        return several ? new Restarts(job) : new Trainer(job);
    }

    /**
     * Trains until the budget is used up, early stopping strikes, the watch says otherwise or it cannot go on. Never throws for
     * what can go wrong while training; that ends as {@link TrainingEnd.Failed}.
     *
     * @param resumeFrom a checkpoint of this job to go on from
     */
    TrainingEnd train(Optional<InputStream> resumeFrom, TrainingWatch watch);

    /** The network as it is now; empty before training and after a failure. */
    Optional<TrainedModel> model();

    /** Both networks of an adversarial training as they are now; empty before training, after a failure and otherwise. */
    default Optional<TrainedRivals> rivals() {
        return Optional.empty();
    }

    /** The model's own figures on the validation part, where they differ from those that the watch was told last. */
    default Optional<Member> figures() {
        return Optional.empty();
    }
}
