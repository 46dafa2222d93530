package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netloom.design.Shape;

/** The built-in sequences hold what their descriptions promise. */
class SequencesTest {

    private final DatasetCatalog catalog = new DatasetCatalog(Path.of("target/no-home"));

    @Test
    void thePassengersComeBackFromTheirGrowth() {
        Examples airline = load("airline");
        double[] passengers = new double[144];
        passengers[0] = 112;
        for (int month = 1; month < 144; month++) {
            float growth = month <= 12 ? airline.features()[month - 1] : airline.numbers()[month - 13];
            passengers[month] = passengers[month - 1] * Math.exp(growth);
        }
        assertThat(passengers[12]).isCloseTo(115, within(1e-3));
        assertThat(passengers[143]).isCloseTo(432, within(1e-2));
        assertThat(airline.count() - airline.standardTestFrom()).isEqualTo(24);
        double squares = IntStream.range(120, 144)
                .mapToDouble(month -> Math.pow(passengers[month] - passengers[month - 1], 2))
                .sum();
        assertThat(Math.sqrt(squares / 24)).isCloseTo(51.8, within(0.05));
    }

    @Test
    void theLastValueOfTheWavesMissesTheNextByWhatTheHelpSays() {
        Examples waves = load("waves");
        double squares = 0;
        for (int window = waves.standardTestFrom(); window < waves.count(); window++) {
            squares += Math.pow(waves.numbers()[window] - waves.features()[window * 40 + 39], 2);
        }
        assertThat(Math.sqrt(squares / 400)).isCloseTo(0.45, within(0.005));
        assertThat(waves.numbers()[0]).isEqualTo(waves.features()[40 + 39]);
    }

    @Test
    void theMarkedNumbersAddUp() {
        Examples adding = load("adding");
        double squares = 0;
        for (int at = 0; at < adding.count(); at++) {
            float sum = 0;
            float marks = 0;
            for (int step = 0; step < 20; step++) {
                float mark = adding.features()[at * 40 + 20 + step];
                marks += mark;
                sum += mark * adding.features()[at * 40 + step];
            }
            assertThat(marks).isEqualTo(2);
            assertThat(adding.numbers()[at]).isEqualTo(sum);
            squares += (sum - 1) * (sum - 1);
        }
        assertThat(squares / adding.count()).isCloseTo(0.167, within(0.01));
    }

    @Test
    void parityCountsTheOnesBeforeThePadding() {
        Examples parity = load("parity");
        for (int at = 0; at < parity.count(); at++) {
            int length = parity.lengths()[at];
            int ones = 0;
            for (int step = 0; step < 12; step++) {
                float bit = parity.features()[at * 12 + step];
                ones += (int) bit;
                assertThat(step < length || bit == 0).isTrue();
            }
            assertThat(parity.classes()[at]).isEqualTo(ones % 2);
        }
    }

    @Test
    void runningParityAnswersAfterEveryBit() {
        Examples running = load("running-parity");
        assertThat(running.classes()).hasSize(running.count() * 16);
        for (int at = 0; at < 16; at++) {
            int before = at == 0 ? 0 : running.classes()[at - 1];
            assertThat(running.classes()[at]).isEqualTo(before ^ (int) running.features()[at]);
        }
    }

    @Test
    void theNextLetterIsTheFirstOfTheWindowMovedByOne() {
        Examples letters = load("letters");
        assertThat(letters.info().vocabulary()).hasSize(32);
        assertThat(text(letters, 0)).isEqualTo("the␣weaver␣lived␣in␣a␣small␣house␣at␣the");
        for (int step = 0; step < 39; step++) {
            assertThat(letters.features()[step + 1]).isEqualTo(letters.classes()[step] + 1f);
        }
        assertThat(letters.count() - letters.standardTestFrom()).isBetween(300, 400);
    }

