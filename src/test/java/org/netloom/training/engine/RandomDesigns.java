package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.LayerType;
import org.netloom.layers.Parameter;
import org.netloom.layers.catalog.Catalog;

/** Draws designs over the whole catalog, settings included. */
final class RandomDesigns {

    private static final long MOST_NUMBERS = 100_000;
    private static final List<Shape> SHAPES = List.of(
            Shape.of(12),
            Shape.of(7),
            Shape.of(2, 2, 3),
            Shape.of(3, 4, 4),
            Shape.of(1, 8, 8),
            Shape.of(2, 7, 6),
            Shape.of(4, 3),
            Shape.of(6, 5),
            Shape.of(1, 6));

    private final Draws draws;

    RandomDesigns(long number) {
        this.draws = Draws.of(99, 1, number);
    }

    Draws draws() {
        return draws;
    }

    /** A sound design of up to {@code size} layers between Input and Output. */
    Design sound(int size) {
        List<LayerType> middle = Catalog.standard().types().stream()
                .filter(type -> !type.arity().isSource() && !type.arity().isSink())
                .filter(type -> !type.id().equals("real-or-generated"))
                .toList();
        Layer input =
                Layer.of("in", "input").with("shape", new Value.Dims(any(SHAPES).dims()));
        Design design = Design.of(List.of(input), List.of());
        List<String> ends = new ArrayList<>(List.of("in"));
        for (int i = 0; i < size; i++) {
            String id = "layer" + i;
            for (int attempt = 0; attempt < 8 && !ends.contains(id); attempt++) {
                LayerType type = any(middle);
                Design longer = with(design, settings(Layer.of(id, type.id()), type), type, ends);
                if (isSmallAndSound(ended(longer, id))) {
                    design = longer;
                    ends.add(id);
                }
            }
        }
        return ended(design, ends.get(ends.size() - 1));
    }

    private Design with(Design design, Layer layer, LayerType type, List<String> ends) {
        Set<String> from = new HashSet<>();
        int wanted = type.arity().least();
        if (wanted < type.arity().most() && draws.unit() < 0.3) {
            wanted++;
        }
        if (layer.type().equals("embedding")) {
            from.add("in");
        }
        for (int attempt = 0; attempt < 10 && from.size() < wanted; attempt++) {
            // The newest layers more often, so that designs grow deep.
            from.add(draws.unit() < 0.6 ? ends.get(ends.size() - 1) : any(ends));
        }
        Design longer = design.withLayers(List.of(layer));
        for (String id : from) {
            longer = longer.withWires(List.of(Wire.between(id, layer.id())));
        }
        return longer;
    }

    /** Ends the network after a layer and leaves out what does not lead there. */
    private static Design ended(Design design, String last) {
        List<String> kept = new ArrayList<>(List.of(last));
        for (int i = 0; i < kept.size(); i++) {
            for (Wire wire : design.into(kept.get(i))) {
                if (!kept.contains(wire.from())) {
                    kept.add(wire.from());
                }
            }
        }
        Set<String> rest = new HashSet<>(design.layers().keySet());
        kept.forEach(rest::remove);
        return design.withoutLayers(rest)
                .withLayers(List.of(Layer.of("flat", "flatten"), Fixtures.output(3, "tanh")))
                .withWires(List.of(Wire.between(last, "flat"), Wire.between("flat", "out")));
    }

    static boolean isSmallAndSound(Design design) {
        Inference inference = Catalog.standard().infer(design);
        return inference.isSound()
                && inference.parameters() < MOST_NUMBERS
                && inference.layers().values().stream()
                        .allMatch(facts -> facts.output().size() < MOST_NUMBERS);
    }

    Layer settings(Layer layer, LayerType type) {
        Layer changed = layer;
        for (Parameter parameter : type.parameters()) {
            if (draws.unit() < 0.5) {
                changed = with(changed, parameter);
            }
        }
        return changed;
    }

