package org.netloom.datasets.ui;

import java.util.List;
import java.util.Locale;
import org.netloom.datasets.Preview;
import org.netloom.datasets.Preview.Row;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/**
 * Some sequences of numbers side by side as an SVG: a line for each feature; the next value to be told as a point after the last
 * step, classes at each step as a ribbon below, other targets in words. Colours come from the style sheet.
 */
final class SequencePicture {

    private static final double WIDTH = 160;
    private static final double HEIGHT = 84;
    private static final double MARGIN = 10;
    private static final double RIBBON = 7;

    private final Preview preview;
    private final int features;
    private final int steps;
    private final double least;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private SequencePicture(Preview preview, Shape.Sequence input) {
        this.preview = preview;
        features = (int) input.features();
        steps = (int) input.steps();
        List<Preview.Statistic> columns = preview.statistics().subList(0, features);
        least = columns.stream().mapToDouble(Preview.Statistic::least).min().orElse(0);
        most = columns.stream().mapToDouble(Preview.Statistic::most).max().orElse(1);
    }

    /** Whether the examples of a dataset are sequences of numbers. */
    static boolean suits(Preview preview) {
        return preview.info().input() instanceof Shape.Sequence
                && !preview.info().hasCodes();
    }

    /** @param most examples at most, evenly picked */
    static String svg(Preview preview, Shape.Sequence input, int most, int columns, String description) {
        return new SequencePicture(preview, input)
                .drawn(ExampleTable.spread(preview.rows(), most), columns, description);
    }

    private String drawn(List<Row> rows, int columns, String description) {
        int lines = (rows.size() + columns - 1) / columns;
        write(
                "<svg viewBox='0 0 %.0f %.0f' role='img' aria-label='%s' preserveAspectRatio='xMidYMid meet'>",
                columns * WIDTH, lines * HEIGHT, escaped(description));
        for (int at = 0; at < rows.size(); at++) {
            write("<g transform='translate(%.0f %.0f)'>", at % columns * WIDTH, at / columns * HEIGHT);
            draw(rows.get(at));
            svg.append("</g>");
        }
        return svg.append("</svg>").toString();
    }

    private void draw(Row row) {
        for (int feature = features - 1; feature >= 0; feature--) {
            write("<path class='netloom-line-%d' d='", feature % 3);
            for (int step = 0; step < row.length(); step++) {
                write("%s%.1f %.1f", step == 0 ? "M" : "L", x(step), y(row.features()[feature * steps + step]));
            }
            // A line of a single step has no length: its round end makes it a point.
            svg.append(row.length() == 1 ? "h0'/>" : "'/>");
        }
        switch (preview.info().target()) {
            case Target.Classes classes -> words(classes.names().get(row.label()));
            case Target.ClassesPerStep classes -> ribbon(row);
            case Target.Numbers numbers -> {
                if (features == 1 && numbers.size() == 1) {
                    write(
                            "<circle class='netloom-class-1' cx='%.1f' cy='%.1f' r='2.6'/>",
                            x(steps), y(Math.clamp(row.numbers()[0], least, most)));
                } else {
                    words(numbers.names().get(0) + " " + Figures.short3(row.numbers()[0]));
                }
            }
        }
    }

    private void words(String text) {
        write(
                "<text class='netloom-svg-words' x='%.1f' y='%.1f' text-anchor='end'>%s</text>",
                WIDTH - MARGIN, HEIGHT - 2, escaped(text));
    }

    private void ribbon(Row row) {
        double wide = x(1) - x(0);
        for (int step = 0; step < row.length(); step++) {
            write(
                    "<rect class='netloom-class-%d' x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
                    row.labels()[step] % 3, x(step) - wide / 2, HEIGHT - RIBBON - 2, wide * 0.9, RIBBON);
        }
    }

    private double x(double step) {
        return MARGIN + step * (WIDTH - 2 * MARGIN) / steps;
    }

    private double y(double value) {
        double room = HEIGHT - 2 * MARGIN - RIBBON;
        return MARGIN + room * (most - value) / Math.max(1e-9, most - least);
    }

    private void write(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;");
    }
}