    @Test
    void lettersAreAsHardAsTheHelpSays() {
        Examples letters = load("letters");
        int from = letters.standardTestFrom() * 40;
        int[][] follows = new int[32][31];
        for (int at = 0; at < from; at++) {
            follows[(int) letters.features()[at]][letters.classes()[at]]++;
        }
        int right = 0;
        int spaces = 0;
        for (int at = from; at < letters.classes().length; at++) {
            int[] row = follows[(int) letters.features()[at]];
            int likely = IntStream.range(0, 31)
                    .reduce((best, other) -> row[other] > row[best] ? other : best)
                    .orElseThrow();
            right += likely == letters.classes()[at] ? 1 : 0;
            spaces += letters.classes()[at] == 0 ? 1 : 0;
        }
        double count = letters.classes().length - from;
        assertThat(spaces / count).isCloseTo(0.22, within(0.01));
        assertThat(right / count).isCloseTo(0.35, within(0.03));
    }

    @Test
    void wordsAloneDoNotTellPraiseFromBlame() {
        Examples reviews = load("reviews");
        Map<Integer, double[]> seen = new HashMap<>();
        for (int at = 0; at < reviews.standardTestFrom(); at++) {
            for (int code : words(reviews, at)) {
                seen.computeIfAbsent(code, word -> new double[] {1, 1})[reviews.classes()[at]]++;
            }
        }
        int right = 0;
        for (int at = reviews.standardTestFrom(); at < reviews.count(); at++) {
            double leaning = 0;
            for (int code : words(reviews, at)) {
                double[] counts = seen.getOrDefault(code, new double[] {1, 1});
                leaning += Math.log(counts[1] / counts[0]);
            }
            right += leaning > 0 == (reviews.classes()[at] == 1) ? 1 : 0;
        }
        assertThat(right / 500.0).isBetween(0.5, 0.75);
    }

    @Test
    void reviewsReadLikeReviews() {
        Examples reviews = load("reviews");
        List<String> texts = IntStream.range(0, reviews.count())
                .mapToObj(at -> IntStream.of(words(reviews, at))
                        .mapToObj(reviews.info().vocabulary()::get)
                        .collect(Collectors.joining(" ")))
                .toList();
        assertThat(texts).anyMatch(text -> text.contains("was not good") || text.contains("was not great"));
        assertThat(texts).anyMatch(text -> text.contains("far from bad"));
        assertThat(texts).noneMatch(text -> text.contains("%") || text.contains("·"));
        assertThat(IntStream.of(reviews.lengths()).summaryStatistics())
                .matches(lengths -> lengths.getMin() == 4 && lengths.getMax() == 17);
        long positive = IntStream.of(reviews.classes()).sum();
        assertThat(positive).isBetween(1_150L, 1_350L);
    }

    @Test
    void normalisationLeavesCodesAlone() {
        Examples reviews = load("reviews");
        int[] all = IntStream.range(0, reviews.count()).toArray();
        Normalization asked = Normalization.fitted(Normalization.Kind.STANDARDIZE, reviews, all);
        assertThat(asked.kind()).isEqualTo(Normalization.Kind.NONE);
        assertThat(asked.apply(reviews.features())).isSameAs(reviews.features());
    }

    @Test
    void namesTheFeaturesOfEverySequenceOrTheWordsOfItsCodes() {
        catalog.all().stream()
                .filter(info -> info.input() instanceof Shape.Sequence)
                .forEach(info -> {
                    Shape.Sequence input = (Shape.Sequence) info.input();
                    assertThat(info.featureNames().size())
                            .as(info.id())
                            .isEqualTo(info.hasCodes() ? 0 : (int) input.features());
                    Examples examples = load(info.id());
                    if (info.hasCodes()) {
                        for (float code : examples.features()) {
                            assertThat(code).isBetween(0f, info.vocabulary().size() - 1f);
                            assertThat(code).isEqualTo((float) Math.rint(code));
                        }
                    }
                });
    }

    private static int[] words(Examples reviews, int at) {
        return IntStream.range(0, reviews.lengths()[at])
                .map(step -> (int) reviews.features()[at * 17 + step])
                .toArray();
    }

    private static String text(Examples letters, int at) {
        return IntStream.range(0, 40)
                .mapToObj(step -> letters.info().vocabulary().get((int) letters.features()[at * 40 + step]))
                .collect(Collectors.joining());
    }

    private Examples load(String id) {
        return catalog.load(id).get();
    }
}
