package org.netloom.training.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** Netloom's own training, with points collected and a checkpoint written every second off the training thread. */
final class NetloomLoop {

    private NetloomLoop() {}

    /** Samples per second, the first iterations left out. */
    static double run(TrainingJob job, int iterations, int warmUp) {
        Watch watch = new Watch(iterations, warmUp);
        new Trainer(job).train(Optional.empty(), watch);
        return (iterations - warmUp) * (double) Workload.BATCH / ((watch.ended - watch.began) / 1e9);
    }

    private static final class Watch implements TrainingWatch {
        private final int iterations;
        private final int warmUp;
        private final double[] points;
        private int count;
        private long began;
        private long ended;
        private long lastCheckpoint = System.nanoTime();

        Watch(int iterations, int warmUp) {
            this.iterations = iterations;
            this.warmUp = warmUp;
            this.points = new double[2 * iterations + 100];
        }

        @Override
        public synchronized void point(Series series, long iteration, int epoch, double value) {
            points[count++] = value;
        }

        @Override
        public void iterationDone(long iteration, int epoch, int samples) {
            if (iteration == warmUp) {
                began = System.nanoTime();
            }
            if (iteration == iterations) {
                ended = System.nanoTime();
            }
        }

        @Override
        public boolean wantsCheckpoint() {
            return System.nanoTime() - lastCheckpoint > 1_000_000_000L;
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            lastCheckpoint = System.nanoTime();
            Thread.ofVirtual().start(() -> {
                try {
                    checkpoint.writeTo(OutputStream.nullOutputStream());
                } catch (IOException impossible) {
                    throw new java.io.UncheckedIOException(impossible);
                }
            });
        }

        @Override
        public Signal signal() {
            return Signal.GO_ON;
        }
    }
}
