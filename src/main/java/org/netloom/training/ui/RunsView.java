package org.netloom.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Result;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.training.store.RunSearch;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;
import org.netloom.workspace.ui.Notices;

/** All runs of the workspace, to find, watch, stop and compare. */
@Route("runs")
@Menu(title = "shell.nav.runs", order = 20, icon = "vaadin:line-chart")
@Needs(Action.SEE)
@PermitAll
@CssImport("./theme/runs.css")
class RunsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration CALM = Duration.ofSeconds(2);

    private final transient Runs runs;
    private final UUID workspace;
    private final TextField text = new TextField();
    private final Select<RunState.@Nullable Kind> state = new Select<>();
    private final Button compare = new Button();
    private final RunTable table;
    private final Div comparison = new Div();
    private final Div nothing = new Div();
    private boolean reading;

    RunsView(Runs runs, Access access, Workspaces workspaces, DatasetCatalog datasets, Pulse pulse) {
        this.runs = runs;
        workspace = workspaces.current().id();
        table = new RunTable(
                runs,
                datasets,
                filter(),
                access.allows(workspace, Action.TRAIN) ? Optional.of(this::stop) : Optional.empty());
        table.addSelectionListener(
                selection -> selected(selection.getAllSelectedItems().size()));
        addClassNames("netloom-page", "netloom-runs");
        add(new H1(getTranslation("runs.title")), bar(), nothing, table, comparison);
        pulse.whileAttached(this, CALM, this::look);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("runs.page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        reading = true;
        text.setValue(parameters.getSingleParameter("q").orElse(""));
        state.setValue(
                parameters.getSingleParameter("state").flatMap(RunsView::kind).orElse(null));
        reading = false;
        refilter();
    }

    private Div bar() {
        text.setPlaceholder(getTranslation("runs.filter"));
        text.setAriaLabel(getTranslation("runs.filter"));
        text.setPrefixComponent(new Icon("vaadin:search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> filtered());
        state.setAriaLabel(getTranslation("runs.filter.state"));
        state.setItems(RunState.Kind.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("runs.filter.every"));
        state.setItemLabelGenerator(
                kind -> kind == null ? getTranslation("runs.filter.every") : getTranslation("run.state." + kind.id()));
        state.addValueChangeListener(change -> filtered());
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        compare.addClickListener(click -> compare());
        selected(0);
        Div bar = new Div(text, state, compare);
        bar.addClassName("netloom-bar");
        return bar;
    }

    private RunTable.Filter filter() {
        return new RunTable.Filter(
                workspace, Optional.ofNullable(text.getValue()).orElse(""), Optional.ofNullable(state.getValue()));
    }

    private void filtered() {
        if (!reading) {
            refilter();
            getUI().ifPresent(page -> page.getPage().getHistory().replaceState(null, address()));
        }
    }

    private void refilter() {
        table.filter(filter());
        emptiness();
    }

    private Location address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        RunTable.Filter filter = filter();
        if (!filter.text().isBlank()) {
            parameters.put("q", filter.text());
        }
        filter.state().ifPresent(kind -> parameters.put("state", kind.id()));
        return new Location("runs", QueryParameters.simple(parameters));
    }

    private static Optional<RunState.Kind> kind(String id) {
        return Arrays.stream(RunState.Kind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst();
    }

    private void look() {
        table.look();
        emptiness();
    }

    /** A page without runs says what belongs here, or that the filter hides them. */
    private void emptiness() {
        RunTable.Filter filter = filter();
        boolean empty = runs.count(filter.query("created", true, 0, 1)) == 0;
        boolean filtering = !filter.text().isBlank() || filter.state().isPresent();
        table.setVisible(!empty);
        nothing.setVisible(empty);
        nothing.removeAll();
        if (empty && filtering) {
            nothing.add(
                    new Paragraph(getTranslation("runs.none.filtered")),
                    new Button(getTranslation("runs.none.clear"), click -> clear()));
        } else if (empty) {
            Anchor home = new Anchor("", getTranslation("runs.none.home"));
            home.addClassName("netloom-action");
            nothing.add(
                    new H2(getTranslation("runs.none.title")), new Paragraph(getTranslation("runs.none.text")), home);
        }
        nothing.setClassName("netloom-empty");
    }

    private void clear() {
        text.clear();
        state.clear();
        text.focus();
    }

    private void selected(int count) {
        compare.setEnabled(count > 1);
        compare.setText(count > 1 ? getTranslation("runs.compare.count", count) : getTranslation("runs.compare"));
        compare.setTooltipText(count > 1 ? "" : getTranslation("runs.compare.help"));
        if (count < 2) {
            comparison.removeAll();
        }
    }

    private void compare() {
        List<RunSearch.Found> chosen = table.getSelectedItems().stream()
                .map(found -> new RunSearch.Found(runs.get(found.run().id()), found.projectName()))
                .sorted(java.util.Comparator.comparing(
                        found -> found.run().snapshot().queuedAt()))
                .toList();
        RunComparison shown = new RunComparison(chosen);
        comparison.removeAll();
        comparison.add(shown);
        shown.takeFocus();
    }

    private void stop(Run run) {
        if (runs.stop(run.id()) instanceof Result.Refused<Run> refused) {
            Notices.refused(refused.problems());
        }
    }
}
