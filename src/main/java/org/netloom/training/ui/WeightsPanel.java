package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The trained weights of a network that is small enough to be checked by hand: one row for each input, one column for each neuron. */
final class WeightsPanel extends Div {

    WeightsPanel(JsonNode layers) {
        addClassNames("netloom-panel", "netloom-weights");
        add(new H2(getTranslation("run.weights")));
        layers.forEach(layer -> {
            add(new H3(layer.path("layer").asString("")));
            add(table(layer));
        });
    }

    private NativeTable table(JsonNode layer) {
        NativeTable table = new NativeTable();
        table.addClassName("netloom-figures");
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell(""));
        JsonNode weights = layer.path("weights");
        for (int unit = 1; unit <= weights.path(0).size(); unit++) {
            head.add(new NativeTableHeaderCell(getTranslation("run.weights.neuron", unit)));
        }
        table.add(head);
        for (int input = 0; input < weights.size(); input++) {
            table.add(row(getTranslation("run.weights.input", input + 1), weights.path(input)));
        }
        if (!layer.path("biases").isEmpty()) {
            table.add(row(getTranslation("run.weights.bias"), layer.path("biases")));
        }
        return table;
    }

    private static NativeTableRow row(String name, JsonNode numbers) {
        NativeTableRow row = new NativeTableRow(new NativeTableHeaderCell(name));
        numbers.forEach(number ->
                row.add(new NativeTableCell(String.format(Locale.ROOT, "%.7f", number.asDouble(Double.NaN)))));
        return row;
    }
}
