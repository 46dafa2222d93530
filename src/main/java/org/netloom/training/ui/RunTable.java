package org.netloom.training.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.training.PlanForm;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.Runs;
import org.netloom.training.store.RunSearch;

/** The workspace's runs, filtered, sorted and paged by the database. */
final class RunTable extends Grid<RunSearch.Found> {

    private static final String STATE = """
            <span class="netloom-state" data-state="${item.state}">
              <vaadin-icon icon="${item.icon}" aria-hidden="true"></vaadin-icon><span>${item.word}</span></span>""";
    private static final String FIGURE = """
            <span class="netloom-figures" title="${item.exact}">${item.text}</span>""";
    private static final int MOST_WATCHED = 300;

    /** What is asked for; sorting and paging come from the table itself. */
    record Filter(UUID workspace, String text, Optional<RunState.Kind> state) {
        RunSearch.Query query(String sort, boolean descending, int offset, int limit) {
            return new RunSearch.Query(
                    workspace, Optional.empty(), Optional.of(text), state, sort, descending, offset, limit);
        }
    }

    private final transient Runs runs;
    private final transient DatasetCatalog datasets;
    private final Map<UUID, RunSearch.Found> seen = new LinkedHashMap<>();
    private Filter filter;
    private long known;
    private Optional<UUID> newest = Optional.empty();

    RunTable(Runs runs, DatasetCatalog datasets, Filter filter, Optional<SerializableConsumer<Run>> stop) {
        this.runs = runs;
        this.datasets = datasets;
        this.filter = filter;
        addClassName("netloom-run-table");
        ((GridMultiSelectionModel<RunSearch.Found>) setSelectionMode(SelectionMode.MULTI))
                .setSelectionColumnFrozen(true);
        setMultiSort(false);
        setColumnReorderingAllowed(true);
        columns();
        stop.ifPresent(this::stopColumn);
        setDataProvider(new CallbackDataProvider<RunSearch.Found, Void>(
                this::fetch, query -> (int) count(), found -> found.run().id()));
    }

    void filter(Filter next) {
        filter = next;
        seen.clear();
        getDataProvider().refreshAll();
    }

    /** Brings rows that can still change up to date; all of them when a run came or went. */
    void look() {
        if (count() != known || !first().equals(newest)) {
            getDataProvider().refreshAll();
            return;
        }
        List.copyOf(seen.values()).stream()
                .filter(found -> !found.run().state().kind().isFinal())
                .forEach(this::look);
    }

    private void look(RunSearch.Found found) {
        RunSearch.Found now = new RunSearch.Found(runs.get(found.run().id()), found.projectName());
        if (!now.equals(found)) {
            seen.put(now.run().id(), now);
            getDataProvider().refreshItem(now);
        }
    }

    private long count() {
        return runs.count(filter.query("created", true, 0, 1));
    }

    private Optional<UUID> first() {
        return runs.list(filter.query("created", true, 0, 1)).stream()
                .findFirst()
                .map(found -> found.run().id());
    }

    private Stream<RunSearch.Found> fetch(Query<RunSearch.Found, Void> query) {
        Optional<QuerySortOrder> order = query.getSortOrders().stream().findFirst();
        List<RunSearch.Found> page = runs.list(filter.query(
                order.map(QuerySortOrder::getSorted).orElse("created"),
                order.map(each -> each.getDirection() == SortDirection.DESCENDING)
                        .orElse(true),
                query.getOffset(),
                query.getLimit()));
        if (seen.size() > MOST_WATCHED) {
            seen.clear();
        }
        page.forEach(found -> seen.put(found.run().id(), found));
        known = count();
        newest = first();
        return page.stream();
    }

