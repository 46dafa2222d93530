package org.netloom.training.ui;

import static org.netloom.training.ui.SvgText.escaped;
import static org.netloom.training.ui.SvgText.number;

import java.util.List;

/** A curve without axes, to be read at a glance. What is not a number is a gap. */
public final class Sparkline {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 28;
    private static final double EDGE = 3;

    private Sparkline() {}

    /** @param label what a person who listens hears in its place */
    public static String svg(List<Double> values, String label) {
        double least = finite(values).min().orElse(0);
        double most = finite(values).max().orElse(1);
        double span = most > least ? most - least : 1;
        double step = values.size() > 1 ? (WIDTH - 2 * EDGE) / (values.size() - 1) : 0;
        StringBuilder path = new StringBuilder();
        String last = "";
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (Double.isFinite(value)) {
                String x = number(EDGE + i * step);
                String y = number(HEIGHT - EDGE - (value - least) / span * (HEIGHT - 2 * EDGE));
                path.append(drawing ? "L" : "M").append(x).append(' ').append(y);
                last = "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"2\"/>";
            }
            drawing = Double.isFinite(value);
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 28\" role=\"img\" aria-label=\""
                + escaped(label)
                + "\" class=\"netloom-sparkline\"><path d=\""
                + path
                + "\"/>"
                + last
                + "</svg>";
    }

    private static java.util.stream.DoubleStream finite(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }
}
