package org.netloom.editor.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.netloom.design.Layer;
import org.netloom.editor.Change;
import org.netloom.editor.Editing;
import org.netloom.editor.Project;
import org.netloom.workspace.Access;
import org.netloom.workspace.Person;

/** Finds out what others did to the layers that somebody has selected. */
final class Colleagues {

    private final Access access;
    private final Editing editing;

    Colleagues(Access access, Editing editing) {
        this.access = access;
        this.editing = editing;
    }

    /**
     * What others did.
     *
     * @param changedBy names of people by marks of what is open, as in {@link org.netloom.design.Footprint}
     * @param removed names of people by the names of selected layers that they removed
     */
    record Deeds(Map<String, String> changedBy, Map<String, String> removed) {}

    Deeds since(Project before, Project now, Scope open, List<String> selected) {
        if (before.revision() >= now.revision()) {
            return new Deeds(Map.of(), Map.of());
        }
        UUID me = access.current().map(Person::account).orElse(null);
        String place = open.block().map(block -> "#" + block.id() + "/").orElse("");
        Map<String, String> changedBy = new HashMap<>();
        Map<String, String> removed = new LinkedHashMap<>();
        for (Change change : editing.changes(now.id(), before.revision())) {
            if (!Objects.equals(change.account(), me)) {
                for (String mark : change.touched()) {
                    if (mark.startsWith(place)) {
                        changedBy.put(mark.substring(place.length()), change.name());
                    }
                }
            }
        }
        for (String layer : selected) {
            String who = changedBy.get(layer + "!");
            boolean gone = place.isEmpty() && !now.design().layers().containsKey(layer);
            if (who != null && gone) {
                removed.put(open.design().layer(layer).map(Layer::name).orElse(layer), who);
            }
        }
        return new Deeds(changedBy, removed);
    }
}
