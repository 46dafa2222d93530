package org.netloom.editor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Position;

/**
 * Somebody who has a project open in one page.
 *
 * @param account none: a visitor
 * @param name empty for visitors
 * @param path ids of the uses that lead to the block that is open; none: the whole design
 * @param cursor where they point at on the canvas
 */
public record Present(
        UUID tab,
        UUID project,
        @Nullable UUID account,
        String name,
        List<String> path,
        List<String> selected,
        @Nullable Position cursor) {

    /** How many colours there are. */
    public static final int COLOURS = 8;

    private static final int MOST_SELECTED = 200;

    public Present {
        path = List.copyOf(path);
        selected = List.copyOf(selected.subList(0, Math.min(selected.size(), MOST_SELECTED)));
    }

    /** The same for a person wherever they are. */
    public int colour() {
        return Math.floorMod((account == null ? tab : account).hashCode(), COLOURS);
    }

    Present at(List<String> newPath, List<String> newSelected) {
        return new Present(tab, project, account, name, newPath, newSelected, newPath.equals(path) ? cursor : null);
    }

    Present pointing(@Nullable Position newCursor) {
        return new Present(tab, project, account, name, path, selected, newCursor);
    }
}
