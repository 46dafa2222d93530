package org.netloom.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.netloom.design.Shape;

/**
 * Short reviews made by a small grammar. Negations and “but” turn words round, so that the order of the words counts and not
 * only which words there are.
 */
final class Reviews {

    private static final int STEPS = 17;
    private static final int TRAIN = 2_000;
    private static final int TEST = 500;
    private static final long SEED = 71;

    private static final List<String> THINGS =
            words("food service room film music story hotel book waiter soup bed view coffee price cake");
    private static final List<String> GOOD =
            words("good great lovely wonderful excellent nice perfect fresh friendly charming");
    private static final List<String> BAD =
            words("bad awful terrible poor boring dull rude horrible dirty disappointing");
    private static final List<String> VERY = words("very really quite truly");
    private static final List<String> KEEPING = List.of(
            "the %t was %v %w",
            "a %v %w %t",
            "we found the %t %w",
            "i thought the %t was %w",
            "the %t was always %w",
            "what a %w %t",
            "the %t is %w indeed");
    private static final List<String> TURNING = List.of(
            "the %t was not %w",
            "the %t was not %v %w",
            "the %t was never %w",
            "the %t was far from %w",
            "the %t was anything but %w",
            "nobody would call the %t %w",
            "the %t could hardly be less %w",
            "not a %w %t at all");
    private static final List<String> BEFORE = List.of(
            "they said the %t was %w but",
            "i expected a %w %t but", "the %t looked %w but", "although i hoped for a %w %t");
    private static final List<String> AROUND =
            List.of("", "", "", "honestly", "in the end", "last week", "to be honest", "once again");

    private static final List<String> VOCABULARY = vocabulary();

    private Reviews() {}

    static Source source() {
        DatasetInfo info = new DatasetInfo(
                "reviews",
                "Short reviews",
                "2,500 made-up reviews of 4 to 17 words, 500 of them for testing: praise or blame? The order of the words counts:"
                        + " “not good” is blame, “far from bad” is praise, and after “but” comes what is meant. Whoever only"
                        + " counts words is often wrong. Words are codes; code 0 is padding after the last word.",
                new Shape.Sequence(1, STEPS),
                new Target.Classes(List.of("negative", "positive")),
                TRAIN + TEST,
                true,
                List.of(),
                VOCABULARY);
        return new Generated(info, Reviews::written);
    }

    private static Examples written(DatasetInfo info) {
        float[] features = new float[(TRAIN + TEST) * STEPS];
        int[] classes = new int[TRAIN + TEST];
        int[] lengths = new int[TRAIN + TEST];
        for (int at = 0; at < classes.length; at++) {
            Dice dice = new Dice(SEED, at);
            classes[at] = dice.below(2);
            List<String> review = words(review(classes[at] == 1, dice));
            lengths[at] = review.size();
            for (int step = 0; step < review.size(); step++) {
                features[at * STEPS + step] = VOCABULARY.indexOf(review.get(step));
            }
        }
        return new Examples(info, features, classes, new float[0], lengths, TRAIN);
    }

    private static String review(boolean praise, Dice dice) {
        String start = pick(AROUND, dice);
        String before = dice.unit() < 0.35 ? filled(pick(BEFORE, dice), !praise, dice) : "";
        boolean turned = dice.unit() < 0.5;
        String core = filled(pick(turned ? TURNING : KEEPING, dice), praise != turned, dice);
        return String.join(" ", start, before, core);
    }

    private static String filled(String pattern, boolean good, Dice dice) {
        return pattern.replace("%t", pick(THINGS, dice))
                .replace("%v", pick(VERY, dice))
                .replace("%w", pick(good ? GOOD : BAD, dice));
    }

    private static <T> T pick(List<T> from, Dice dice) {
        return from.get(dice.below(from.size()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).toList();
    }

    /** Every word that a review can hold, in a fixed order; code 0 is padding. */
    private static List<String> vocabulary() {
        List<String> all = new ArrayList<>(List.of("·"));
        Stream.of(GOOD, BAD, THINGS, VERY, KEEPING, TURNING, BEFORE, AROUND)
                .flatMap(List::stream)
                .flatMap(text -> words(text).stream())
                .filter(word -> !word.isEmpty() && !word.startsWith("%"))
                .distinct()
                .forEach(all::add);
        return all;
    }
}
