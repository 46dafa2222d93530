package org.netloom.datasets.ui;

import com.vaadin.flow.component.Component;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/** What a dataset is, in the words of the pages. */
final class DatasetWords {

    private DatasetWords() {}

    static String size(Component page, DatasetInfo info) {
        return info.size() == 1
                ? page.getTranslation("data.example")
                : page.getTranslation("data.examples", Figures.count(info.size()));
    }

    static String input(Component page, DatasetInfo info) {
        return switch (info.input()) {
            case Shape.Vector vector ->
                vector.features() == 1
                        ? page.getTranslation("data.feature")
                        : page.getTranslation("data.features", Figures.count(vector.features()));
            case Shape.Image image -> page.getTranslation("data.images", image.height() + " × " + image.width());
            case Shape.Sequence sequence
            when info.hasCodes() ->
                page.getTranslation(
                        "data.codes",
                        sequence.steps(),
                        Figures.count(info.vocabulary().size() - 1L));
            case Shape.Sequence sequence ->
                page.getTranslation("data.sequences", sequence.features() + " × " + sequence.steps());
        };
    }

    static String target(Component page, DatasetInfo info) {
        int size = info.target().size();
        return switch (info.target()) {
            case Target.Classes classes -> page.getTranslation("data.classes", size);
            case Target.ClassesPerStep classes -> page.getTranslation("data.classes.steps", size);
            case Target.Numbers numbers ->
                size == 1 ? page.getTranslation("data.number") : page.getTranslation("data.numbers", size);
        };
    }
}