    private void columns() {
        column(
                        "runs.column.name",
                        "name",
                        LitRenderer.<RunSearch.Found>of("""
                        <a class="netloom-row-link" href="runs/${item.id}">${item.name}</a>""")
                                .withProperty("id", found -> found.run().id().toString())
                                .withProperty("name", found -> found.run().name()))
                .setFrozen(true);
        column(
                        "runs.column.project",
                        "project",
                        LitRenderer.<RunSearch.Found>of("""
                        <a class="netloom-quiet-link" href="projects/${item.id}">${item.name}</a>""")
                                .withProperty(
                                        "id", found -> found.run().project().toString())
                                .withProperty("name", RunSearch.Found::projectName))
                .setAutoWidth(false)
                .setWidth("180px");
        column(
                "runs.column.state",
                "state",
                LitRenderer.<RunSearch.Found>of(STATE)
                        .withProperty("state", found -> kind(found).id())
                        .withProperty("icon", found -> StateBadge.icon(kind(found)))
                        .withProperty("word", this::word));
        addColumn(this::dataset)
                .setHeader(getTranslation("runs.column.dataset"))
                .setAutoWidth(true);
        figure("runs.column.train", "trainLoss", found -> found.run().outcome().trainLoss(), Figures::loss);
        figure(
                "runs.column.validation",
                "validationLoss",
                found -> found.run().outcome().validationLoss(),
                Figures::loss);
        figure(
                "runs.column.accuracy",
                "validationAccuracy",
                found -> found.run().outcome().validationAccuracy(),
                Figures::percent);
        column(
                        "runs.column.parameters",
                        "parameters",
                        LitRenderer.<RunSearch.Found>of(FIGURE)
                                .withProperty(
                                        "text",
                                        found -> found.run()
                                                .outcome()
                                                .parameters()
                                                .map(Figures::count)
                                                .orElse("–"))
                                .withProperty(
                                        "exact",
                                        found -> found.run()
                                                .outcome()
                                                .parameters()
                                                .map(Figures::whole)
                                                .orElse("")))
                .setTextAlign(ColumnTextAlign.END);
        column(
                        "runs.column.duration",
                        "duration",
                        LitRenderer.<RunSearch.Found>of(FIGURE)
                                .withProperty(
                                        "text",
                                        found -> found.run()
                                                .progress()
                                                .startedAt()
                                                .map(began -> Figures.duration(
                                                        found.run().progress().trainingSeconds()))
                                                .orElse("–"))
                                .withProperty("exact", found -> ""))
                .setTextAlign(ColumnTextAlign.END);
        column(
                "runs.column.queued",
                "created",
                LitRenderer.<RunSearch.Found>of("""
                        <netloom-ago datetime="${item.time}"></netloom-ago>""")
                        .withProperty(
                                "time",
                                found -> found.run().snapshot().queuedAt().toString()));
    }

    private void stopColumn(SerializableConsumer<Run> stop) {
        addColumn(LitRenderer.<RunSearch.Found>of("""
                        <vaadin-button theme="tertiary small icon" ?hidden="${!item.can}" aria-label="${item.label}" title="${item.label}"
                          @click="${stop}"><vaadin-icon icon="vaadin:stop" aria-hidden="true"></vaadin-icon></vaadin-button>""")
                        .withProperty("can", found -> canStop(kind(found)))
                        .withProperty("text", found -> getTranslation("run.stop"))
                        .withProperty(
                                "label",
                                found -> getTranslation("runs.stop", found.run().name(), found.projectName()))
                        .withFunction("stop", found -> {
                            stop.accept(found.run());
                            look();
                        }))
                .setHeader("")
                .setWidth("64px")
                .setFlexGrow(0);
    }

    private static boolean canStop(RunState.Kind kind) {
        return !kind.isFinal() && kind != RunState.Kind.STOPPING;
    }

    private Column<RunSearch.Found> column(String header, String sort, LitRenderer<RunSearch.Found> renderer) {
        return addColumn(renderer)
                .setHeader(getTranslation(header))
                .setSortProperty(sort)
                .setKey(sort)
                .setResizable(true)
                .setAutoWidth(true);
    }

    private void figure(
            String header,
            String sort,
            SerializableFunction<RunSearch.Found, Optional<Double>> value,
            SerializableFunction<Double, String> said) {
        column(
                        header,
                        sort,
                        LitRenderer.<RunSearch.Found>of(FIGURE)
                                .withProperty(
                                        "text",
                                        found -> value.apply(found).map(said).orElse("–"))
                                .withProperty(
                                        "exact",
                                        found -> value.apply(found)
                                                .map(Figures::exact)
                                                .orElse("")))
                .setTextAlign(ColumnTextAlign.END);
    }

    /** The state in words, with how far a training is. */
    private String word(RunSearch.Found found) {
        Run.Progress progress = found.run().progress();
        String word = getTranslation("run.state." + kind(found).id());
        return kind(found) == RunState.Kind.RUNNING && progress.iterations() > 0
                ? word + " " + Math.round(100.0 * progress.iteration() / progress.iterations()) + " %"
                : word;
    }

    private static RunState.Kind kind(RunSearch.Found found) {
        return found.run().state().kind();
    }

    private String dataset(RunSearch.Found found) {
        return datasets.find(PlanForm.settings(found.run().snapshot().plan()).choice("dataset"))
                .map(DatasetInfo::name)
                .orElse("–");
    }
}
