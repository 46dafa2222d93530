package org.netloom.datasets.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.netloom.datasets.Preview.Statistic;

/** Smallest, mean, largest and spread of every column; the exact value on hover. */
class StatisticsTable extends NativeTable {

    StatisticsTable(List<Statistic> statistics) {
        addClassNames("netloom-table", "netloom-table-named", "netloom-figures");
        NativeTableRow head = getHead().addRow();
        for (String column : List.of("data.column", "data.least", "data.mean", "data.most", "data.deviation")) {
            head.add(new NativeTableHeaderCell(getTranslation(column)));
        }
        statistics.forEach(statistic -> {
            NativeTableRow line = getBody().addRow();
            line.add(new NativeTableCell(statistic.name()));
            line.add(
                    figure(statistic.least()),
                    figure(statistic.mean()),
                    figure(statistic.most()),
                    figure(statistic.deviation()));
        });
    }

    private static NativeTableCell figure(double value) {
        NativeTableCell cell = new NativeTableCell(Figures.short3(value));
        cell.setTitle(Double.toString(value));
        return cell;
    }
}
