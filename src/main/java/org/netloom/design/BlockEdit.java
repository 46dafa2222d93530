package org.netloom.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An edit that makes, changes or dissolves composite blocks. */
public sealed interface BlockEdit extends Edit {

    /**
     * Makes a block of layers, and puts one use of it in their place.
     *
     * @param layers the layers that go inside, with the wires among them
     * @param block id of the new definition
     * @param layer id of the layer in their place
     * @param name name of the block
     */
    record Group(Set<String> layers, String block, String layer, String name) implements BlockEdit {
        public Group {
            layers = Collections.unmodifiableSet(new LinkedHashSet<>(layers));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            return Grouping.plan(design, this).then(steps -> steps.applyTo(design));
        }

        @Override
        public Edit inverse(Design before) {
            return Grouping.plan(before, this).get().inverse(before);
        }
    }

    /** Puts the layers of a block, once for each repeat, in the place of one use. */
    record Ungroup(String layer) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            return Ungrouping.plan(design, layer).then(steps -> steps.applyTo(design));
        }

        @Override
        public Edit inverse(Design before) {
            return Ungrouping.plan(before, layer).get().inverse(before);
        }
    }

    /** Adds a definition, or replaces the one with its id and so changes all its uses. */
    record PutBlock(Block block) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            return Blocks.sound(design.withBlock(block));
        }

        @Override
        public Edit inverse(Design before) {
            return before.block(block.id()).<Edit>map(PutBlock::new).orElseGet(() -> new RemoveBlock(block.id()));
        }
    }

    /** Removes a definition that nothing uses. */
    record RemoveBlock(String block) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            Block found = design.blocks().get(block);
            if (found == null) {
                return Result.refused(BlockRefusals.gone(block));
            }
            Optional<String> user = Blocks.userOf(design, block);
            return user.isPresent()
                    ? Result.refused(BlockRefusals.used(found, user.get()))
                    : Result.ok(design.withoutBlock(block));
        }

        @Override
        public Edit inverse(Design before) {
            return new PutBlock(before.block(block).orElseThrow());
        }
    }

    /** Gives a block another name. */
    record RenameBlock(String block, String name) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            String wanted = name.strip();
            if (wanted.isEmpty() || wanted.length() > Block.LONGEST_NAME || !CleanName.is(wanted)) {
                return Result.refused(Refusals.badName(null, name));
            }
            return Blocks.changed(design, block, found -> found.named(wanted));
        }

        @Override
        public Edit inverse(Design before) {
            return new RenameBlock(block, before.block(block).map(Block::name).orElse(name));
        }
    }

    /** Chooses which parameters inside each use may set for itself. */
    record Expose(String block, List<Exposed> exposed) implements BlockEdit {
        public Expose {
            exposed = List.copyOf(exposed);
        }

        @Override
        public Result<Design> applyTo(Design design) {
            return Blocks.changed(design, block, found -> found.exposing(exposed));
        }

        @Override
        public Edit inverse(Design before) {
            return new Expose(block, before.block(block).map(Block::exposed).orElse(exposed));
        }
    }

    /** Says where a definition comes from, without changing what it is; {@code null}: drawn here. */
    record SetOrigin(String block, Block.@Nullable Origin origin) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            return Blocks.changed(design, block, found -> found.from(origin));
        }

        @Override
        public Edit inverse(Design before) {
            return new SetOrigin(block, before.block(block).map(Block::origin).orElse(null));
        }
    }

    /** Changes the inside of a block, and with it all uses. The edit sees the design's definitions. */
    record InBlock(String block, Edit edit) implements BlockEdit {
        @Override
        public Result<Design> applyTo(Design design) {
            return design.block(block)
                    .map(found -> edit.applyTo(view(design, found))
                            .map(changed -> Reexposing.after(edit, block, view(design, found), changed))
                            .then(changed -> merged(design, changed)))
                    .orElseGet(() -> Result.refused(BlockRefusals.gone(block)));
        }

        @Override
        public Edit inverse(Design before) {
            Block found = before.block(block).orElseThrow();
            Edit back = new InBlock(block, edit.inverse(view(before, found)));
            return Reexposing.concerns(edit) ? new Batch(back, new Expose(block, found.exposed())) : back;
        }

        /** The inside takes the place of the definition's own, so that no use in it is met twice. */
        private static Design view(Design design, Block found) {
            return found.inside()
                    .withBlocks(design.withBlock(found.with(Design.EMPTY)).blocks());
        }

        private Result<Design> merged(Design design, Design changed) {
            Map<String, Block> blocks = new LinkedHashMap<>(changed.blocks());
            design.layers().values().stream()
                    .flatMap(layer -> design.blockOf(layer).stream())
                    .forEach(used -> blocks.putIfAbsent(used.id(), used));
            Block own = blocks.get(block);
            return own == null
                    ? Result.refused(BlockRefusals.gone(block))
                    : Blocks.sound(design.withBlocks(blocks).withBlock(own.with(changed)));
        }
    }
}
