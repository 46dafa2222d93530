package org.netloom.training.engine;

import org.netloom.training.Series;
import org.netloom.training.TrainingWatch;

/** Nobody looks on: only the loop itself is measured. */
final class Unwatched implements TrainingWatch {

    @Override
    public void point(Series series, long iteration, int epoch, double value) {}

    @Override
    public void iterationDone(long iteration, int epoch, int samples) {}

    @Override
    public boolean wantsCheckpoint() {
        return false;
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {}

    @Override
    public Signal signal() {
        return Signal.GO_ON;
    }
}
