package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import org.netloom.design.Shape;
import org.netloom.training.Evaluation;

/** How good the trained network is on examples it has never seen. */
final class EvaluationPanel extends Div {

    EvaluationPanel(Evaluation evaluation) {
        addClassName("netloom-evaluation");
        switch (evaluation) {
            case Evaluation.OfClasses classes -> show(classes);
            case Evaluation.OfNumbers numbers -> show(numbers);
            case Evaluation.OfReconstructions reconstructions -> show(reconstructions);
            case Evaluation.OfRivals rivals -> show(rivals);
        }
    }

    private void show(Evaluation.OfClasses classes) {
        Div tiles = new Div(
                Tile.share(getTranslation("run.evaluation.accuracy"), classes.accuracy())
                        .leading(),
                Tile.share(getTranslation("run.evaluation.f1.macro"), classes.f1()),
                Tile.share(getTranslation("run.evaluation.precision.macro"), classes.precision()),
                Tile.share(getTranslation("run.evaluation.recall.macro"), classes.recall()),
                new Tile(getTranslation("run.evaluation.examples"), Figures.whole(classes.examples()), ""));
        tiles.addClassName("netloom-tiles");
        Div perClass = new Div(new H3(getTranslation("run.evaluation.classes")), scrolling(perClass(classes)));
        Div confusion = new Div(
                new H3(getTranslation("run.evaluation.confusion")),
                scrolling(new ConfusionTable(classes.classes(), classes.confusion())));
        Div tables = new Div(perClass, confusion);
        tables.addClassName("netloom-columns");
        add(tiles, tables);
    }

    private void show(Evaluation.OfNumbers numbers) {
        Div tiles = new Div(
                Tile.loss(getTranslation("run.evaluation.r2"), numbers.r2()).leading(),
                Tile.loss(getTranslation("run.evaluation.rmse"), numbers.rmse()),
                Tile.loss(getTranslation("run.evaluation.mae"), numbers.mae()),
                new Tile(getTranslation("run.evaluation.examples"), Figures.whole(numbers.examples()), ""));
        tiles.addClassName("netloom-tiles");
        add(tiles);
        if (numbers.outputs().size() > 1) {
            add(new H3(getTranslation("run.evaluation.outputs")), scrolling(perOutput(numbers)));
        }
    }

    private void show(Evaluation.OfReconstructions reconstructions) {
        Div tiles = new Div(
                Tile.loss(getTranslation("run.evaluation.mse"), reconstructions.mse())
                        .leading(),
                Tile.loss(getTranslation("run.evaluation.mae"), reconstructions.mae()),
                new Tile(getTranslation("run.evaluation.examples"), Figures.whole(reconstructions.examples()), ""));
        tiles.addClassName("netloom-tiles");
        add(tiles);
        if (reconstructions.shape() instanceof Shape.Image image
                && !reconstructions.first().isEmpty()) {
            add(new H3(getTranslation("run.evaluation.pairs")), new PicturePairs(image, reconstructions.first()));
        }
    }

    private void show(Evaluation.OfRivals rivals) {
        Div tiles = new Div(
                Tile.share(getTranslation("run.evaluation.fooled"), rivals.fooled())
                        .leading(),
                Tile.share(getTranslation("run.evaluation.discriminator"), rivals.accuracy()),
                Tile.share(getTranslation("run.evaluation.real"), rivals.real()),
                new Tile(getTranslation("run.evaluation.examples.real"), Figures.whole(rivals.realExamples()), ""),
                new Tile(
                        getTranslation("run.evaluation.examples.generated"),
                        Figures.whole(rivals.generatedExamples()),
                        ""));
        tiles.addClassName("netloom-tiles");
        add(tiles, new Paragraph(getTranslation("run.evaluation.rivals")));
    }

    private NativeTable perClass(Evaluation.OfClasses classes) {
        NativeTable table = table(
                "run.evaluation.class",
                "run.evaluation.precision",
                "run.evaluation.recall",
                "run.evaluation.f1",
                "run.evaluation.support");
        classes.classes()
                .forEach(each -> row(
                        table,
                        each.name(),
                        share(each.precision()),
                        share(each.recall()),
                        share(each.f1()),
                        cell(Figures.whole(each.support()), "")));
        return table;
    }

    private NativeTable perOutput(Evaluation.OfNumbers numbers) {
        NativeTable table =
                table("run.evaluation.output", "run.evaluation.r2", "run.evaluation.rmse", "run.evaluation.mae");
        numbers.outputs()
                .forEach(each -> row(table, each.name(), loss(each.r2()), loss(each.rmse()), loss(each.mae())));
        return table;
    }

    private NativeTable table(String... columns) {
        NativeTable table = new NativeTable();
        table.addClassNames("netloom-table", "netloom-figures");
        NativeTableRow head = table.getHead().addRow();
        for (String column : columns) {
            head.add(header(getTranslation(column), "col"));
        }
        return table;
    }

    private static void row(NativeTable table, String name, NativeTableCell... cells) {
        NativeTableRow row = table.getBody().addRow();
        row.add(header(name, "row"));
        row.add(cells);
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }

    private static NativeTableCell share(double value) {
        return cell(Figures.percent(value), Figures.exact(value));
    }

    private static NativeTableCell loss(double value) {
        return cell(Figures.loss(value), Figures.exact(value));
    }

    private static NativeTableCell cell(String text, String exact) {
        NativeTableCell cell = new NativeTableCell(text);
        if (!exact.isEmpty()) {
            cell.setTitle(exact);
        }
        return cell;
    }

    /** Wide tables move inside their frame, reachable by keyboard, and the page stays still. */
    private Div scrolling(NativeTable table) {
        Div frame = new Div(table);
        frame.addClassName("netloom-scrolling");
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("run.evaluation.table"));
        return frame;
    }
}
