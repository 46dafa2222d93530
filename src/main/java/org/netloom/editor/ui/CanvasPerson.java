package org.netloom.editor.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Position;
import org.netloom.editor.Present;

/**
 * Somebody else as the canvas draws them.
 *
 * @param selected ids of cards
 * @param pointing whether there is a cursor to draw
 */
public record CanvasPerson(
        String id, String name, int colour, List<String> selected, boolean pointing, double x, double y) {

    /**
     * What of a person is seen by somebody who has opened this; where they are inside of a block that is seen from outside, it is the
     * block that they are at.
     */
    static CanvasPerson of(Present person, String name, List<String> open) {
        List<String> path = person.path();
        boolean same = path.equals(open);
        boolean inside = !same
                && path.size() > open.size()
                && path.subList(0, open.size()).equals(open);
        List<String> selected = same ? person.selected() : inside ? List.of(path.get(open.size())) : List.of();
        @Nullable Position cursor = same ? person.cursor() : null;
        return new CanvasPerson(
                person.tab().toString(),
                name,
                person.colour(),
                selected,
                cursor != null,
                cursor == null ? 0 : cursor.x(),
                cursor == null ? 0 : cursor.y());
    }
}
