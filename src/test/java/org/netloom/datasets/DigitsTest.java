package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private final Examples digits =
            new DatasetCatalog(Path.of("target/no-home")).load("digits").get();

    @Test
    void writesEveryDigitAboutEquallyOften() {
        assertThat(Preview.of(digits, 1).histogram()).hasSize(10).allMatch(count -> count > 600 && count < 800);
    }

    @Test
    void putsInkIntoTheMiddleAndLeavesTheMarginWhite() {
        int size = digits.featureSize();
        for (int image = 0; image < digits.count(); image++) {
            double ink = 0;
            double corner = 0;
            for (int at = 0; at < size; at++) {
                float pixel = digits.features()[image * size + at];
                assertThat(pixel).isBetween(0f, 1f);
                ink += pixel;
                boolean inCorner = (at / 28 < 2 || at / 28 > 25) && (at % 28 < 2 || at % 28 > 25);
                corner += inCorner ? pixel : 0;
            }
            assertThat(ink / size).as("ink of image %s", image).isBetween(0.01, 0.4);
            assertThat(corner / 16).as("corners of image %s", image).isLessThan(0.3);
        }
    }

    @Test
    void isNeitherTrivialNorHopelessForTheNearestCentroid() {
        int size = digits.featureSize();
        double[][] centroids = centroids(size);
        int right = 0;
        for (int image = digits.standardTestFrom(); image < digits.count(); image++) {
            right += nearest(centroids, image, size) == digits.classes()[image] ? 1 : 0;
        }
        assertThat(right / 1_000.0).isBetween(0.6, 0.95);
    }

    private double[][] centroids(int size) {
        double[][] sums = new double[10][size];
        int[] counts = new int[10];
        for (int image = 0; image < digits.standardTestFrom(); image++) {
            int digit = digits.classes()[image];
            counts[digit]++;
            for (int at = 0; at < size; at++) {
                sums[digit][at] += digits.features()[image * size + at];
            }
        }
        for (int digit = 0; digit < 10; digit++) {
            for (int at = 0; at < size; at++) {
                sums[digit][at] /= counts[digit];
            }
        }
        return sums;
    }

    private int nearest(double[][] centroids, int image, int size) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int digit = 0; digit < 10; digit++) {
            double distance = 0;
            for (int at = 0; at < size; at++) {
                double away = digits.features()[image * size + at] - centroids[digit][at];
                distance += away * away;
            }
            if (distance < least) {
                least = distance;
                best = digit;
            }
        }
        return best;
    }
}
