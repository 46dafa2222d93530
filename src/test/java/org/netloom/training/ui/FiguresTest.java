package org.netloom.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "512 | 512",
                "9610 | 9,610",
                "101770 | 101.8 k",
                "999949 | 999.9 k",
                "999950 | 1 M",
                "1000000000 | 1 G",
                "9223372036854775807 | 9.2 E"
            })
    void countsTakeFewDigitsAndAPrefix(long count, String text) {
        assertThat(Figures.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.0719432 | 0.0719",
                "0.693147 | 0.693",
                "2.302585 | 2.30",
                "23.456 | 23.5",
                "12345.6 | 12,346",
                "0.00001234 | 1.23e−5",
                "12345678 | 1.23e7",
                "-0.5 | -0.500",
                "NaN | NaN",
                "Infinity | ∞"
            })
    void lossesHaveThreeDigitsThatSaySomething(double value, String text) {
        assertThat(Figures.loss(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.9768 | 97.68 %", "1 | 100.00 %", "0 | 0.00 %", "NaN | NaN"})
    void sharesArePerCentAsInTheCourse(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.04 | 0.0 s", "4.25 | 4.2 s", "59.4 | 59 s", "61 | 1 min 1 s", "3725 | 1 h 2 min"})
    void durationsHaveTheirTwoGreatestUnits(double seconds, String text) {
        assertThat(Figures.duration(seconds)).isEqualTo(text);
    }
}
