package org.netloom.training.ui;

import static org.netloom.training.ui.SvgText.escaped;
import static org.netloom.training.ui.SvgText.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Wire;
import org.netloom.layers.LayerCatalog;

/**
 * A design as a small drawing, data flowing from left to right: a layer of few numbers as a column of dots, a larger one as a bar
 * that is the higher the more numbers flow out, each in the hue of its category.
 */
public final class NetworkPicture {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 120;
    private static final double MARGIN = 10;
    private static final double WIDEST_STEP = 64;
    private static final double BAR = 14;
    private static final double NARROWEST = 180;
    private static final int MOST_DOTS = 4;
    private static final double DOT_STEP = 22;

    private final Design design;
    private final LayerCatalog catalog;
    private final Inference inference;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    /** @param dots how many, or 0 for a bar */
    private record Box(double x, double y, double width, double height, int dots) {
        double middle() {
            return y + height / 2;
        }

        double dot(int which) {
            return middle() + (which - (dots - 1) / 2.0) * (height / dots);
        }
    }

    private NetworkPicture(Design design, LayerCatalog catalog) {
        this.design = design;
        this.catalog = catalog;
        this.inference = catalog.infer(design);
        place();
    }

    /** @param label what a person who listens hears in its place */
    public static String svg(Design design, LayerCatalog catalog, String label) {
        return new NetworkPicture(design, catalog).draw(label);
    }

    private void place() {
        TreeMap<Integer, List<Layer>> columns = new TreeMap<>();
        Map<String, Integer> depths = depths();
        design.layers()
                .values()
                .forEach(
                        layer -> columns.computeIfAbsent(depths.getOrDefault(layer.id(), 0), depth -> new ArrayList<>())
                                .add(layer));
        int count = columns.size();
        double step = count > 1 ? Math.min(WIDEST_STEP, (WIDTH - 2 * MARGIN - BAR) / (count - 1)) : 0;
        double bar = count > 1 ? Math.max(1.5, Math.min(BAR, step * 0.55)) : BAR;
        double x = (WIDTH - step * (count - 1) - bar) / 2;
        for (List<Layer> column : columns.values()) {
            placeColumn(column, x, bar);
            x += step;
        }
    }

    private void placeColumn(List<Layer> column, double x, double bar) {
        column.sort(
                java.util.Comparator.comparingDouble(layer -> layer.position().x()));
        double room = (HEIGHT - 2 * MARGIN) / column.size();
        double top = MARGIN;
        for (Layer layer : column) {
            int dots = bar < BAR ? 0 : dots(layer);
            double height = Math.min(dots > 0 ? dots * DOT_STEP : height(layer), room * 0.86);
            boxes.put(layer.id(), new Box(x, top + (room - height) / 2, bar, height, dots));
            top += room;
        }
    }

    private int dots(Layer layer) {
        return inference
                .facts(layer.id())
                .filter(facts -> facts.output().size() <= MOST_DOTS)
                .map(facts -> (int) facts.output().size())
                .orElse(0);
    }

    /** Grows with the logarithm of the numbers that flow out: 1, 10, 128 and 784 are told apart at a glance. */
    private double height(Layer layer) {
        double size = inference
                .facts(layer.id())
                .map(facts -> (double) facts.output().size())
                .orElse(4.0);
        return Math.min(HEIGHT - 2 * MARGIN, 12 + 28 * Math.log10(Math.max(1, size)));
    }

    /** Steps from the furthest beginning; a circle of wires ends the count instead of going on for ever. */
    private Map<String, Integer> depths() {
        Map<String, Integer> depths = new HashMap<>();
        int most = design.layers().size();
        for (int round = 0; round < most; round++) {
            boolean moved = false;
            for (Wire wire : design.wires()) {
                int next = depths.getOrDefault(wire.from(), 0) + 1;
                if (next < most && next > depths.getOrDefault(wire.to(), 0)) {
                    depths.put(wire.to(), next);
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
        }
        return depths;
    }

    private String draw(String label) {
        double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0) - MARGIN;
        double width = Math.max(NARROWEST, WIDTH - 2 * left);
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
                .append(number((WIDTH - width) / 2))
                .append(" 0 ")
                .append(number(width))
                .append(' ')
                .append(number(HEIGHT))
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
                .append("\" class=\"netloom-picture\">");
        design.wires().forEach(wire -> wire(svg, wire));
        design.layers().values().forEach(layer -> bar(svg, layer));
        return svg.append("</svg>").toString();
    }

    /** A wire is drawn as the band between two bars; one that skips layers bows round them. */
    private void wire(StringBuilder svg, Wire wire) {
        Box from = boxes.get(wire.from());
        Box to = boxes.get(wire.to());
        if (from == null || to == null) {
            return;
        }
        double x1 = from.x() + from.width();
        double x2 = to.x();
        boolean neighbours = x2 > x1 && x2 - x1 <= WIDEST_STEP && !between(x1, x2);
        if (neighbours && from.dots() > 0 && to.dots() > 0) {
            synapses(svg, from, to);
        } else if (neighbours) {
            svg.append("<path class=\"band\" d=\"M%s %sL%s %sL%s %sL%s %sZ\"/>"
                    .formatted(
                            number(x1),
                            number(from.y() + 2),
                            number(x2),
                            number(to.y() + 2),
                            number(x2),
                            number(to.y() + to.height() - 2),
                            number(x1),
                            number(from.y() + from.height() - 2)));
        } else {
            double over = Math.min(from.y(), to.y()) > HEIGHT / 4 ? 2 : HEIGHT - 2;
            svg.append("<path class=\"skip\" d=\"M%s %sC%s %s %s %s %s %s\"/>"
                    .formatted(
                            number(x1),
                            number(from.middle()),
                            number(x1 + 16),
                            number(over),
                            number(x2 - 16),
                            number(over),
                            number(x2),
                            number(to.middle())));
        }
    }

    /** Between few numbers every connection can be seen. */
    private static void synapses(StringBuilder svg, Box from, Box to) {
        svg.append("<path class=\"skip\" d=\"");
        for (int i = 0; i < from.dots(); i++) {
            for (int j = 0; j < to.dots(); j++) {
                svg.append("M%s %sL%s %s"
                        .formatted(
                                number(from.x() + from.width() / 2),
                                number(from.dot(i)),
                                number(to.x() + to.width() / 2),
                                number(to.dot(j))));
            }
        }
        svg.append("\"/>");
    }

    private boolean between(double x1, double x2) {
        return boxes.values().stream().anyMatch(box -> box.x() > x1 + 0.1 && box.x() + box.width() < x2 - 0.1);
    }

    private void bar(StringBuilder svg, Layer layer) {
        Box box = boxes.get(layer.id());
        if (box == null) {
            return;
        }
        int hue = catalog.type(layer.type()).map(type -> type.category().hue()).orElse(8);
        svg.append("<g class=\"layer\" style=\"fill:var(--netloom-hue-%d)\"><title>".formatted(hue))
                .append(escaped(layer.name()))
                .append(inference
                        .facts(layer.id())
                        .map(facts -> " · " + facts.output().text())
                        .orElse(""))
                .append("</title>");
        for (int i = 0; i < box.dots(); i++) {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                    .formatted(
                            number(box.x() + box.width() / 2),
                            number(box.dot(i)),
                            number(Math.min(box.width() / 2, 0.4 * box.height() / box.dots()))));
        }
        if (box.dots() == 0) {
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                    .formatted(
                            number(box.x()),
                            number(box.y()),
                            number(box.width()),
                            number(box.height()),
                            number(Math.min(4, box.width() / 3))));
        }
        svg.append("</g>");
    }
}
