package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Exposed;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.layers.LayerCatalog;

/** What is open on the canvas: the whole design, or the inside of a block as one of its uses has it. */
final class Scope {

    private final LayerCatalog catalog;
    private final @Nullable Opened opened;
    private final Design design;
    private final Inference inference;
    private final List<Problem> problems;

    private record Opened(Scope around, Layer use, Block block) {}

    private Scope(
            LayerCatalog catalog, @Nullable Opened opened, Design design, Inference inference, List<Problem> problems) {
        this.catalog = catalog;
        this.opened = opened;
        this.design = design;
        this.inference = inference;
        this.problems = List.copyOf(problems);
    }

    static Scope whole(LayerCatalog catalog, Design design, Inference inference, List<Problem> problems) {
        return new Scope(catalog, null, design, inference, problems);
    }

    /** The inside of the block that this layer is a use of; nothing for other layers. */
    Optional<Scope> inside(String layer) {
        return design.layer(layer)
                .flatMap(use -> design.blockOf(use).map(block -> {
                    Inference inner = catalog.inferInside(design, inference, use);
                    return new Scope(
                            catalog,
                            new Opened(this, use, block),
                            block.instance(use).withBlocks(design.blocks()),
                            inner,
                            inner.problems());
                }));
    }

    /** Goes inside one block after the other, as far as they are still there. */
    Scope follow(List<String> uses) {
        Scope at = this;
        for (String use : uses) {
            Optional<Scope> next = at.inside(use);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return at;
    }

    Design design() {
        return design;
    }

    Inference inference() {
        return inference;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean isInside() {
        return opened != null;
    }

    /** The block whose inside it is. */
    Optional<Block> block() {
        return Optional.ofNullable(opened).map(Opened::block);
    }

    /** The uses that were opened to get here, outermost first. */
    List<Layer> trail() {
        if (opened == null) {
            return List.of();
        }
        List<Layer> trail = new ArrayList<>(opened.around().trail());
        trail.add(opened.use());
        return trail;
    }

    List<String> path() {
        return trail().stream().map(Layer::id).toList();
    }

    /** The edit of the design that an edit of what is open stands for. */
    Edit edit(Edit edit) {
        Opened inside = opened;
        if (inside == null) {
            return edit;
        }
        return switch (edit) {
            case Edit.SetParameter set -> setting(inside, set);
            case Edit.Batch batch ->
                new Edit.Batch(batch.edits().stream().map(this::edit).toList());
            case BlockEdit.Group group -> new BlockEdit.InBlock(inside.block().id(), group);
            case BlockEdit.Ungroup ungroup ->
                new BlockEdit.InBlock(inside.block().id(), ungroup);
            case BlockEdit definition -> definition;
            case Edit.AddLayers add -> new BlockEdit.InBlock(inside.block().id(), add);
            case Edit.RemoveLayers remove ->
                new BlockEdit.InBlock(inside.block().id(), remove);
            case Edit.MoveLayers move -> new BlockEdit.InBlock(inside.block().id(), move);
            case Edit.Connect connect -> new BlockEdit.InBlock(inside.block().id(), connect);
            case Edit.Disconnect disconnect ->
                new BlockEdit.InBlock(inside.block().id(), disconnect);
            case Edit.Rename rename -> new BlockEdit.InBlock(inside.block().id(), rename);
        };
    }

    /** What the use has set for itself is changed there: a change of the block would not be seen. */
    private Edit setting(Opened inside, Edit.SetParameter set) {
        Optional<Exposed> own = inside.block()
                .exposing(set.layer(), set.parameter())
                .filter(exposed -> inside.use().values().containsKey(exposed.name()));
        return own.isPresent()
                ? inside.around()
                        .edit(new Edit.SetParameter(inside.use().id(), own.get().name(), set.value()))
                : new BlockEdit.InBlock(inside.block().id(), set);
    }
}
