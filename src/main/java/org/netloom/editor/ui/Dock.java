package org.netloom.editor.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.LayerFacts;
import org.netloom.training.ui.LiveChart;
import org.netloom.training.ui.RunProgress;

/** Under the canvas: the latest run's curves, the problems, the layers as a table. */
final class Dock extends Div {

    /** What the dock can show. */
    enum Page {
        CURVES,
        PROBLEMS,
        LAYERS
    }

    private final TabSheet tabs = new TabSheet();
    private final Map<Page, Tab> pages = new EnumMap<>(Page.class);
    private final Div curves = new Div();
    private final ProblemList problems;
    private final Grid<Row> layers = new Grid<>();
    private transient List<Row> rows = List.of();
    private List<DockPage> added = List.of();

    record Row(String id, String name, String type, String output, String parameters) {}

    Dock(SerializableConsumer<Edit> repair, SerializableConsumer<String> goTo) {
        addClassName("netloom-dock");
        problems = new ProblemList(repair, goTo);
        layers.addColumn(Row::name).setHeader(getTranslation("editor.layers.name"));
        layers.addColumn(Row::type).setHeader(getTranslation("editor.layers.type"));
        layers.addColumn(Row::output).setHeader(getTranslation("editor.layers.output"));
        layers.addColumn(Row::parameters)
                .setHeader(getTranslation("editor.layers.parameters"))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        layers.addThemeVariants(GridVariant.NO_BORDER);
        layers.addItemClickListener(event -> goTo.accept(event.getItem().id()));
        curves.addClassName("netloom-curves");
        curves.add(new Paragraph(getTranslation("editor.curves.none")));
        pages.put(Page.CURVES, tabs.add(getTranslation("editor.dock.curves"), curves));
        pages.put(Page.PROBLEMS, tabs.add(getTranslation("editor.dock.problems"), problems));
        pages.put(Page.LAYERS, tabs.add(getTranslation("editor.dock.layers"), layers));
        tabs.setSizeFull();
        add(tabs);
    }

    /** Shows these pages after its own, and none that were added before. */
    void addAll(List<DockPage> pages) {
        added.forEach(page -> tabs.remove(page.tab()));
        added = List.copyOf(pages);
        added.forEach(page -> tabs.add(page.tab(), page));
    }

    /** Opens the page that the address leads to, if there is one. */
    void openFor(Location address) {
        added.stream()
                .filter(page -> page.isMeantBy(address))
                .findFirst()
                .ifPresent(page -> tabs.setSelectedTab(page.tab()));
    }

    /** Tells the added pages what is drawn and selected. */
    void tell(Design design, List<String> selected) {
        added.forEach(page -> page.show(design, selected));
    }

    void open(Page page) {
        tabs.setSelectedTab(pages.get(page));
    }

    void show(OpenProject open) {
        Scope scope = open.scope();
        problems.show(scope.problems(), open.editable());
        int count = scope.problems().size();
        java.util.Objects.requireNonNull(pages.get(Page.PROBLEMS))
                .setLabel(getTranslation("editor.dock.problems") + (count == 0 ? "" : " (" + count + ")"));
        List<Row> now = scope.design().layers().values().stream()
                .map(layer -> {
                    LayerFacts facts = scope.inference().facts(layer.id()).orElse(null);
                    return new Row(
                            layer.id(),
                            layer.name(),
                            scope.design().blockOf(layer).map(Block::name).orElse(layer.type()),
                            facts == null ? "" : facts.output().text(),
                            facts == null ? "" : Figures.grouped(facts.parameters()));
                })
                .toList();
        if (!now.equals(rows)) {
            rows = now;
            layers.setItems(now);
        }
    }

    /** Shows this run live. */
    void follow(UUID run) {
        RunProgress progress = new RunProgress();
        progress.setRun(run);
        LiveChart loss = new LiveChart(LiveChart.Group.LOSS);
        loss.setCompact(true);
        loss.setRun(run);
        LiveChart accuracy = new LiveChart(LiveChart.Group.ACCURACY);
        accuracy.setCompact(true);
        accuracy.setRun(run);
        Anchor open = new Anchor("runs/" + run, getTranslation("editor.curves.open"));
        Div head = new Div(progress, open);
        head.addClassName("netloom-curves-head");
        Div charts = new Div(loss, accuracy);
        charts.addClassName("netloom-curves-charts");
        curves.removeAll();
        curves.add(head, charts);
    }
}
