package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.netloom.design.Design;
import org.netloom.design.Edit;
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
        Set<String> before = workplace.scope().design().layers().keySet();
        if (workplace.apply(edit)) {
            workplace.select(workplace.scope().design().layers().keySet().stream()
                    .filter(layer -> !before.contains(layer))
                    .toList());
        }
    }
}
