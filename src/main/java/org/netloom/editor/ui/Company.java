package org.netloom.editor.ui;

import java.util.List;
import org.netloom.editor.Present;

/** Shows who else is here: in the bar, and on the canvas as they are seen from what is open there. */
final class Company {

    private final People people;
    private final NetworkCanvas canvas;
    private List<Present> others = List.of();
    private List<String> open = List.of();

    Company(People people, NetworkCanvas canvas) {
        this.people = people;
        this.canvas = canvas;
    }

    void show(List<Present> now) {
        others = now;
        people.show(others);
        draw();
    }

    /** @param path the uses that lead to what is open on the canvas */
    void seenFrom(List<String> path) {
        if (!path.equals(open)) {
            open = path;
            draw();
        }
    }

    private void draw() {
        canvas.showPeople(others.stream()
                .map(each -> CanvasPerson.of(each, people.name(each), open))
                .toList());
    }
}
