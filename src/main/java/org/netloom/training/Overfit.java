package org.netloom.training;

import java.util.List;
import java.util.Optional;
import org.netloom.training.store.MetricStore;

/**
 * Where a network was best on the validation part before it learned its training part by heart: the lowest validation loss, where no
 * later check reached it again.
 *
 * @param checksAfter how many checks came after it, at least {@link #LEAST_CHECKS}
 */
public record Overfit(long iteration, int epoch, double loss, int checksAfter) {

    /** Fewer than this may be chance. */
    static final int LEAST_CHECKS = 2;

    /** @param validation the points of the validation loss in order */
    static Optional<Overfit> of(List<MetricStore.Point> validation) {
        int best = -1;
        for (int i = 0; i < validation.size(); i++) {
            double loss = validation.get(i).value();
            if (Double.isFinite(loss)
                    && (best < 0 || loss < validation.get(best).value())) {
                best = i;
            }
        }
        int after = validation.size() - 1 - best;
        if (best < 0 || after < LEAST_CHECKS) {
            return Optional.empty();
        }
        MetricStore.Point point = validation.get(best);
        return Optional.of(new Overfit(point.iteration(), point.epoch(), point.value(), after));
    }
}
