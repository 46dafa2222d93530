package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.util.LinkedHashSet;
import java.util.List;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.editor.BlockLibrary;
import org.netloom.editor.SavedBlock;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerType;

/** Carries out what people do with blocks. */
final class BlockDesk implements BlockCommands {

    private final transient LayerCatalog catalog;
    private final transient BlockLibrary library;
    private final transient Workplace workplace;

    BlockDesk(LayerCatalog catalog, BlockLibrary library, Workplace workplace) {
        this.catalog = catalog;
        this.library = library;
        this.workplace = workplace;
    }

    @Override
    public void group(List<String> layers) {
        Design design = workplace.scope().design();
        for (String id : layers) {
            Layer layer = design.layers().get(id);
            LayerType type = layer == null ? null : catalog.type(layer.type()).orElse(null);
            if (layer != null
                    && type != null
                    && (type.arity().isSource() || type.arity().isSink())) {
                workplace.tell(endOfNetwork(layer, type));
                return;
            }
        }
        int number = 1;
        while (design.blocks().containsKey("block" + number) || design.layers().containsKey("block" + number)) {
            number++;
        }
        String id = "block" + number;
        workplace
                .apply(new BlockEdit.Group(new LinkedHashSet<>(layers), id, id, "Block " + number))
                .ifPresent(applied -> workplace.select(AddDesk.added(applied)));
    }

    @Override
    public void ungroup(List<String> layers) {
        Design design = workplace.scope().design();
        List<Edit> edits = layers.stream()
                .filter(id -> design.layer(id).flatMap(design::blockOf).isPresent())
                .<Edit>map(BlockEdit.Ungroup::new)
                .toList();
        if (!edits.isEmpty()
                && workplace
                        .apply(edits.size() == 1 ? edits.get(0) : new Edit.Batch(edits))
                        .isPresent()) {
            workplace.select(List.of());
        }
    }

    @Override
    public void open(String layer) {
        workplace.scope().inside(layer).ifPresent(inside -> workplace.go(inside.path()));
    }

    /** Shows what is around the block that is open. */
    void leave() {
        List<String> path = workplace.scope().path();
        workplace.go(path.subList(0, Math.max(0, path.size() - 1)));
    }

    @Override
    public void expose(Block block) {
        new ExposeDialog(
                        catalog,
                        workplace.scope().design(),
                        block,
                        exposed -> workplace.apply(new BlockEdit.Expose(block.id(), exposed)))
                .open();
    }

    @Override
    public void rename(Block block, String name) {
        workplace.apply(new BlockEdit.RenameBlock(block.id(), name));
    }

    @Override
    public void save(Block block) {
        Result<SavedBlock> saved = library.save(workplace.project(), block.id());
        saved.problems().forEach(workplace::tell);
        if (saved instanceof Result.Ok<SavedBlock>(SavedBlock kept)) {
            Notification.show(
                    UI.getCurrent().getTranslation("editor.block.saved", kept.name(), kept.version()),
                    5000,
                    Notification.Position.BOTTOM_CENTER);
        }
        workplace.reload();
    }

    private static Problem endOfNetwork(Layer layer, LayerType type) {
        return Problem.error(
                        "groups-end",
                        layer.name() + " is an end of the network.",
                        "Inputs and outputs stay outside of blocks.",
                        "Select the layers without the " + type.label() + ".")
                .at(layer.id());
    }
}
