package org.netloom.training.engine;

import java.util.Optional;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** Netloom's own training, told to whoever records it. */
public final class NetloomLoop {

    private NetloomLoop() {}

    /** Samples per second, the first iterations left out. */
    public static double run(TrainingJob job, int iterations, int warmUp, TrainingWatch recorder) {
        Stopwatch watch = new Stopwatch(iterations, warmUp, recorder);
        new Trainer(job).train(Optional.empty(), watch);
        return (iterations - warmUp) * (double) Workload.BATCH / ((watch.ended - watch.began) / 1e9);
    }

    private static final class Stopwatch implements TrainingWatch {
        private final int iterations;
        private final int warmUp;
        private final TrainingWatch recorder;
        private long began;
        private long ended;

        Stopwatch(int iterations, int warmUp, TrainingWatch recorder) {
            this.iterations = iterations;
            this.warmUp = warmUp;
            this.recorder = recorder;
        }

        @Override
        public void point(Series series, long iteration, int epoch, double value) {
            recorder.point(series, iteration, epoch, value);
        }

        @Override
        public void iterationDone(long iteration, int epoch, int samples) {
            recorder.iterationDone(iteration, epoch, samples);
            if (iteration == warmUp) {
                began = System.nanoTime();
            }
            if (iteration == iterations) {
                ended = System.nanoTime();
            }
        }

        @Override
        public boolean wantsCheckpoint() {
            return recorder.wantsCheckpoint();
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            recorder.checkpoint(checkpoint);
        }

        @Override
        public Signal signal() {
            return recorder.signal();
        }
    }
}
