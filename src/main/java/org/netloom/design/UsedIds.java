package org.netloom.design;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids that a project has used up: what was removed never lends its id to something new, so that a comment, a run or a colleague's undo
 * never means another layer than it meant. For each stem such as {@code dense} the highest number is known that is gone.
 */
public record UsedIds(Map<String, Long> highest) {

    public static final UsedIds NONE = new UsedIds(Map.of());

    /** Stems that are remembered. Whoever makes up more than this does it to fill the memory. */
    static final int MOST_STEMS = 2_000;

    /** More digits than this are part of the stem. */
    private static final int LONGEST_NUMBER = 9;

    public UsedIds {
        highest = Collections.unmodifiableMap(new TreeMap<>(highest));
    }

    /** An id as stem and number; 0 where it has none. */
    record Numbered(String stem, long number) {
        static Numbered of(String id) {
            int end = id.length();
            while (end > 0 && Character.isDigit(id.charAt(end - 1)) && id.length() - end < LONGEST_NUMBER) {
                end--;
            }
            return end == id.length()
                    ? new Numbered(id, 0)
                    : new Numbered(id.substring(0, end), Long.parseLong(id.substring(end)));
        }
    }

    boolean isUsed(String id) {
        Numbered numbered = Numbered.of(id);
        Long gone = highest.get(numbered.stem());
        return gone != null && numbered.number() <= gone;
    }

    /** The highest number of a stem; 0 for one that is not known. */
    long highest(String stem) {
        return highest.getOrDefault(stem, 0L);
    }

    static UsedIds of(Set<String> ids) {
        Map<String, Long> highest = new HashMap<>();
        ids.forEach(id -> {
            Numbered numbered = Numbered.of(id);
            highest.merge(numbered.stem(), numbered.number(), Math::max);
        });
        return new UsedIds(highest);
    }

    /** With what is gone between two designs. */
    public UsedIds after(Design before, Design after) {
        Set<String> gone = new HashSet<>(ids(before));
        gone.removeAll(ids(after));
        before.blocks().forEach((id, block) -> {
            Block now = after.blocks().get(id);
            if (now != null && now.inside() != block.inside()) {
                block.inside().layers().keySet().stream()
                        .filter(layer -> !now.inside().layers().containsKey(layer))
                        .forEach(gone::add);
            }
        });
        before.layers().keySet().stream()
                .filter(layer -> !after.layers().containsKey(layer))
                .forEach(gone::add);
        if (gone.isEmpty()) {
            return this;
        }
        Map<String, Long> more = new TreeMap<>(highest);
        gone.forEach(id -> {
            Numbered numbered = Numbered.of(id);
            if (more.size() < MOST_STEMS || more.containsKey(numbered.stem())) {
                more.merge(numbered.stem(), numbered.number(), Math::max);
            }
        });
        return new UsedIds(more);
    }

    private static Set<String> ids(Design design) {
        Set<String> ids = new HashSet<>(design.layers().keySet());
        design.blocks().forEach((id, block) -> {
            ids.add(id);
            ids.addAll(block.inside().layers().keySet());
        });
        return ids;
    }
}
