package org.netloom.templates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Wire;

/** A design with branches, drawn on a grid wide enough for the cards. */
final class Drawing {

    private static final double COLUMN = 280;
    private static final double ROW = 140;

    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private double column;
    private double row;

    /** Goes to a column; what is put down next stands in the given row. */
    Drawing at(double newColumn, double newRow) {
        column = newColumn;
        row = newRow;
        return this;
    }

    /** Puts a layer down, fed by these layers in this order, and goes one row down. */
    Drawing put(Layer layer, String... from) {
        layers.add(layer.at(column * COLUMN, row * ROW));
        Arrays.stream(from).map(source -> Wire.between(source, layer.id())).forEach(wires::add);
        row++;
        return this;
    }

    /** Puts layers down one below the other, each fed by the one before it and the first by the layer put down last. */
    Drawing then(Layer... chain) {
        for (Layer layer : chain) {
            put(layer, layers.get(layers.size() - 1).id());
        }
        return this;
    }

    Design design() {
        return Design.of(layers, wires);
    }
}
