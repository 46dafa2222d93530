package org.netloom.training;

import java.io.IOException;
import java.io.OutputStream;

/** Who looks on while the engine trains. Called on the training thread; never blocks it. */
public interface TrainingWatch {

    /** One point of a curve, in order. {@code iteration} counts from 1, {@code epoch} from 1. */
    void point(Series series, long iteration, int epoch, double value);

    /** Shows what a network makes, such as the pictures of a generator; does nothing unless somebody keeps them. */
    default void samples(SampleSheet sheet) {}

    /** Told after each iteration, once its points are told. */
    void iterationDone(long iteration, int epoch, int samples);

    /** Whether enough time has passed for another checkpoint; asked after each iteration and each epoch. */
    boolean wantsCheckpoint();

    /** Takes a copy of everything that is needed to go on from here, bit for bit. */
    void checkpoint(Checkpoint checkpoint);

    /** What to do next; asked after each iteration. */
    Signal signal();

    /** What a person wants of a running training. */
    enum Signal {
        GO_ON,
        PAUSE,
        STOP
    }

    /** A copy of the training's whole state after an iteration. */
    interface Checkpoint {
        long iteration();

        int epoch();

        /** Writes the copy; may be called on another thread while training goes on. */
        void writeTo(OutputStream out) throws IOException;
    }
}
