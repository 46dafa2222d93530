package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.Examples;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.Preparation;
import org.netloom.training.Preparation.Prepared;
import org.netloom.training.Run;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingWatch;
import org.netloom.training.engine.Trainer;

/** The forecast of the airline passengers, in passengers, over the two years that the network has never seen. */
class ForecastTest {

    private static final int MONTHS = 144;
    private static final int HELD_OUT = 24;

    @Test
    void beatsWhoeverRepeatsTheLastMonthByAFifth() {
        Template template = Templates.find("airline-lstm").orElseThrow();
        Prepared prepared = new Preparation(Catalog.standard(), new DatasetCatalog(Path.of("target/no-home")))
                .prepare(new Run.Snapshot(
                        template.design(), 1, template.plan(), 42, "test", Instant.EPOCH, Optional.empty()))
                .get();
        Trainer trainer = new Trainer(prepared.job());
        assertThat(trainer.train(Optional.empty(), new Unwatched())).isInstanceOf(TrainingEnd.Finished.class);

        float[] growth = trainer.model().orElseThrow().predict(prepared.test().features(), HELD_OUT);
        double[] passengers = passengers(prepared.examples());
        double naive = rmse(passengers, month -> passengers[month - 1]);
        double ours = rmse(passengers, month -> passengers[month - 1] * Math.exp(growth[month - MONTHS + HELD_OUT]));
        System.out.printf(
                "Airline passengers, RMSE over the last two years: %.1f thousand, repeating the last month %.1f thousand%n",
                ours, naive);

        assertThat(naive).isCloseTo(51.8, within(0.05));
        assertThat(ours).isLessThan(0.8 * naive);
    }

    /** The series itself again, from the growth of the first window and then of every month to be told. */
    private static double[] passengers(Examples airline) {
        double[] passengers = new double[MONTHS];
        passengers[0] = 112;
        for (int month = 1; month < MONTHS; month++) {
            float growth = month <= 12 ? airline.features()[month - 1] : airline.numbers()[month - 13];
            passengers[month] = passengers[month - 1] * Math.exp(growth);
        }
        return passengers;
    }

    private static double rmse(double[] passengers, java.util.function.IntToDoubleFunction forecast) {
        return Math.sqrt(IntStream.range(MONTHS - HELD_OUT, MONTHS)
                .mapToDouble(month -> Math.pow(forecast.applyAsDouble(month) - passengers[month], 2))
                .average()
                .orElseThrow());
    }

    private static final class Unwatched implements TrainingWatch {
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
}
