package org.netloom.training.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.netloom.training.Evaluation;

/** Which class was taken for which: rows are what it was, columns what the network said; the stronger the colour, the more often. */
final class ConfusionTable extends NativeTable {

    ConfusionTable(List<Evaluation.ClassFigures> classes, List<List<Integer>> confusion) {
        addClassNames("netloom-confusion", "netloom-figures");
        setCaption(classes);
        NativeTableRow top = getHead().addRow();
        NativeTableHeaderCell corner = new NativeTableHeaderCell(getTranslation("run.confusion.corner"));
        corner.addClassName("corner");
        top.add(corner);
        classes.forEach(each -> top.add(header(each.name(), "col")));
        for (int actual = 0; actual < confusion.size(); actual++) {
            NativeTableRow row = getBody().addRow();
            row.add(header(classes.get(actual).name(), "row"));
            for (int predicted = 0; predicted < classes.size(); predicted++) {
                row.add(cell(classes, actual, predicted, confusion.get(actual).get(predicted)));
            }
        }
    }

    private void setCaption(List<Evaluation.ClassFigures> classes) {
        getElement().setAttribute("aria-label", getTranslation("run.confusion.caption", classes.size()));
    }

    private NativeTableCell cell(List<Evaluation.ClassFigures> classes, int actual, int predicted, int count) {
        Evaluation.ClassFigures was = classes.get(actual);
        double share = was.support() == 0 ? 0 : (double) count / was.support();
        NativeTableCell cell = new NativeTableCell(Figures.whole(count));
        cell.addClassName(actual == predicted ? "right" : "wrong");
        if (count == 0) {
            cell.addClassName("none");
        }
        // Mistakes are rare in a good network; the root lets them show beside the large diagonal.
        double strength = actual == predicted ? share : Math.sqrt(share);
        cell.getStyle().set("--share", Long.toString(Math.round(strength * 100)) + "%");
        cell.setTitle(getTranslation(
                actual == predicted ? "run.confusion.right" : "run.confusion.wrong",
                Figures.whole(count),
                Figures.whole(was.support()),
                was.name(),
                classes.get(predicted).name()));
        return cell;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
