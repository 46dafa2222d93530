package org.netloom.datasets.ui;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Preview.Row;
import org.netloom.design.Shape;

/** Sequences in one line of a table: words as a sentence, letters as a word, numbers one after the other. */
final class SequenceText {

    private static final int NUMBERS = 12;

    private SequenceText() {}

    /** One feature of an example; what its codes stand for where it has a vocabulary. */
    static String of(DatasetInfo info, Row row, Shape.Sequence input, int feature) {
        int from = feature * (int) input.steps();
        if (info.hasCodes()) {
            return joined(
                    info.vocabulary(), row.length(), step -> info.vocabulary().get((int) row.features()[from + step]));
        }
        int shown = Math.min(row.length(), NUMBERS);
        return IntStream.range(0, shown)
                .mapToObj(step -> Figures.short3(Math.round(row.features()[from + step] * 1e3) / 1e3))
                .collect(Collectors.joining("  ", "", shown < row.length() ? "  …" : ""));
    }

    /** The classes at the steps that count. */
    static String labels(DatasetInfo info, Row row) {
        List<String> names = info.target().names();
        return joined(names, row.length(), step -> names.get(row.labels()[step]));
    }

    private static String joined(List<String> names, int length, IntFunction<String> at) {
        boolean letters = names.stream().allMatch(name -> name.length() == 1);
        return IntStream.range(0, length).mapToObj(at).collect(Collectors.joining(letters ? "" : " "));
    }
}
