package org.netloom.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What follows from the definitions of a design's blocks: whether they hold together, how large they are, what they stand for. */
public final class Blocks {

    /** Layers of a design once every block and repeat is counted. */
    public static final int MOST_LAYERS = 10_000;

    /** Blocks inside blocks inside blocks … */
    public static final int DEEPEST = 16;

    private Blocks() {}

    /** The design, unless a block contains itself, is nested too deep, or uses a block that is not defined. */
    public static Result<Design> sound(Design design) {
        Map<String, Integer> heights = new HashMap<>();
        for (Block block : design.blocks().values()) {
            Optional<Problem> problem = climb(design, block, new LinkedHashSet<>(), heights);
            if (problem.isPresent()) {
                return Result.refused(problem.get());
            }
        }
        return Result.ok(design);
    }

    private static Optional<Problem> climb(Design design, Block block, Set<String> path, Map<String, Integer> heights) {
        if (!path.add(block.id())) {
            List<Block> circle = new ArrayList<>();
            path.stream()
                    .dropWhile(id -> !id.equals(block.id()))
                    .forEach(id -> design.block(id).ifPresent(circle::add));
            circle.add(block);
            return Optional.of(BlockRefusals.containsItself(circle));
        }
        if (heights.containsKey(block.id())) {
            path.remove(block.id());
            return Optional.empty();
        }
        if (path.size() > DEEPEST) {
            return Optional.of(BlockRefusals.tooDeep(block));
        }
        int height = 1;
        for (Layer layer : block.inside().layers().values()) {
            if (Block.definition(layer.type()).isPresent()) {
                Block inner = design.blockOf(layer).orElse(null);
                if (inner == null) {
                    return Optional.of(BlockRefusals.notDefined(block, layer));
                }
                Optional<Problem> problem = climb(design, inner, path, heights);
                if (problem.isPresent()) {
                    return problem;
                }
                height = Math.max(height, 1 + heights.getOrDefault(inner.id(), 1));
            }
        }
        if (height > DEEPEST) {
            return Optional.of(BlockRefusals.tooDeep(block));
        }
        heights.put(block.id(), height);
        path.remove(block.id());
        return Optional.empty();
    }

    /** Name of a layer or block that uses this definition; empty if nothing does. */
    public static Optional<String> userOf(Design design, String block) {
        Optional<String> layer = userIn(design, block);
        return layer.isPresent()
                ? layer
                : design.blocks().values().stream()
                        .filter(other -> userIn(other.inside(), block).isPresent())
                        .map(Block::name)
                        .findFirst();
    }

    private static Optional<String> userIn(Design design, String block) {
        return design.layers().values().stream()
                .filter(layer ->
                        Block.definition(layer.type()).filter(block::equals).isPresent())
                .map(Layer::name)
                .findFirst();
    }

    /** How many layers, on the canvas and inside other blocks, are uses of this definition. */
    public static long uses(Design design, String block) {
        return java.util.stream.Stream.concat(
                        design.layers().values().stream(),
                        design.blocks().values().stream().flatMap(other -> other.inside().layers().values().stream()))
                .filter(layer ->
                        Block.definition(layer.type()).filter(block::equals).isPresent())
                .count();
    }

    /** The block with every definition that it is made of, itself last. */
    public static List<Block> closure(Design design, Block block) {
        Map<String, Block> found = new java.util.LinkedHashMap<>();
        gather(design, block, found);
        return List.copyOf(found.values());
    }

    private static void gather(Design design, Block block, Map<String, Block> found) {
        for (Layer layer : block.inside().layers().values()) {
            design.blockOf(layer)
                    .filter(inner -> !found.containsKey(inner.id()))
                    .ifPresent(inner -> gather(design, inner, found));
        }
        found.putIfAbsent(block.id(), block);
    }

    /** The design with one definition changed; refused where it is gone or the change does not hold together. */
    static Result<Design> changed(Design design, String block, UnaryOperator<Block> change) {
        return design.block(block)
                .map(found -> sound(design.withBlock(change.apply(found))))
                .orElseGet(() -> Result.refused(BlockRefusals.gone(block)));
    }

    /** Layers that one use stands for, repeats counted. Saturates. */
    public static long size(Design design, Layer use) {
        return design.blockOf(use)
                .map(block -> size(design, block, use, new HashMap<>()))
                .orElse(1L);
    }

    /** Layers of the design, every block and repeat counted. Saturates. */
    public static long size(Design design) {
        Map<Layer, Long> known = new HashMap<>();
        long sum = 0;
        for (Layer layer : design.layers().values()) {
            sum = plus(sum, size(design, layer, known));
        }
        return sum;
    }

    private static long size(Design design, Layer layer, Map<Layer, Long> known) {
        Block block = design.blockOf(layer).orElse(null);
        return block == null ? 1 : size(design, block, layer, known);
    }

    private static long size(Design design, Block block, Layer use, Map<Layer, Long> known) {
        Layer key = new Layer("", use.type(), "", Position.ORIGIN, use.values());
        Long before = known.get(key);
        if (before != null) {
            return before;
        }
        long one = 0;
        for (Layer layer : block.instance(use).layers().values()) {
            if (!Block.isEnd(layer)) {
                one = plus(one, size(design, layer, known));
            }
        }
        long all = one > Long.MAX_VALUE / Block.MOST_REPEATS ? Long.MAX_VALUE : one * block.repeats(use);
        known.put(key, all);
        return all;
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Why the design, or a use in it, stands for too many layers; empty if it does not. */
    public static Optional<Problem> tooLarge(String what, long layers) {
        return layers > MOST_LAYERS ? Optional.of(BlockRefusals.tooLarge(what, layers)) : Optional.empty();
    }

    /**
     * The same network without blocks: a layer {@code dense1} inside the use {@code block1} becomes {@code block1/dense1}, in the third
     * of several repeats {@code block1/3/dense1}; names likewise. Refused where it would be too large or a block has no output.
     */
    public static Result<Design> expand(Design design) {
        if (design.layers().values().stream()
                .noneMatch(layer -> design.blockOf(layer).isPresent())) {
            return Result.ok(design.withBlocks(Map.of()));
        }
        Optional<Problem> problem = tooLarge("The design", size(design));
        return problem.isPresent()
                ? Result.refused(problem.get())
                : sound(design).then(held -> new Expansion(held).run());
    }
}
