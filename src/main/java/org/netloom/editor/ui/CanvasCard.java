package org.netloom.editor.ui;

import java.util.List;

/**
 * One layer as the canvas draws it.
 *
 * @param type label of the layer's type, for people who listen
 * @param category 1 to 8, which of the category hues
 * @param icon SVG path data on a 24 by 24 grid, see {@link LayerIcons}
 * @param summary the one or two parameters that matter, such as {@code 128 · ReLU}
 * @param shape the output shape, such as {@code 128}; empty when unknown
 * @param parameters the count in figures, such as {@code 100,480}; empty when it has none
 * @param x left edge in canvas pixels at 100 % zoom
 * @param y top edge
 * @param source whether wires can start here
 * @param sink whether wires can end here
 * @param composite whether it can be opened, to see what is inside
 */
public record CanvasCard(
        String id,
        String name,
        String type,
        int category,
        String icon,
        String summary,
        String shape,
        String parameters,
        List<Note> problems,
        double x,
        double y,
        boolean source,
        boolean sink,
        boolean composite) {

    /** A problem on a card: {@code severity} is {@code error} or {@code warning}. */
    public record Note(String severity, String text) {}

    public CanvasCard {
        problems = List.copyOf(problems);
    }
}
