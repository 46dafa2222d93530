package org.netloom.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Arity;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Exposed;
import org.netloom.design.Layer;
import org.netloom.design.ShapePass;
import org.netloom.design.Value;

/** A block of a design, seen as a kind of layer: its form follows from the parameters that it exposes. */
final class BlockKind implements LayerKind {

    private static final int MOST_IN_FORMULA = 8;

    private final Block block;
    private final Design design;
    private final LayerCatalog catalog;

    BlockKind(Block block, Design design, LayerCatalog catalog) {
        this.block = block;
        this.design = design;
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return block.type();
    }

    @Override
    public String label() {
        return block.name();
    }

    @Override
    public Category category() {
        return Category.BLOCKS;
    }

    @Override
    public String icon() {
        return "blocks";
    }

    @Override
    public String help() {
        long layers = insides().count();
        return "A block of " + layers + (layers == 1 ? " layer." : " layers.")
                + " What is changed inside changes all its uses.";
    }

    @Override
    public String formula() {
        List<String> names = ShapePass.order(block.inside()).stream()
                .map(block.inside()::require)
                .filter(layer -> !Block.isEnd(layer))
                .map(Layer::name)
                .toList();
        return names.stream().limit(MOST_IN_FORMULA).collect(Collectors.joining(" → "))
                + (names.size() > MOST_IN_FORMULA ? " → …" : "");
    }

    private Stream<Layer> insides() {
        return block.inside().layers().values().stream().filter(layer -> !Block.isEnd(layer));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Exposed exposed : block.exposed()) {
            parameter(exposed).ifPresent(parameters::add);
        }
        if (block.inputs().size() == 1) {
            parameters.add(Parameter.whole(
                    Block.REPEAT,
                    "Repeat",
                    1,
                    1,
                    Block.MOST_REPEATS,
                    "How many copies stand one behind the other, each with weights of its own."));
        }
        return List.copyOf(parameters);
    }

    /** The parameter inside under its outside name; none if the layers that it set are gone. */
    private Optional<Parameter> parameter(Exposed exposed) {
        for (Exposed.Target target : exposed.targets()) {
            Layer layer = block.inside().layers().get(target.layer());
            Optional<Settings> settings = layer == null ? Optional.empty() : catalog.settings(design, layer);
            Optional<Parameter> found = settings.flatMap(known -> known.described(target.parameter()));
            if (found.isPresent()) {
                Parameter inner = found.get();
                Value value = settings.flatMap(known -> known.value(target.parameter()))
                        .orElse(null);
                return Optional.of(renamed(inner, exposed, value));
            }
        }
        return Optional.empty();
    }

    private static Parameter renamed(Parameter inner, Exposed exposed, @Nullable Value value) {
        return new Parameter(
                exposed.name(),
                exposed.label(),
                inner.help(),
                inner.kind(),
                value,
                null,
                null,
                Parameter.MAIN,
                inner.unit());
    }

    @Override
    public Arity arity() {
        int inputs = Math.max(1, block.inputs().size());
        return new Arity(inputs, inputs, true);
    }

    @Override
    public String summary(Settings settings) {
        List<String> parts = new ArrayList<>();
        if (block.inputs().size() == 1 && settings.whole(Block.REPEAT) > 1) {
            parts.add("× " + settings.whole(Block.REPEAT));
        }
        block.exposed().stream()
                .filter(exposed -> settings.described(exposed.name()).isPresent())
                .limit(2)
                .flatMap(exposed -> settings.value(exposed.name()).stream()
                        .map(value -> exposed.label().toLowerCase(java.util.Locale.ROOT) + " " + value.text()))
                .forEach(parts::add);
        return String.join(" · ", parts);
    }
}
