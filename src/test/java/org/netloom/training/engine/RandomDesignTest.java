package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Activation;
import org.netloom.layers.Initializer;
import org.netloom.layers.LayerType;
import org.netloom.layers.Parameter;
import org.netloom.layers.catalog.Catalog;

/** Whatever sound design is drawn, the engine builds it as the shape pass said, and takes a finite step. */
class RandomDesignTest {

    private static final int DESIGNS = 300;

    @Test
    void soundDesignsAreBuiltAsInferredAndTakeAFiniteStep() {
        for (int number = 0; number < DESIGNS; number++) {
            Design design = draw(Draws.of(99, 1, number));
            try {
                LayerContractTest.assertEngineAgrees(design);
                LayerContractTest.assertOneFiniteStep(
                        Catalog.standard().lower(design).get(), number);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("Design " + number + ": " + design, wrong);
            }
        }
    }

    private static Design draw(Draws draws) {
        List<LayerType> middle = Catalog.standard().types().stream()
                .filter(type -> !type.arity().isSource() && !type.arity().isSink())
                .toList();
        Layer input = Layer.of("in", "input")
                .with("shape", new Value.Dims(shape(draws).dims()));
        Design design = Design.of(List.of(input), List.of());
        List<String> ends = new ArrayList<>(List.of("in"));
        for (int i = 0; i < 6; i++) {
            LayerType type = middle.get(below(draws, middle.size()));
            Layer layer = settings(Layer.of("layer" + i, type.id()), type, draws);
            Design longer = design.withLayers(List.of(layer));
            for (int wire = 0; wire < type.arity().least(); wire++) {
                String from = ends.get(below(draws, ends.size()));
                if (longer.wires().stream().noneMatch(w -> w.from().equals(from) && w.to().equals(layer.id()))) {
                    longer = longer.withWires(List.of(Wire.between(from, layer.id())));
                }
            }
            if (isSound(ended(longer, layer.id()))) {
                design = longer;
                ends.add(layer.id());
            }
        }
        return ended(design, ends.get(ends.size() - 1));
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
        java.util.Set<String> rest = new java.util.HashSet<>(design.layers().keySet());
        kept.forEach(rest::remove);
        return design.withoutLayers(rest)
                .withLayers(List.of(Layer.of("flat", "flatten"), Fixtures.output(3, "tanh")))
                .withWires(List.of(Wire.between(last, "flat"), Wire.between("flat", "out")));
    }

    private static boolean isSound(Design design) {
        return Catalog.standard().infer(design).isSound()
                && Catalog.standard().infer(design).parameters() < 100_000;
    }

    private static Layer settings(Layer layer, LayerType type, Draws draws) {
        Layer changed = layer;
        for (Parameter parameter : type.parameters()) {
            changed = switch (parameter.name()) {
                case "units" -> changed.with("units", 1 + below(draws, 12));
                case "activation" ->
                    changed.with(
                            "activation", any(draws, Activation.Kind.values()).id());
                case "initializer" ->
                    changed.with("initializer", any(draws, Initializer.values()).id());
                case "bias", "trainBias" -> changed.with(parameter.name(), Value.of(draws.unit() < 0.8));
                case "rate" -> changed.with("rate", Value.of(draws.unit() * 0.9));
                case "shape" ->
                    changed.with("shape", new Value.Dims(shape(draws).dims()));
                default -> changed;
            };
        }
        return changed;
    }

    private static Shape shape(Draws draws) {
        return any(draws, new Shape[] {
            Shape.of(12),
            Shape.of(2, 2, 3),
            Shape.of(3, 2, 2),
            Shape.of(1, 4, 3),
            Shape.of(4, 3),
            Shape.of(6, 2),
            Shape.of(7)
        });
    }

    private static <T> T any(Draws draws, T[] all) {
        return all[below(draws, all.length)];
    }

    private static int below(Draws draws, int bound) {
        return (int) (draws.unit() * bound);
    }
}
