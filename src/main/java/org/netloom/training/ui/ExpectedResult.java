package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.design.Design;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.templates.Template;
import org.netloom.training.Run;

/** What the template promised, to be held against what came out; says so where this run is not what the template describes. */
final class ExpectedResult extends Div {

    ExpectedResult(Template template, Run.Snapshot snapshot) {
        addClassName("netloom-expected");
        add(new H3(getTranslation("run.expected.title", template.title())), new Paragraph(template.expected()));
        List<String> changed = changes(template, snapshot);
        if (!changed.isEmpty()) {
            Paragraph note = new Paragraph(getTranslation("run.expected.changed", String.join(", ", changed)));
            note.addClassName("note");
            add(note);
        }
    }

    private List<String> changes(Template template, Run.Snapshot snapshot) {
        List<String> changed = new java.util.ArrayList<>();
        if (!drawing(template.design()).equals(drawing(snapshot.design()))) {
            changed.add(getTranslation("run.expected.network"));
        }
        PlanDifferences.between(List.of(template.plan(), snapshot.plan())).forEach(row -> changed.add(row.label()));
        return changed;
    }

    /** What of a design makes the network: not where its cards lie, nor what they are called. */
    private static Map<String, String> drawing(Design design) {
        Map<String, String> drawing = design.layers().values().stream()
                .collect(Collectors.toMap(
                        layer -> "layer " + layer.id(), layer -> layer.type() + values(layer.values())));
        drawing.putAll(design.wires().stream()
                .collect(Collectors.toMap(wire -> "wire " + wire.from() + ">" + wire.to(), Wire::to)));
        return drawing;
    }

    private static Map<String, String> values(Map<String, Value> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text(), (a, b) -> a, java.util.TreeMap::new));
    }
}
