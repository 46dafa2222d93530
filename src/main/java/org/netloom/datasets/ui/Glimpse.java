package org.netloom.datasets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import org.netloom.datasets.Preview;
import org.netloom.design.Shape;

/** A dataset at one glance: points, images or the head of its table. */
class Glimpse extends Div {

    private static final int STRIP_COLUMNS = 8;
    private static final int STRIP_LINES = 4;

    /** Still being loaded. */
    Glimpse() {
        addClassNames("netloom-glimpse", "netloom-skeleton");
    }

    void show(Preview preview) {
        removeAll();
        removeClassName("netloom-skeleton");
        String description = getTranslation("data.glimpse", preview.info().name());
        if (preview.info().input() instanceof Shape.Image shape) {
            var shown = preview.rows().subList(0, Math.min(preview.rows().size(), STRIP_COLUMNS * STRIP_LINES));
            Image strip = new Image(PixelPicture.address(shown, shape, STRIP_COLUMNS), description);
            strip.addClassName("netloom-glimpse-images");
            add(strip);
        } else if (SequencePicture.suits(preview) && preview.info().input() instanceof Shape.Sequence sequence) {
            getElement().setProperty("innerHTML", SequencePicture.svg(preview, sequence, 4, 2, description));
        } else if (ScatterPicture.suits(preview)
                && preview.info().featureNames().size() <= 2) {
            getElement().setProperty("innerHTML", ScatterPicture.svg(preview, 340, description));
        } else {
            add(new ExampleTable(preview, 5));
        }
    }

    void say(String text) {
        removeAll();
        removeClassName("netloom-skeleton");
        addClassName("netloom-glimpse-words");
        add(new Span(text));
    }
}
