package org.netloom.training.engine;

import java.util.List;
import org.netloom.training.SampleSheet;
import org.netloom.training.Series;
import org.netloom.training.TrainingWatch;

/** Tells of one member's training as a part of the whole: counted on from the members before, its checkpoints with theirs. */
final class MemberWatch implements TrainingWatch {

    private final TrainingWatch whole;
    private final int number;
    private final long iterations;
    private final int epochs;
    private final List<FinishedMember> before;
    private boolean goesOn;

    MemberWatch(TrainingWatch whole, int number, long iterations, int epochs, List<FinishedMember> before) {
        this.whole = whole;
        this.number = number;
        this.iterations = iterations;
        this.epochs = epochs;
        this.before = before;
    }

    @Override
    public void point(Series series, long iteration, int epoch, double value) {
        if (iteration == 1 && series == Series.TRAIN_LOSS) {
            whole.point(Series.MEMBER, iterations + 1, epochs + 1, number);
        }
        whole.point(series, iterations + iteration, epochs + epoch, value);
    }

    @Override
    public void samples(SampleSheet sheet) {
        whole.samples(sheet);
    }

    @Override
    public void iterationDone(long iteration, int epoch, int samples) {
        goesOn = false;
        whole.iterationDone(iterations + iteration, epochs + epoch, samples);
    }

    /**
     * Not after a member's last iteration, where its figures are still to be told: whoever went on from there would tell them again.
     * The trainer asks for the signal only where another iteration follows.
     */
    @Override
    public boolean wantsCheckpoint() {
        return goesOn && whole.wantsCheckpoint();
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        whole.checkpoint(new MembersSnapshot(iterations, epochs, before, checkpoint));
    }

    @Override
    public Signal signal() {
        goesOn = true;
        return whole.signal();
    }
}
