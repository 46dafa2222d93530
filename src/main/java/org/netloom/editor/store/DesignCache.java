package org.netloom.editor.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.netloom.design.Design;
import org.netloom.format.DesignJson;

/**
 * The newest design of each project in use, so that fifty open pages read one document once. Compared by its text: a revision that was
 * rolled back can never be mistaken for the one that took its place.
 */
final class DesignCache {

    private static final long MOST_CHARACTERS = 20_000_000;

    private final Map<UUID, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    private record Entry(String text, Design design) {}

    Design read(UUID project, String text) {
        synchronized (entries) {
            Entry known = entries.get(project);
            if (known != null && known.text().equals(text)) {
                return known.design();
            }
        }
        Design design = DesignJson.read(text).get();
        put(project, text, design);
        return design;
    }

    void put(UUID project, String text, Design design) {
        synchronized (entries) {
            Entry old = entries.put(project, new Entry(text, design));
            characters += text.length() - (old == null ? 0 : old.text().length());
            Iterator<Entry> oldest = entries.values().iterator();
            while (characters > MOST_CHARACTERS && entries.size() > 1) {
                characters -= oldest.next().text().length();
                oldest.remove();
            }
        }
    }
}