    private Layer with(Layer layer, Parameter parameter) {
        return switch (parameter.kind()) {
            case Parameter.Kind.Whole(long least, long most) ->
                layer.with(parameter.name(), Value.of(least + below((int) Math.min(most - least + 1, 8))));
            case Parameter.Kind.Real real -> layer.with(parameter.name(), Value.of(near(parameter, real)));
            case Parameter.Kind.Flag flag -> layer.with(parameter.name(), Value.of(draws.unit() < 0.5));
            case Parameter.Kind.Choice choice ->
                layer.with(parameter.name(), any(choice.options()).id());
            case Parameter.Kind.Dims dims -> layer.with(parameter.name(), dims());
            case Parameter.Kind.Table table -> layer;
            case Parameter.Kind.Reference reference -> layer;
        };
    }

    /** A number about the default: the ends of what is allowed make numbers that no network takes. */
    private double near(Parameter parameter, Parameter.Kind.Real real) {
        double middle = parameter.defaultValue() instanceof Value.Real(double value) ? value : 0;
        double least = Math.max(real.least(), middle - 0.5);
        double most = Math.min(real.most(), middle + 0.5);
        return least + (0.05 + 0.9 * draws.unit()) * (most - least);
    }

    private Value dims() {
        long[] sizes = new long[1 + below(3)];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 1 + below(4);
        }
        return Value.dims(sizes);
    }

    /** A design that was sound before somebody changed one thing; and what was changed. */
    record Changed(Design design, Set<String> where) {}

    Changed changed(Design design) {
        List<Layer> layers = List.copyOf(design.layers().values());
        Layer layer = any(layers);
        return switch (below(7)) {
            case 0 -> wild(design, layer);
            case 1 -> new Changed(design.withoutLayers(Set.of(layer.id())), around(design, layer.id()));
            case 2 -> {
                Wire wire = any(design.wires());
                yield new Changed(design.withoutWires(Set.of(wire.id())), Set.of(wire.from(), wire.to()));
            }
            case 3 -> {
                Layer to = any(layers);
                Wire wire = Wire.between(layer.id(), to.id());
                Design more = design.wires().contains(wire) ? design : design.withWires(List.of(wire));
                yield new Changed(more, new HashSet<>(List.of(layer.id(), to.id())));
            }
            case 4 ->
                new Changed(
                        design.withLayer(design.require("in")
                                .with("shape", new Value.Dims(any(SHAPES).dims()))),
                        Set.of("in"));
            case 5 -> {
                List<LayerType> types = List.copyOf(Catalog.standard().types());
                LayerType type = any(types);
                yield new Changed(
                        design.withLayer(settings(
                                new Layer(layer.id(), type.id(), layer.name(), layer.position(), Map.of()), type)),
                        around(design, layer.id()));
            }
            default ->
                new Changed(
                        design.withLayer(settings(layer, Catalog.standard().require(layer.type()))),
                        Set.of(layer.id()));
        };
    }

    /** A value such as only a mishap or an attacker would enter. */
    private Changed wild(Design design, Layer layer) {
        List<Parameter> parameters = Catalog.standard().require(layer.type()).parameters();
        if (parameters.isEmpty()) {
            return changed(design);
        }
        Value value = any(List.of(
                Value.of(0),
                Value.of(-3),
                Value.of(1_000_000_000L),
                Value.of(Long.MAX_VALUE),
                Value.of(Double.NaN),
                Value.of(1e300),
                Value.of("nonsense"),
                Value.of(true),
                Value.dims(0),
                Value.dims(1_000_000_000L, 1_000_000_000L, 1_000_000_000L),
                Value.dims(9, 9),
                Value.dims(5, 5, 5),
                new Value.Table(List.of(List.of(1.0), List.of(1.0, 2.0)))));
        return new Changed(design.withLayer(layer.with(any(parameters).name(), value)), Set.of(layer.id()));
    }

    private static Set<String> around(Design design, String id) {
        Set<String> around = new HashSet<>(Set.of(id));
        design.into(id).forEach(wire -> around.add(wire.from()));
        design.outOf(id).forEach(wire -> around.add(wire.to()));
        return around;
    }

    private <T> T any(List<T> all) {
        return all.get(below(all.size()));
    }

    private int below(int bound) {
        return (int) (draws.unit() * bound);
    }
}
