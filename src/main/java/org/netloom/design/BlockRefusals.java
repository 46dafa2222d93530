package org.netloom.design;

import java.util.Collection;
import java.util.stream.Collectors;

/** Why blocks could not be made or changed. */
final class BlockRefusals {

    private BlockRefusals() {}

    static Problem gone(String block) {
        return Problem.error(
                "block-gone",
                "The block “" + block + "” is not in the design any more.",
                "The edit needs its definition.",
                "Someone may have removed it meanwhile: look at the design as it is now and repeat the edit if it still makes sense.");
    }

    static Problem used(Block block, String user) {
        return Problem.error(
                "block-used",
                "“" + user + "” is made of the block “" + block.name() + "”.",
                "A definition is removed when nothing uses it any more.",
                "Remove or ungroup its uses first.");
    }

    static Problem containsItself(Collection<Block> circle) {
        String names = circle.stream().map(Block::name).collect(Collectors.joining(" → "));
        return Problem.error(
                "block-contains-itself",
                "A block would contain itself: " + names + ".",
                "Blocks may be nested, but never in a circle.",
                "Use another block inside, or copy the layers instead.");
    }

    static Problem tooDeep(Block block) {
        return Problem.error(
                "blocks-too-deep",
                "“" + block.name() + "” would be nested more than " + Blocks.DEEPEST + " blocks deep.",
                "Blocks are nested at most " + Blocks.DEEPEST + " deep.",
                "Ungroup one of the blocks between.");
    }

    static Problem notDefined(Block block, Layer use) {
        return Problem.error(
                "unknown-block",
                use.name() + " in the block “" + block.name() + "” uses a block that is not in the design.",
                "Every block that is used is defined in the design.",
                "Put the definition into the design first.");
    }

    static Problem tooLarge(String what, long layers) {
        return Problem.error(
                "too-many-layers",
                what + " stands for " + String.format(java.util.Locale.ROOT, "%,d", layers) + " layers.",
                "A network has at most " + String.format(java.util.Locale.ROOT, "%,d", (long) Blocks.MOST_LAYERS)
                        + " layers once every repeat is counted.",
                "Lower the repeats of the block or of blocks inside it.");
    }

    static Problem nothingToGroup() {
        return Problem.error(
                "nothing-to-group",
                "No layer is selected.",
                "A block is made of one layer or more.",
                "Select the layers that belong together.");
    }

    static Problem groupsEnds(Layer end) {
        return Problem.error(
                        "groups-block-ends",
                        end.name() + " is where data enters or leaves the block that is open.",
                        "These stay where they are.",
                        "Select only the layers between them.")
                .at(end.id());
    }

    static Problem severalExits(Collection<Layer> exits) {
        return Problem.error(
                "several-exits",
                "Data would leave the block at " + exits.size() + " layers: " + names(exits) + ".",
                "A block gives one output.",
                "Select the layers up to where the paths come together again, or fewer layers.");
    }

    static Problem noExit() {
        return Problem.error(
                "no-exit",
                "The selected layers form a circle of wires.",
                "A block gives one output.",
                "Remove one of the wires of the circle first.");
    }

    static Problem notConvex(Layer between) {
        return Problem.error(
                        "not-convex",
                        "A path leaves the selection, passes " + between.name() + " and comes back.",
                        "Everything between the layers of a block belongs to the block.",
                        "Select " + between.name() + " too.")
                .at(between.id());
    }

    static Problem noBlock(Layer layer) {
        return Problem.error(
                        "not-a-block",
                        layer.name() + " is no block.",
                        "Only blocks can be taken apart.",
                        "Select a block.")
                .at(layer.id());
    }

    static Problem badOutput(Block block) {
        return Problem.error(
                "block-output",
                "“" + block.name() + "” has "
                        + (block.outputs().isEmpty()
                                ? "no output."
                                : block.outputs().size() + " outputs."),
                "A block has exactly one Block output, fed by one of its layers.",
                "Open the block and connect its Block output.");
    }

    private static String names(Collection<Layer> layers) {
        return layers.stream().map(Layer::name).limit(4).collect(Collectors.joining(", "))
                + (layers.size() > 4 ? " …" : "");
    }
}
