package org.netloom.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws edits that make sense on a design, for property tests. */
public final class RandomEdits {

    private final Random random;
    private int next = 1;

    public RandomEdits(long seed) {
        random = new Random(seed);
    }

    public Edit on(Design design) {
        if (design.layers().size() < 2) {
            return add();
        }
        return switch (random.nextInt(14)) {
            case 0, 1 -> add();
            case 2 -> new Edit.RemoveLayers(Set.of(any(design)));
            case 3 ->
                new Edit.MoveLayers(Map.of(any(design), new Position(random.nextInt(1000), random.nextInt(1000))));
            case 4 ->
                new Edit.SetParameter(
                        any(design), "units", random.nextBoolean() ? Value.of(random.nextInt(100)) : null);
            case 5, 6 -> new Edit.Connect(any(design), any(design));
            case 7, 8 -> group(design);
            case 9, 10, 11 -> ofBlock(design);
            default ->
                design.wires().isEmpty()
                        ? add()
                        : new Edit.Batch(
                                new Edit.Disconnect(Set.of(design.wires()
                                        .get(random.nextInt(design.wires().size()))
                                        .id())),
                                new Edit.Rename(any(design), "name" + next++));
        };
    }

    private Edit group(Design design) {
        Set<String> layers = new java.util.LinkedHashSet<>(Set.of(any(design)));
        for (String id : List.copyOf(layers)) {
            design.outOf(id).stream()
                    .filter(wire -> !Block.isEnd(design.require(wire.to())))
                    .forEach(wire -> layers.add(wire.to()));
        }
        int number = next++;
        return new BlockEdit.Group(layers, "block" + number, "use" + number, "Block " + number);
    }

    /** Something with one of the blocks; where there is none, another layer. */
    private Edit ofBlock(Design design) {
        if (design.blocks().isEmpty()) {
            return add();
        }
        List<Block> blocks = List.copyOf(design.blocks().values());
        Block block = blocks.get(random.nextInt(blocks.size()));
        String inner = any(block.inside());
        return switch (random.nextInt(8)) {
            case 0 -> new BlockEdit.RenameBlock(block.id(), "Renamed " + next++);
            case 1 -> new BlockEdit.Expose(block.id(), List.of(Exposed.of("units", "Units", inner, "units")));
            case 2 -> new BlockEdit.RemoveBlock(block.id());
            case 3 -> new BlockEdit.SetOrigin(block.id(), new Block.Origin("library", next++));
            case 4 ->
                design.layers().values().stream()
                        .filter(layer -> design.blockOf(layer).isPresent())
                        .findFirst()
                        .<Edit>map(use -> new BlockEdit.Ungroup(use.id()))
                        .orElseGet(this::add);
            case 5 ->
                new Edit.AddLayers(Layer.of("use" + next++, block.type()).with(Block.REPEAT, 1 + random.nextInt(3)));
            default -> {
                Design inside = block.inside().withBlocks(design.blocks());
                yield new BlockEdit.InBlock(block.id(), random.nextBoolean() ? group(inside) : on(inside));
            }
        };
    }

    private Edit add() {
        String id = "layer" + next++;
        return new Edit.AddLayers(Layer.of(id, "dense").at(random.nextInt(1000), random.nextInt(1000)));
    }

    private String any(Design design) {
        List<String> ids = new ArrayList<>(design.layers().keySet());
        return ids.get(random.nextInt(ids.size()));
    }
}
