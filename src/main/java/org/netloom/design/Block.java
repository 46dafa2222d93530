package org.netloom.design;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A composite block: a part of a network, drawn once and used like a layer. All uses in a design share the definition.
 *
 * @param id unique in the design; uses have the type {@code block:<id>}
 * @param inside layers and wires; layers of the types {@link #INPUT} and {@link #OUTPUT} are where data enters and leaves. It holds no
 *     definitions of its own: blocks inside are defined in the design
 * @param exposed the parameters that each use may set for itself
 * @param origin where the definition was copied from; {@code null}: drawn here
 */
public record Block(
        String id,
        String name,
        Design inside,
        List<Exposed> exposed,
        @Nullable Origin origin) {

    public static final String INPUT = "block-input";
    public static final String OUTPUT = "block-output";

    /** Parameter of a use: how many copies stand one behind the other, each with weights of its own. */
    public static final String REPEAT = "repeat";

    public static final int MOST_REPEATS = 100;
    public static final int LONGEST_NAME = 60;

    private static final String PREFIX = "block:";

    /**
     * @param block id in the library that it comes from
     * @param version raised there with every change
     */
    public record Origin(String block, int version) {}

    public Block {
        exposed = List.copyOf(exposed);
        inside = inside.withBlocks(Map.of());
    }

    /** Type of the layers that use it. */
    public String type() {
        return PREFIX + id;
    }

    /** Id of the definition that layers of this type use; empty for every other type. */
    public static Optional<String> definition(String type) {
        return type.startsWith(PREFIX) ? Optional.of(type.substring(PREFIX.length())) : Optional.empty();
    }

    /** Where data enters, in the order of the wires that lead to a use: shorter ids first, then by letter. */
    public List<Layer> inputs() {
        return inside.layers().values().stream()
                .filter(layer -> layer.type().equals(INPUT))
                .sorted(Comparator.<Layer>comparingInt(layer -> layer.id().length())
                        .thenComparing(Layer::id))
                .toList();
    }

    /** Where data leaves. A sound block has exactly one. */
    public List<Layer> outputs() {
        return inside.layers().values().stream()
                .filter(layer -> layer.type().equals(OUTPUT))
                .toList();
    }

    public static boolean isEnd(Layer layer) {
        return layer.type().equals(INPUT) || layer.type().equals(OUTPUT);
    }

    /** Copies that a use asks for; only a block with one input can stand behind itself. */
    public long repeats(Layer use) {
        return inputs().size() == 1 && use.values().get(REPEAT) instanceof Value.Whole(long times)
                ? Math.max(1, Math.min(times, MOST_REPEATS))
                : 1;
    }

    /** The inside as one use has it: with the use's values at the layers that they are for. */
    public Design instance(Layer use) {
        Design instance = inside;
        for (Exposed each : exposed) {
            Value value = use.values().get(each.name());
            if (value != null) {
                for (Exposed.Target target : each.targets()) {
                    Layer layer = instance.layers().get(target.layer());
                    if (layer != null) {
                        instance = instance.withLayer(layer.with(target.parameter(), value));
                    }
                }
            }
        }
        return instance;
    }

    /** The exposed parameter that sets this one inside, if there is one. */
    public Optional<Exposed> exposing(String layer, @Nullable String parameter) {
        return parameter == null
                ? Optional.empty()
                : exposed.stream().filter(each -> each.sets(layer, parameter)).findFirst();
    }

    public Block identified(String newId) {
        return new Block(newId, name, inside, exposed, origin);
    }

    public Block named(String newName) {
        return new Block(id, newName, inside, exposed, origin);
    }

    public Block with(Design newInside) {
        return new Block(id, name, newInside, exposed, origin);
    }

    public Block exposing(List<Exposed> parameters) {
        return new Block(id, name, inside, parameters, origin);
    }

    public Block from(@Nullable Origin newOrigin) {
        return new Block(id, name, inside, exposed, newOrigin);
    }
}
