package org.netloom.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void goesFromTheGreatestAtTheTopToTheLeastAtTheBottom() {
        assertThat(Sparkline.svg(List.of(2.0, 1.0), "loss")).contains("d=\"M3 3L117 25\"");
    }

    @Test
    void leavesAGapWhereTheLossIsNoNumber() {
        assertThat(Sparkline.svg(List.of(2.0, Double.NaN, 1.0), "loss")).contains("d=\"M3 3M117 25\"");
    }

    @Test
    void drawsALossThatNeverMoves() {
        assertThat(Sparkline.svg(List.of(1.0, 1.0), "loss")).contains("d=\"M3 25L117 25\"");
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Sparkline.svg(List.of(), "a \"b\"")).contains("d=\"\"").contains("a &quot;b&quot;");
    }
}
