package org.netloom.datasets.ui;

import java.util.List;
import java.util.Locale;
import org.netloom.datasets.Preview;
import org.netloom.datasets.Preview.Row;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/**
 * Points in the plane as an SVG: classes by hue and form, a number to predict by height where there is one feature and by hue
 * where there are two. Colours come from the style sheet, so that light and dark both work.
 */
final class ScatterPicture {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 200;
    private static final int SHADES = 7;

    private final Preview preview;
    private final int across;
    private final int up;
    private final double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private final boolean square;
    private final double margin;

    private ScatterPicture(Preview preview) {
        this.preview = preview;
        int features = preview.info().featureNames().size();
        // The last two columns: for Iris these are the petals, which tell the species apart.
        across = features == 1 ? 0 : features - 2;
        up = features == 1 ? -1 : features - 1;
        for (Row row : preview.rows()) {
            see(0, x(row));
            see(1, y(row));
        }
        margin = preview.rows().size() < 20 ? 40 : 14;
        square = up >= 0 && features == 2;
    }

    /** Whether a dataset can be shown in the plane. */
    static boolean suits(Preview preview) {
        int features = preview.info().featureNames().size();
        boolean oneNumber = preview.info().target().size() == 1;
        return preview.info().size() > 1
                && preview.info().input() instanceof Shape.Vector
                && switch (preview.info().target()) {
                    case Target.Classes classes -> features >= 2;
                    case Target.ClassesPerStep classes -> false;
                    case Target.Numbers numbers -> oneNumber && (features == 1 || features == 2);
                };
    }

    /** @param most points at most, evenly picked */
    static String svg(Preview preview, int most, String description) {
        return new ScatterPicture(preview).drawn(most, description);
    }

    /** Names of the columns across and up. */
    static List<String> axes(Preview preview) {
        ScatterPicture picture = new ScatterPicture(preview);
        List<String> names = preview.info().featureNames();
        return List.of(
                names.get(picture.across),
                picture.up < 0 ? preview.info().target().names().get(0) : names.get(picture.up));
    }

    private String drawn(int most, String description) {
        List<Row> rows = preview.rows();
        int groups = preview.info().target() instanceof Target.Classes classes ? classes.size() : up < 0 ? 1 : SHADES;
        StringBuilder[] paths = new StringBuilder[groups];
        int step = Math.max(1, (rows.size() + most - 1) / most);
        // A step that shares a factor with the number of classes would skip whole classes.
        step += step > 1 && step % groups == 0 ? 1 : 0;
        double size = rows.size() < 20 ? 8 : rows.size() / step > 400 ? 1.6 : 2.2;
        for (int at = 0; at < rows.size(); at += step) {
            int group = group(rows.get(at), groups);
            if (paths[group] == null) {
                paths[group] = new StringBuilder();
            }
            paths[group].append(mark(group, px(x(rows.get(at))), py(y(rows.get(at))), size));
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox='0 0 %.0f %.0f' role='img' aria-label='%s' preserveAspectRatio='xMidYMid meet'>",
                WIDTH,
                HEIGHT,
                description.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")));
        String kind = preview.info().target() instanceof Target.Classes ? "netloom-class-" : "netloom-shade-";
        for (int group = 0; group < groups; group++) {
            if (paths[group] != null) {
                svg.append("<path class='")
                        .append(kind)
                        .append(group)
                        .append("' d='")
                        .append(paths[group])
                        .append("'/>");
            }
        }
        return svg.append("</svg>").toString();
    }

    private int group(Row row, int groups) {
        if (row.label() >= 0 || groups == 1) {
            return Math.max(0, row.label());
        }
        Preview.Statistic numbers =
                preview.statistics().get(preview.statistics().size() - 1);
        double part = (row.numbers()[0] - numbers.least()) / (numbers.most() - numbers.least());
        return Math.clamp((int) (part * SHADES), 0, SHADES - 1);
    }

    private String mark(int group, double x, double y, double size) {
        return switch (preview.info().target()) {
            case Target.Numbers numbers -> circle(x, y, size);
            case Target.Classes classes -> marked(group, x, y, size);
            case Target.ClassesPerStep classes -> marked(group, x, y, size);
        };
    }

    private static String marked(int group, double x, double y, double size) {
        return switch (group % 3) {
            case 0 -> circle(x, y, size);
            case 1 -> box(x, y, size * 0.9);
            default -> triangle(x, y, size * 1.25);
        };
    }

    private static String circle(double x, double y, double r) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fa%.1f %.1f 0 1 0 %.1f 0a%.1f %.1f 0 1 0 %.1f 0z",
                x - r,
                y,
                r,
                r,
                2 * r,
                r,
                r,
                -2 * r);
    }

    private static String box(double x, double y, double r) {
        return String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh%.1fz", x - r, y - r, 2 * r, 2 * r, -2 * r);
    }

    private static String triangle(double x, double y, double r) {
        return String.format(Locale.ROOT, "M%.1f %.1fl%.1f %.1fh%.1fz", x, y - r, r, 1.8 * r, -2 * r);
    }

    private double x(Row row) {
        return row.features()[across];
    }

    private double y(Row row) {
        return up < 0 ? row.numbers()[0] : row.features()[up];
    }

    private double px(double x) {
        return WIDTH / 2 + (x - (least[0] + most[0]) / 2) * scale(0, WIDTH);
    }

    private double py(double y) {
        return HEIGHT / 2 - (y - (least[1] + most[1]) / 2) * scale(1, HEIGHT);
    }

    /** Pixels a unit; the same for both axes where both are places in one plane. */
    private double scale(int axis, double room) {
        double own = (room - 2 * margin) / Math.max(1e-9, most[axis] - least[axis]);
        double other = ((axis == 0 ? HEIGHT : WIDTH) - 2 * margin) / Math.max(1e-9, most[1 - axis] - least[1 - axis]);
        return square ? Math.min(own, other) : own;
    }

    private void see(int axis, double value) {
        least[axis] = Math.min(least[axis], value);
        most[axis] = Math.max(most[axis], value);
    }
}
