package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.training.store.MetricStore;

class OverfitTest {

    private static List<MetricStore.Point> losses(double... values) {
        List<MetricStore.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MetricStore.Point(i + 1, Series.VALIDATION_LOSS.code(), 10 * (i + 1), i + 1, values[i]));
        }
        return points;
    }

    @Test
    void isTheEpochWithTheLowestValidationLossThatWasNotReachedAgain() {
        assertThat(Overfit.of(losses(0.9, 0.5, 0.4, 0.45, 0.43, 0.6))).contains(new Overfit(30, 3, 0.4, 3));
    }

    @Test
    void isNotToldWhileTheLossMayStillFall() {
        assertThat(Overfit.of(losses())).isEmpty();
        assertThat(Overfit.of(losses(0.9, 0.5, 0.4))).isEmpty();
        assertThat(Overfit.of(losses(0.9, 0.4, 0.5))).isEmpty();
    }

    @Test
    void passesOverWhatIsNoNumber() {
        assertThat(Overfit.of(losses(Double.NaN, 0.5, Double.POSITIVE_INFINITY, Double.NaN)))
                .contains(new Overfit(20, 2, 0.5, 2));
        assertThat(Overfit.of(losses(Double.NaN, Double.NaN, Double.NaN))).isEmpty();
    }
}
