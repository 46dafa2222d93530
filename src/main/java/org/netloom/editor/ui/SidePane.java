package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.netloom.design.Block;
import org.netloom.design.Layer;

/** At the right: the selected layer, what can be done with several, the open block, or else the plan. */
final class SidePane extends Div {

    private final Inspector inspector;
    private final SelectionPanel selection;
    private final BlockPanel block;
    private final PlanPanel plan;

    SidePane(Inspector inspector, SelectionPanel selection, BlockPanel block, PlanPanel plan) {
        this.inspector = inspector;
        this.selection = selection;
        this.block = block;
        this.plan = plan;
        addClassName("netloom-side");
    }

    /** @param changedBy names of colleagues by the mark of what they have just changed */
    void show(OpenProject open, List<String> selected, Map<String, String> changedBy) {
        Scope scope = open.scope();
        boolean editable = open.editable();
        Layer layer = selected.size() == 1 ? scope.design().layers().get(selected.get(0)) : null;
        Block inside = scope.block().orElse(null);
        if (layer != null) {
            inspector.show(scope, layer, editable);
            inspector.mark(layer.id(), changedBy);
            put(inspector);
        } else if (editable && selected.size() > 1) {
            selection.show(selected);
            put(selection);
        } else if (inside != null) {
            block.showOpen(inside, editable);
            put(block);
        } else {
            plan.show(open.project(), open.check(), editable);
            put(plan);
        }
    }

    private void put(Component wanted) {
        if (wanted.getParent().isEmpty()) {
            removeAll();
            add(wanted);
        }
    }
}
