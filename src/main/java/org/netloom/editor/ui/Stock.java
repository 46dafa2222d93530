package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Adoption;
import org.netloom.design.Block;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.editor.SavedBlock;
import org.netloom.layers.BlockEnd;
import org.netloom.layers.Category;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerKind;
import org.netloom.layers.LayerType;
import org.netloom.layers.StandardBlocks;

/** Everything that can be put on the canvas: layers, the blocks that come with Netloom, the design's own and the workspace's. */
final class Stock {

    private static final String STANDARD = "standard:";
    private static final String SAVED = "saved:";
    private static final String ICON = "blocks";

    private final LayerCatalog catalog;
    private final Scope scope;
    private final List<SavedBlock> saved;
    private final Words words;

    /** Headings of the shelves of blocks. */
    record Words(String own, String workspace) {}

    /**
     * What is taken from the stock.
     *
     * @param first edits that bring the definitions it needs
     * @param design what is open, after these edits
     */
    record Taken(List<Edit> first, String type, Design design) {}

    Stock(LayerCatalog catalog, Scope scope, List<SavedBlock> saved, Words words) {
        this.catalog = catalog;
        this.scope = scope;
        this.saved = List.copyOf(saved);
        this.words = words;
    }

    List<Palette.Item> items() {
        List<Palette.Item> items = new ArrayList<>();
        if (scope.isInside()) {
            items.add(item(BlockEnd.INPUT));
            if (scope.block().filter(block -> block.outputs().isEmpty()).isPresent()) {
                items.add(item(BlockEnd.OUTPUT));
            }
        }
        catalog.types().stream()
                .filter(type -> !scope.isInside() || !isEnd(type))
                .map(Stock::item)
                .forEach(items::add);
        StandardBlocks.of(catalog)
                .forEach(standard -> items.add(item(
                        STANDARD + standard.block().id(),
                        standard.block().name(),
                        Category.BLOCKS.label(),
                        standard.help())));
        saved.forEach(block -> items.add(item(SAVED + block.id(), block.name(), words.workspace(), "")));
        scope.design().blocks().values().stream()
                .filter(this::fitsInside)
                .forEach(block -> items.add(item(
                        block.type(),
                        block.name(),
                        words.own(),
                        catalog.kind(scope.design(), block.type())
                                .map(kind -> kind.help() + "\n" + kind.formula())
                                .orElse(""))));
        return items;
    }

    private static boolean isEnd(LayerType type) {
        return type.arity().isSource() || type.arity().isSink();
    }

    /** Not the block that is open, nor one that contains it. */
    private boolean fitsInside(Block block) {
        return scope.block()
                .filter(open -> Blocks.closure(scope.design(), block).stream()
                        .anyMatch(part -> part.id().equals(open.id())))
                .isEmpty();
    }

    private static Palette.Item item(LayerKind kind) {
        return new Palette.Item(
                kind.id(),
                kind.label(),
                kind.category().hue(),
                kind.category().label(),
                LayerIcons.path(kind.icon()),
                kind.help() + "\n" + kind.formula(),
                kind.id() + " " + kind.category().label());
    }

    private static Palette.Item item(String id, String label, String shelf, String help) {
        return new Palette.Item(
                id, label, Category.BLOCKS.hue(), shelf, LayerIcons.path(ICON), help, Category.BLOCKS.label());
    }

    /** What the palette's item stands for; nothing if there is none of that name. */
    Optional<Taken> take(String item) {
        if (item.startsWith(STANDARD)) {
            return StandardBlocks.of(catalog).stream()
                    .map(StandardBlocks.Standard::block)
                    .filter(block -> item.equals(STANDARD + block.id()))
                    .findFirst()
                    .map(block -> adopted(List.of(block)));
        }
        if (item.startsWith(SAVED)) {
            return saved.stream()
                    .filter(block -> item.equals(SAVED + block.id()))
                    .findFirst()
                    .map(block -> adopted(block.copies()));
        }
        return catalog.kind(scope.design(), item).map(kind -> new Taken(List.of(), item, scope.design()));
    }

    private Taken adopted(List<Block> definitions) {
        Adoption.Adopted adopted = Adoption.of(scope.design(), definitions);
        return new Taken(adopted.edits(), adopted.block().type(), adopted.in(scope.design()));
    }
}
