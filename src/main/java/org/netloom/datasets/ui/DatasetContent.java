package org.netloom.datasets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.netloom.datasets.Preview;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/** What is in a dataset: a picture or images, the balance of its classes, figures of every column, the first examples. */
class DatasetContent extends Div {

    private static final int IMAGES = 60;
    private static final int ROWS = 12;
    private static final int SEQUENCES = 16;

    private final transient Preview preview;

    DatasetContent(Preview preview) {
        this.preview = preview;
        addClassName("netloom-dataset-panels");
        if (preview.info().input() instanceof Shape.Image shape) {
            add(panel("data.samples", images(shape), true));
        } else if (SequencePicture.suits(preview) && preview.info().input() instanceof Shape.Sequence sequence) {
            add(panel("data.sequences.some", sequences(sequence), true));
        } else if (preview.info().hasCodes()) {
            add(panel("data.rows", new ExampleTable(preview, ROWS), true));
        } else if (ScatterPicture.suits(preview)) {
            add(panel("data.picture", picture(), false));
        }
        switch (preview.info().target()) {
            case Target.Classes classes -> add(panel("data.balance", histogram(classes.names()), false));
            case Target.ClassesPerStep classes -> add(panel("data.balance.steps", histogram(classes.names()), false));
            case Target.Numbers numbers -> {}
        }
        if (!preview.statistics().isEmpty()) {
            add(panel("data.statistics", new StatisticsTable(preview.statistics()), false));
        }
        if (preview.info().input() instanceof Shape.Vector) {
            add(panel("data.rows", new ExampleTable(preview, ROWS), false));
        }
    }

    private Section panel(String title, Component content, boolean wide) {
        Section panel = new Section(new H2(getTranslation(title)), content);
        panel.addClassName("netloom-panel");
        panel.setClassName("netloom-panel-wide", wide);
        return panel;
    }

    private Div images(Shape.Image shape) {
        Div grid = new Div();
        grid.addClassName("netloom-image-grid");
        List<String> names = preview.info().target().names();
        preview.rows().stream().limit(IMAGES).forEach(row -> {
            String label = row.label() < 0 ? String.valueOf(row.index()) : names.get(row.label());
            Image image = new Image(PixelPicture.address(List.of(row), shape, 1), label);
            Div cell = new Div(image, new Span(label));
            cell.setTitle(getTranslation("data.image", row.index(), label));
            grid.add(cell);
        });
        return grid;
    }

    private Div sequences(Shape.Sequence shape) {
        Div drawing = new Div();
        drawing.addClassName("netloom-sequences");
        String description = getTranslation("data.glimpse", preview.info().name());
        drawing.getElement().setProperty("innerHTML", SequencePicture.svg(preview, shape, SEQUENCES, 4, description));
        Span legend = new Span(getTranslation("data.sequences." + legendKey(shape)));
        legend.addClassName("netloom-soft");
        return new Div(drawing, legend);
    }

    private String legendKey(Shape.Sequence shape) {
        return switch (preview.info().target()) {
            case Target.Classes classes -> "class";
            case Target.ClassesPerStep classes -> "classes";
            case Target.Numbers numbers -> shape.features() == 1 && numbers.size() == 1 ? "next" : "numbers";
        };
    }

    private Div picture() {
        Div drawing = new Div();
        drawing.addClassName("netloom-scatter");
        String description = getTranslation("data.glimpse", preview.info().name());
        drawing.getElement().setProperty("innerHTML", ScatterPicture.svg(preview, 1_000, description));
        List<String> axes = ScatterPicture.axes(preview);
        Span legend = new Span(legend(axes));
        legend.addClassName("netloom-soft");
        return new Div(drawing, legend);
    }

    private String legend(List<String> axes) {
        if (preview.info().target() instanceof Target.Numbers numbers
                && preview.info().featureNames().size() == 2) {
            Preview.Statistic hue =
                    preview.statistics().get(preview.statistics().size() - 1);
            return getTranslation(
                    "data.axes.hue",
                    axes.get(0),
                    axes.get(1),
                    numbers.names().get(0),
                    Figures.short3(hue.least()),
                    Figures.short3(hue.most()));
        }
        return getTranslation("data.axes", axes.get(0), axes.get(1));
    }

    private Div histogram(List<String> names) {
        Div bars = new Div();
        bars.addClassNames("netloom-bars", "netloom-figures");
        int most =
                preview.histogram().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int index = 0; index < names.size(); index++) {
            int count = preview.histogram().get(index);
            Div bar = new Div();
            bar.addClassNames("netloom-bar", names.size() <= 3 ? "netloom-bar-" + index : "netloom-bar-any");
            bar.getStyle().setWidth(100.0 * count / most + "%");
            bars.add(new Span(names.get(index)), new Div(bar), new Span(Figures.count(count)));
        }
        return bars;
    }
}
