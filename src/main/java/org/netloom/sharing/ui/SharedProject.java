package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.editor.Project;
import org.netloom.editor.ui.DesignReading;
import org.netloom.sharing.Subject;
import org.netloom.training.Run;
import org.netloom.training.ui.Ago;
import org.netloom.training.ui.Entry;
import org.netloom.training.ui.LiveChart;
import org.netloom.training.ui.StateBadge;

/** A project, to look at: its design, its notes, and its runs with their curves. */
final class SharedProject extends Div {

    private static final int MOST_CURVES = 6;
    private static final int MOST_RUNS = 100;
    private static final List<String> COLUMNS = List.of(
            "runs.column.name",
            "runs.column.state",
            "runs.column.train",
            "runs.column.validation",
            "runs.column.accuracy",
            "runs.column.queued");

    private final transient SharedPlaces places;
    private final UUID id;
    private final String addressOfRuns;
    private final String name;
    private final DesignReading design;
    private final Section runs = new Section();
    private final LiveChart curves = new LiveChart(LiveChart.Group.LOSS);
    private final Div table = new Div();
    private long revision;
    private transient List<Run> shown = List.of();

    SharedProject(SharedPlaces places, UUID id, String addressOfRuns, Entry entry) {
        this.places = places;
        this.id = id;
        this.addressOfRuns = addressOfRuns;
        Project project = places.projects().get(id);
        name = project.name();
        revision = project.revision();
        design = new DesignReading(places.designs(), project);
        addClassName("netloom-shared-project");
        curves.addClassName("netloom-shared-curves");
        table.addClassName("netloom-scrolling");
        runs.addClassName("netloom-panel");
        runs.add(new H2(getTranslation("runs.title")), curves, table);
        add(
                new TagList(places.notes().tags(Subject.project(id))),
                design,
                new SharedNotes(places.notes().of(Subject.project(id))),
                runs);
        showRuns(project);
    }

    String name() {
        return name;
    }

    /** Shows what has changed. */
    void look() {
        Project project = places.projects().get(id);
        if (project.revision() != revision) {
            revision = project.revision();
            design.show(project);
        }
        showRuns(project);
    }

    private void showRuns(Project project) {
        List<Run> now = places.reports().runs().ofProject(project.workspace(), id).stream()
                .limit(MOST_RUNS)
                .toList();
        if (now.equals(shown)) {
            return;
        }
        boolean others = !ids(now).equals(ids(shown));
        shown = now;
        runs.setVisible(!now.isEmpty());
        if (others) {
            curves.setRuns(now.stream()
                    .limit(MOST_CURVES)
                    .map(run -> new LiveChart.Curves(run.id(), run.name(), ""))
                    .toList());
        }
        table.removeAll();
        table.add(table(now));
    }

    private static List<UUID> ids(List<Run> runs) {
        return runs.stream().map(Run::id).toList();
    }

    private NativeTable table(List<Run> all) {
        NativeTable made = new NativeTable();
        made.addClassNames("netloom-table", "netloom-figures");
        NativeTableRow head = made.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        all.forEach(run -> made.getBody()
                .addRow()
                .add(
                        cell(new Anchor(addressOfRuns + run.id(), run.name())),
                        cell(new StateBadge(run.state().kind())),
                        figure(run.outcome().trainLoss(), "%.4g"),
                        figure(run.outcome().validationLoss(), "%.4g"),
                        figure(run.outcome().validationAccuracy().map(share -> 100 * share), "%.1f %%"),
                        cell(new Ago(run.snapshot().queuedAt()))));
        return made;
    }

    private static NativeTableCell cell(Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        return cell;
    }

    private static NativeTableCell figure(Optional<Double> value, String pattern) {
        return cell(new Span(value.map(each -> String.format(java.util.Locale.ROOT, pattern, each))
                .orElse("–")));
    }
}
