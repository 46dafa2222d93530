package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Position;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerKind;

/** The edits that gestures with new layers stand for. */
final class LayerEdits {

    private static final double ROW = 140;
    private static final double SHIFT = 32;

    private final LayerCatalog catalog;
    private final Design design;
    private final Optional<DatasetInfo> data;

    LayerEdits(LayerCatalog catalog, Design design, Optional<DatasetInfo> data) {
        this.catalog = catalog;
        this.design = design;
        this.data = data;
    }

    private LayerKind kind(String type) {
        return catalog.kind(design, type).orElseThrow();
    }

    /** A new layer at a place; ends of the network take the shape of the data. */
    Edit.AddLayers at(String type, Position place) {
        return new Edit.AddLayers(fresh(type, place));
    }

    /** The edit that puts a new layer into a wire; nothing if the wire is gone or the layer cannot stand in between. */
    Optional<Edit> into(String wire, String type) {
        LayerKind described = kind(type);
        boolean between = described.arity().least() <= 1
                && !described.arity().isSource()
                && !described.arity().isSink();
        return design.wires().stream()
                .filter(each -> between && each.id().equals(wire))
                .findFirst()
                .map(each -> catalog.insertInto(design, each, type, Map.of()));
    }

    /**
     * A new layer after the selected one: in the only wire that leaves it, else one row below and fed by it; below everything if
     * there is no such layer.
     */
    Edit after(List<String> selected, String type) {
        Optional<Layer> above = selected.size() == 1 ? design.layer(selected.get(0)) : Optional.empty();
        List<Wire> leaving = above.map(layer -> design.outOf(layer.id())).orElse(List.of());
        return (leaving.size() == 1 ? into(leaving.get(0).id(), type) : Optional.<Edit>empty())
                .orElseGet(() -> below(above, type));
    }

    private Edit.AddLayers below(Optional<Layer> above, String type) {
        Position place = above.map(layer -> layer.position().plus(0, ROW)).orElseGet(this::belowAll);
        Layer layer = fresh(type, place);
        boolean joinable =
                above.filter(from -> givesOutput(from) && !takesNothing(type)).isPresent();
        return new Edit.AddLayers(
                List.of(layer), joinable ? List.of(Wire.between(above.get().id(), layer.id())) : List.of());
    }

    private boolean givesOutput(Layer layer) {
        return catalog.kind(design, layer.type())
                .map(type -> type.arity().givesOutput())
                .orElse(false);
    }

    private boolean takesNothing(String type) {
        return kind(type).arity().isSource();
    }

    private Position belowAll() {
        return design.layers().values().stream()
                .map(Layer::position)
                .max(java.util.Comparator.comparingDouble(Position::y))
                .map(lowest -> lowest.plus(0, ROW))
                .orElse(Position.ORIGIN);
    }

    /** Copies of layers with the wires among them, a little aside; nothing if none of them is there. */
    Optional<Edit.AddLayers> duplicate(List<String> layers) {
        Design growing = design;
        Map<String, String> copies = new LinkedHashMap<>();
        List<Layer> added = new ArrayList<>();
        for (String id : layers) {
            Optional<Layer> original = design.layer(id);
            if (original.isPresent()) {
                Layer source = original.get();
                Layer blank =
                        catalog.fresh(growing, source.type(), source.position().plus(SHIFT, SHIFT));
                Layer copy = new Layer(blank.id(), source.type(), blank.name(), blank.position(), source.values());
                growing = growing.withLayer(copy);
                copies.put(id, copy.id());
                added.add(copy);
            }
        }
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : design.wires()) {
            String from = copies.get(wire.from());
            String to = copies.get(wire.to());
            if (from != null && to != null) {
                wires.add(Wire.between(from, to));
            }
        }
        return added.isEmpty() ? Optional.empty() : Optional.of(new Edit.AddLayers(added, wires));
    }

    private Layer fresh(String type, Position place) {
        Layer layer = catalog.fresh(design, type, place);
        LayerKind described = kind(type);
        if (data.isEmpty() || Block.isEnd(layer)) {
            return layer;
        }
        if (described.arity().isSource()) {
            return layer.with("shape", new Value.Dims(data.get().input().dims()));
        }
        return described.arity().isSink() ? suitedOutput(layer, data.get()) : layer;
    }

    private static Layer suitedOutput(Layer layer, DatasetInfo data) {
        return switch (data.target()) {
            case org.netloom.datasets.Target.Classes classes ->
                classes.size() == 2
                        ? layer.with("units", 1).with("activation", "sigmoid")
                        : layer.with("units", classes.size()).with("activation", "softmax");
            case org.netloom.datasets.Target.ClassesPerStep classes ->
                layer.with("units", classes.size()).with("activation", "softmax");
            case org.netloom.datasets.Target.Numbers numbers ->
                layer.with("units", numbers.size()).with("activation", "identity");
        };
    }
}
