package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
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

/** Finds out what others did to the layers that somebody has selected, and tells which of them are gone. */
final class Colleagues {

    private final Access access;
    private final Editing editing;
    private Map<String, String> changedBy = Map.of();

    Colleagues(Access access, Editing editing) {
        this.access = access;
        this.editing = editing;
    }

    /** Names of people by marks of what is open, as in {@link org.netloom.design.Footprint}. */
    Map<String, String> changedBy() {
        return changedBy;
    }

    /** Whoever looks goes on to something else, or changes it themselves. */
    void forget() {
        changedBy = Map.of();
    }

    /** @param before what was shown until now */
    void notice(OpenProject before, Project now, List<String> selected) {
        if (!selected.isEmpty()) {
            long known = before.project().revision();
            changedBy = known < now.revision() ? since(known, now, before.scope()) : Map.of();
            removed(now, before.scope(), selected).forEach(Colleagues::tell);
        }
    }

    private Map<String, String> since(long revision, Project now, Scope open) {
        UUID me = access.current().map(Person::account).orElse(null);
        String place = open.block().map(block -> "#" + block.id() + "/").orElse("");
        Map<String, String> names = new HashMap<>();
        for (Change change : editing.changes(now.id(), revision)) {
            if (!Objects.equals(change.account(), me)) {
                for (String mark : change.touched()) {
                    if (mark.startsWith(place)) {
                        names.put(mark.substring(place.length()), change.name());
                    }
                }
            }
        }
        return names;
    }

    /** Names of people by the names of selected layers that they removed. */
    private Map<String, String> removed(Project now, Scope open, List<String> selected) {
        Map<String, String> removed = new LinkedHashMap<>();
        for (String layer : selected) {
            String who = changedBy.get(layer + "!");
            boolean gone = !open.isInside() && !now.design().layers().containsKey(layer);
            if (who != null && gone) {
                removed.put(open.design().layer(layer).map(Layer::name).orElse(layer), who);
            }
        }
        return removed;
    }

    private static void tell(String layer, String who) {
        Notification.show(
                UI.getCurrent().getTranslation("editor.removed-by", who, layer),
                5000,
                Notification.Position.BOTTOM_CENTER);
    }
}
