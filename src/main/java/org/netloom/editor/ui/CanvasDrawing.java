package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Shape;
import org.netloom.design.Wire;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerKind;
import org.netloom.layers.Settings;

/** A design as cards and wires. */
final class CanvasDrawing {

    private static final int UNKNOWN_HUE = 8;

    private final LayerCatalog catalog;

    CanvasDrawing(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    List<CanvasCard> cards(Design design, Inference inference, List<Problem> problems) {
        Map<String, List<CanvasCard.Note>> notes = problems.stream()
                .filter(problem -> problem.layer() != null)
                .collect(Collectors.groupingBy(
                        problem -> String.valueOf(problem.layer()),
                        Collectors.mapping(
                                problem -> new CanvasCard.Note(
                                        problem.isError() ? "error" : "warning",
                                        problem.what() + " " + problem.expected()),
                                Collectors.toList())));
        List<CanvasCard> cards = new ArrayList<>();
        design.layers()
                .values()
                .forEach(layer -> cards.add(card(design, layer, inference, notes.getOrDefault(layer.id(), List.of()))));
        return cards;
    }

    private CanvasCard card(Design design, Layer layer, Inference inference, List<CanvasCard.Note> notes) {
        LayerKind type = catalog.kind(design, layer.type()).orElse(null);
        LayerFacts facts = inference.facts(layer.id()).orElse(null);
        return new CanvasCard(
                layer.id(),
                layer.name(),
                type == null ? layer.type() : type.label(),
                type == null ? UNKNOWN_HUE : type.category().hue(),
                LayerIcons.path(type == null ? "" : type.icon()),
                type == null ? "" : summary(type, layer),
                facts == null ? "" : facts.output().text(),
                facts == null || facts.parameters() == 0 ? "" : Figures.grouped(facts.parameters()),
                notes,
                layer.position().x(),
                layer.position().y(),
                type == null || type.arity().givesOutput(),
                type == null || !type.arity().isSource(),
                design.blockOf(layer).isPresent());
    }

    private static String summary(LayerKind type, Layer layer) {
        Settings settings = new Settings(type.parameters(), layer.values());
        return settings.problems().isEmpty() ? type.summary(settings) : "";
    }

    List<CanvasWire> wires(Design design, Inference inference) {
        return design.wires().stream().map(wire -> wire(wire, inference)).toList();
    }

    private static CanvasWire wire(Wire wire, Inference inference) {
        Shape carried = inference.facts(wire.from()).map(LayerFacts::output).orElse(null);
        boolean changes = inference
                .facts(wire.to())
                .map(facts -> !facts.output().equals(carried))
                .orElse(false);
        return new CanvasWire(wire.id(), wire.from(), wire.to(), carried == null ? "" : carried.text(), changes);
    }
}
