package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure, large, with its name; the exact value on hover. */
final class Tile extends Div {

    Tile(String name, String value, String exact) {
        Span figure = new Span(value);
        figure.addClassNames("netloom-tile-value", "netloom-figures");
        if (!exact.isEmpty()) {
            figure.setTitle(exact);
        }
        Span label = new Span(name);
        label.addClassName("netloom-tile-name");
        add(label, figure);
        addClassName("netloom-tile");
    }

    static Tile loss(String name, double value) {
        return new Tile(name, Figures.loss(value), Figures.exact(value));
    }

    static Tile share(String name, double value) {
        return new Tile(name, Figures.percent(value), Figures.exact(value));
    }

    Tile leading() {
        addClassName("leading");
        return this;
    }
}
