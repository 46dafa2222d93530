package org.netloom.editor.ui;

import java.util.List;
import org.netloom.editor.Present;

/** Shows who else is here: in the bar, and on the canvas as they are seen from what is open there. */
final class Company {

    private final People people;
    private final NetworkCanvas canvas;
    private final Workplace workplace;
    private List<Present> others = List.of();

    Company(People people, NetworkCanvas canvas, Workplace workplace) {
        this.people = people;
        this.canvas = canvas;
        this.workplace = workplace;
    }

    void show(List<Present> now) {
        others = now;
        people.show(others);
        draw();
    }

    /** Draws them anew on the canvas, after something else has been opened there. */
    void draw() {
        List<String> open = workplace.scope().path();
        canvas.showPeople(others.stream()
                .map(each -> CanvasPerson.of(each, people.name(each), open))
                .toList());
    }
}
