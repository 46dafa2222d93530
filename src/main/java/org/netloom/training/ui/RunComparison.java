package org.netloom.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.netloom.training.Run;
import org.netloom.training.store.RunSearch;

/** Several runs over each other: their curves, and the settings in which they differ. */
final class RunComparison extends Section {

    private static final int HUES = 8;

    RunComparison(List<RunSearch.Found> runs) {
        addClassNames("netloom-panel", "netloom-comparison");
        H2 title = new H2(getTranslation("runs.compare.title", runs.size()));
        title.getElement().setAttribute("tabindex", "-1");
        Div charts = new Div(
                chart(LiveChart.Group.LOSS, "run.chart.loss", runs),
                chart(LiveChart.Group.ACCURACY, "run.chart.accuracy", runs));
        charts.addClassNames("netloom-columns", "netloom-charts");
        add(title, charts, new H3(getTranslation("runs.compare.differences")), table(runs));
    }

    /** Puts the person's place here, so that what they asked for is what they look at. */
    void takeFocus() {
        getElement()
                .executeJs(
                        "this.scrollIntoView({block: 'start'}); this.querySelector('h2').focus({preventScroll: true})");
    }

    private Div chart(LiveChart.Group group, String title, List<RunSearch.Found> runs) {
        LiveChart chart = new LiveChart(group);
        chart.setRuns(java.util.stream.IntStream.range(0, runs.size())
                .mapToObj(i -> new LiveChart.Curves(runs.get(i).run().id(), label(runs, i), hue(i)))
                .toList());
        Div part = new Div(new H3(getTranslation(title)), chart);
        part.addClassName("netloom-chart");
        return part;
    }

    /** The project is named only where the runs come from several. */
    private static String label(List<RunSearch.Found> runs, int which) {
        RunSearch.Found found = runs.get(which);
        boolean several =
                runs.stream().map(each -> each.run().project()).distinct().count() > 1;
        return several
                ? found.projectName() + " · " + found.run().name()
                : found.run().name();
    }

    private static String hue(int which) {
        return "var(--netloom-hue-" + (which % HUES + 1) + ")";
    }

    private Div table(List<RunSearch.Found> runs) {
        NativeTable table = new NativeTable();
        table.addClassNames("netloom-table", "netloom-figures");
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(getTranslation("runs.compare.setting")));
        for (int i = 0; i < runs.size(); i++) {
            Span mark = new Span();
            mark.addClassName("netloom-hue");
            mark.getStyle().set("background", hue(i));
            NativeTableHeaderCell cell = new NativeTableHeaderCell(
                    mark, new Anchor("runs/" + runs.get(i).run().id(), label(runs, i)));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        List<PlanDifferences.Row> differences = PlanDifferences.between(
                runs.stream().map(found -> found.run().snapshot().plan()).toList());
        differences.forEach(row -> row(table, row.label(), row.values()));
        ifDiffers(
                table,
                "runs.compare.revision",
                runs,
                run -> Figures.whole(run.snapshot().designRevision()));
        ifDiffers(
                table,
                "runs.column.parameters",
                runs,
                run -> run.outcome().parameters().map(Figures::count).orElse("–"));
        Div frame = new Div();
        if (table.getBody().getRows().isEmpty()) {
            frame.add(new Paragraph(getTranslation("runs.compare.same")));
        }
        row(table, getTranslation("run.tile.train"), runs, run -> run.outcome().trainLoss(), Figures::loss);
        row(
                table,
                getTranslation("run.tile.validation"),
                runs,
                run -> run.outcome().validationLoss(),
                Figures::loss);
        row(
                table,
                getTranslation("run.tile.accuracy"),
                runs,
                run -> run.outcome().validationAccuracy(),
                Figures::percent);
        frame.add(table);
        frame.addClassName("netloom-scrolling");
        return frame;
    }

    private static void row(
            NativeTable table,
            String name,
            List<RunSearch.Found> runs,
            Function<Run, Optional<Double>> value,
            Function<Double, String> said) {
        row(
                        table,
                        name,
                        runs.stream()
                                .map(found -> value.apply(found.run()).map(said).orElse("–"))
                                .toList())
                .addClassName("result");
    }

    private void ifDiffers(NativeTable table, String key, List<RunSearch.Found> runs, Function<Run, String> value) {
        List<String> values =
                runs.stream().map(found -> value.apply(found.run())).toList();
        if (values.stream().distinct().count() > 1) {
            row(table, getTranslation(key), values);
        }
    }

    private static NativeTableRow row(NativeTable table, String name, List<String> values) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell header = new NativeTableHeaderCell(name);
        header.getElement().setAttribute("scope", "row");
        row.add(header);
        values.forEach(value -> row.add(new NativeTableCell(value)));
        return row;
    }
}
