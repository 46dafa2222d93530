package org.netloom.datasets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.IntStream;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Preview;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/** The first examples of a dataset, one a row: features, then what is to be predicted. */
class ExampleTable extends NativeTable {

    private final transient DatasetInfo info;

    ExampleTable(Preview preview, int most) {
        info = preview.info();
        addClassNames("netloom-table", "netloom-figures");
        setClassName("netloom-table-texts", info.hasCodes());
        NativeTableRow head = getHead().addRow();
        if (info.hasCodes()) {
            head.add(new NativeTableHeaderCell(getTranslation("data.text")));
        }
        info.featureNames().forEach(name -> head.add(new NativeTableHeaderCell(name)));
        List<String> targets = info.target().names();
        switch (info.target()) {
            case Target.Classes classes -> head.add(target(new NativeTableHeaderCell(getTranslation("data.class"))));
            case Target.ClassesPerStep classes ->
                head.add(target(new NativeTableHeaderCell(getTranslation("data.classes.each"))));
            case Target.Numbers numbers -> targets.forEach(name -> head.add(target(new NativeTableHeaderCell(name))));
        }
        spread(preview.rows(), most).forEach(row -> {
            NativeTableRow line = getBody().addRow();
            features(line, row);
            if (row.label() >= 0) {
                line.add(target(new NativeTableCell(targets.get(row.label()))));
            }
            if (row.labels().length > 0) {
                line.add(target(new NativeTableCell(SequenceText.labels(info, row))));
            }
            for (float value : row.numbers()) {
                line.add(target(new NativeTableCell(Figures.exact(value))));
            }
        });
    }

    private void features(NativeTableRow line, Preview.Row row) {
        if (info.input() instanceof Shape.Sequence sequence) {
            for (int feature = 0; feature < sequence.features(); feature++) {
                line.add(new NativeTableCell(SequenceText.of(info, row, sequence, feature)));
            }
        } else {
            for (float value : row.features()) {
                line.add(new NativeTableCell(Figures.exact(value)));
            }
        }
    }

    /** Rows from the whole of the preview, so that a table sorted by class shows every class. */
    static List<Preview.Row> spread(List<Preview.Row> rows, int most) {
        int shown = Math.min(most, rows.size());
        return IntStream.range(0, shown)
                .mapToObj(at -> rows.get((int) ((long) at * rows.size() / shown)))
                .toList();
    }

    private static <C extends Component & HasStyle> C target(C cell) {
        cell.addClassName("netloom-table-target");
        return cell;
    }
}
