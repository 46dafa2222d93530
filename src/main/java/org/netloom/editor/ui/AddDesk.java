package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Position;
import org.netloom.layers.LayerCatalog;

/** Carries out what people do to add layers and blocks; what was added is selected. */
final class AddDesk implements Serializable {

    private final transient LayerCatalog catalog;
    private final transient Workplace workplace;

    AddDesk(LayerCatalog catalog, Workplace workplace) {
        this.catalog = catalog;
        this.workplace = workplace;
    }

    void add(CanvasGesture.AddLayer add) {
        workplace.stock().take(add.type()).ifPresent(taken -> {
            LayerEdits edits = edits(taken.design());
            put(
                    taken,
                    edits.into(add.wire(), taken.type())
                            .orElseGet(() -> edits.at(taken.type(), new Position(add.x(), add.y()))));
        });
    }

    void addBelowSelected(String item) {
        workplace
                .stock()
                .take(item)
                .ifPresent(taken -> put(taken, edits(taken.design()).after(workplace.selected(), taken.type())));
    }

    void quickAdd(CanvasGesture.OpenQuickAdd where) {
        new QuickAdd(workplace.stock().items(), item -> addNamed(item, where)).open();
    }

    private void addNamed(String item, CanvasGesture.OpenQuickAdd where) {
        workplace.stock().take(item).ifPresent(taken -> {
            LayerEdits edits = edits(taken.design());
            put(
                    taken,
                    where.from().isEmpty()
                            ? edits.at(taken.type(), new Position(where.x(), where.y()))
                            : edits.after(List.of(where.from()), taken.type()));
        });
    }

    void duplicate(List<String> layers) {
        edits(workplace.scope().design()).duplicate(layers).ifPresent(this::applyAndSelect);
    }

    private LayerEdits edits(Design design) {
        return new LayerEdits(catalog, design, workplace.data());
    }

    private void put(Stock.Taken taken, Edit edit) {
        List<Edit> edits = new ArrayList<>(taken.first());
        edits.add(edit);
        applyAndSelect(edits.size() == 1 ? edit : new Edit.Batch(edits));
    }

    private void applyAndSelect(Edit edit) {
        workplace.apply(edit).ifPresent(applied -> workplace.select(added(applied)));
    }

    /** Ids of what was added, as the edit was applied: they may be others than were asked for. */
    static List<String> added(Edit edit) {
        return switch (edit) {
            case Edit.AddLayers add -> add.layers().stream().map(Layer::id).toList();
            case Edit.Batch batch ->
                batch.edits().stream().flatMap(each -> added(each).stream()).toList();
            case BlockEdit.InBlock inside -> added(inside.edit());
            case BlockEdit.Group group -> List.of(group.layer());
            case Edit other -> List.of();
        };
    }
}
