package org.netloom.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Block;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.editor.BlockLibrary;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Editing;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.editor.SavedBlock;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Check;
import org.netloom.training.PreRunCheck;
import org.netloom.training.Run;
import org.netloom.training.Runs;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;
import org.springframework.beans.factory.ObjectProvider;

/** The workshop: palette, canvas, inspector and dock of one project. */
@Route("projects/:project")
@CssImport("./theme/workshop.css")
@Needs(Action.SEE)
@PermitAll
public final class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle, Workplace {

    private final transient Access access;
    private final transient Projects projects;
    private final transient Editing editing;
    private final transient DesignNews news;
    private final transient PreRunCheck checker;
    private final transient Runs runs;
    private final transient LayerCatalog catalog;
    private final transient BlockLibrary library;
    private final transient CanvasDrawing drawing;
    private final transient ObjectProvider<WorkshopAddition> additions;

    private final Palette palette = new Palette();
    private final NetworkCanvas canvas = new NetworkCanvas();
    private final Div side = new Div();
    private final Breadcrumbs crumbs = new Breadcrumbs(this::go);
    private final Inspector inspector;
    private final PlanPanel plan;
    private final BlockPanel openBlock;
    private final SelectionPanel selection;
    private final BlockDesk blocks;
    private final AddDesk adding;
    private final Workbar bar;
    private final Dock dock;
    private final StatusLine status = new StatusLine();

    private UUID id = new UUID(0, 0);
    private transient @Nullable Project project;
    private transient @Nullable Check check;
    private transient @Nullable Scope scope;
    private List<String> path = List.of();
    private List<String> selected = List.of();
    private boolean editable;
    private @Nullable Runnable stopListening;

    ProjectView(
            Access access,
            Projects projects,
            Editing editing,
            DesignNews news,
            PreRunCheck checker,
            Runs runs,
            LayerCatalog catalog,
            DatasetCatalog datasets,
            BlockLibrary library,
            ObjectProvider<WorkshopAddition> additions) {
        this.access = access;
        this.projects = projects;
        this.editing = editing;
        this.news = news;
        this.checker = checker;
        this.runs = runs;
        this.catalog = catalog;
        this.library = library;
        this.additions = additions;
        this.drawing = new CanvasDrawing(catalog);
        this.adding = new AddDesk(catalog, this);
        this.blocks = new BlockDesk(catalog, library, this);
        this.inspector = new Inspector(catalog, this::apply, this::goTo, blocks);
        this.openBlock = new BlockPanel(blocks);
        this.selection = new SelectionPanel(
                blocks::group, adding::duplicate, layers -> apply(new Edit.RemoveLayers(new LinkedHashSet<>(layers))));
        this.plan = new PlanPanel(datasetNames(datasets), this::changePlan);
        this.bar = new Workbar(this::rename, this::undo, this::redo, this::train, () -> dockTo(Dock.Page.PROBLEMS));
        this.dock = new Dock(this::apply, this::goTo);
        addClassName("netloom-workshop");
        palette.onAdd(adding::addBelowSelected);
        canvas.onGesture(this::gesture);
        side.addClassName("netloom-side");
        add(bar, body(), status);
    }

    private static Map<String, String> datasetNames(DatasetCatalog datasets) {
        return datasets.all().stream()
                .collect(Collectors.toMap(DatasetInfo::id, DatasetInfo::name, (a, b) -> a, LinkedHashMap::new));
    }

    private Component body() {
        palette.addClassName("netloom-palette-pane");
        Scroller scroller = new Scroller(side);
        scroller.addClassName("netloom-side-pane");
        Div drawn = new Div(crumbs, canvas);
        drawn.addClassName("netloom-canvas-pane");
        SplitLayout main = new SplitLayout(drawn, dock, SplitLayout.Orientation.VERTICAL);
        main.addClassName("netloom-main-pane");
        main.setSplitterPosition(66);
        Div body = new Div(palette, main, scroller);
        body.addClassName("netloom-workshop-body");
        return body;
    }

    @Override
    public String getPageTitle() {
        Project shown = project;
        return shown == null ? getTranslation("editor.title") : shown.name() + " · " + getTranslation("shell.product");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = event.getRouteParameters()
                    .get("project")
                    .map(UUID::fromString)
                    .orElseThrow(AccessRefused::otherWorkspace);
        } catch (IllegalArgumentException notAnId) {
            throw AccessRefused.otherWorkspace();
        }
        Project loaded = projects.get(id);
        editable = access.allows(Place.project(loaded.workspace(), id), Action.EDIT);
        canvas.setReadOnly(!editable);
        palette.setVisible(editable);
        bar.addAll(additions.stream().flatMap(each -> each.bar(loaded).stream()).toList());
        dock.addAll(additions.stream()
                .flatMap(each -> each.pages(loaded, this::goTo).stream())
                .toList());
        show(loaded);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = news.listen(id, revision -> ui.access(this::reload));
        runs.ofProject(projects.get(id).workspace(), id).stream()
                .findFirst()
                .map(Run::id)
                .ifPresent(dock::follow);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
        }
    }

    @Override
    public void reload() {
        show(projects.get(id));
    }

    private void show(Project loaded) {
        project = loaded;
        Check found = checker.check(loaded.design(), loaded.plan());
        check = found;
        List<Problem> problems = new ArrayList<>(found.problems());
        problems.addAll(library.updates(loaded));
        Scope open = Scope.whole(catalog, loaded.design(), found.inference(), problems)
                .follow(path);
        scope = open;
        path = open.path();
        canvas.show(
                drawing.cards(open.design(), open.inference(), open.problems()),
                drawing.wires(open.design(), open.inference()));
        crumbs.show(open.trail());
        palette.setItems(stock().items());
        Editing.Undoable undoable = editing.undoable(id);
        bar.show(loaded, found, editable, undoable.undo(), undoable.redo());
        dock.show(open, editable);
        status.show(loaded, found);
        showSide();
    }

    private void showSide() {
        Project shown = project;
        Check found = check;
        Scope open = scope;
        if (shown == null || found == null || open == null) {
            return;
        }
        dock.tell(shown.design(), path.isEmpty() ? selected : List.of());
        Layer layer = selected.size() == 1 ? open.design().layers().get(selected.get(0)) : null;
        Block inside = open.block().orElse(null);
        if (layer != null) {
            inspector.show(open, layer, editable);
            showAtSide(inspector);
        } else if (editable && selected.size() > 1) {
            selection.show(selected);
            showAtSide(selection);
        } else if (inside != null) {
            openBlock.showOpen(inside, editable);
            showAtSide(openBlock);
        } else {
            plan.show(shown, found, editable);
            showAtSide(plan);
        }
    }

    private void showAtSide(Component wanted) {
        if (wanted.getParent().isEmpty()) {
            side.removeAll();
            side.add(wanted);
        }
    }

    @Override
    public void go(List<String> way) {
        path = List.copyOf(way);
        selected = List.of();
        canvas.mark(selected);
        reload();
        canvas.fit();
    }

    @Override
    public UUID project() {
        return id;
    }

    @Override
    public List<String> selected() {
        return selected;
    }

    @Override
    public void select(List<String> layers) {
        selected = List.copyOf(layers);
        canvas.mark(selected);
        showSide();
    }

    @Override
    public Optional<DatasetInfo> data() {
        return checker.dataset(Objects.requireNonNull(project).plan());
    }

    @Override
    public Scope scope() {
        return Objects.requireNonNull(scope);
    }

    @Override
    public Stock stock() {
        List<SavedBlock> saved =
                editable ? library.list(Objects.requireNonNull(project).workspace()) : List.of();
        return new Stock(
                catalog,
                scope(),
                saved,
                new Stock.Words(getTranslation("editor.palette.own"), getTranslation("editor.palette.workspace")));
    }

    private void gesture(CanvasGesture gesture) {
        switch (gesture) {
            case CanvasGesture.AddLayer add -> adding.add(add);
            case CanvasGesture.MoveLayers move ->
                apply(new Edit.MoveLayers(move.places().stream()
                        .collect(Collectors.toMap(
                                CanvasGesture.Place::id,
                                place -> new Position(place.x(), place.y()),
                                (a, b) -> b,
                                LinkedHashMap::new))));
            case CanvasGesture.Connect connect -> apply(new Edit.Connect(connect.from(), connect.to()));
            case CanvasGesture.Disconnect disconnect ->
                apply(new Edit.Disconnect(new LinkedHashSet<>(disconnect.wires())));
            case CanvasGesture.RemoveLayers remove ->
                apply(new Edit.RemoveLayers(new LinkedHashSet<>(remove.layers())));
            case CanvasGesture.SelectionChanged selection -> {
                selected = selection.layers();
                showSide();
            }
            case CanvasGesture.Duplicate duplicate -> adding.duplicate(duplicate.layers());
            case CanvasGesture.Group group -> blocks.group(group.layers());
            case CanvasGesture.Ungroup ungroup -> blocks.ungroup(ungroup.layers());
            case CanvasGesture.Open open -> blocks.open(open.layer());
            case CanvasGesture.Leave leave -> go(path.subList(0, Math.max(0, path.size() - 1)));
            case CanvasGesture.OpenQuickAdd quickAdd -> adding.quickAdd(quickAdd);
            case CanvasGesture.Undo undo -> undo();
            case CanvasGesture.Redo redo -> redo();
            case CanvasGesture.Train train -> train();
            case CanvasGesture.ShowKeys keys -> new KeysHelp().open();
        }
    }

    @Override
    public boolean apply(Edit edit) {
        if (!editable) {
            return false;
        }
        Result<Editing.Edited> result = editing.apply(id, scope().edit(edit));
        result.problems().forEach(this::tell);
        reload();
        if (!result.isOk() && edit instanceof Edit.MoveLayers move) {
            canvas.restore(move.positions().keySet());
        }
        return result.isOk();
    }

    private void undo() {
        editing.undo(id).ifPresent(result -> result.problems().forEach(this::tell));
        reload();
    }

    private void redo() {
        editing.redo(id).ifPresent(result -> result.problems().forEach(this::tell));
        reload();
    }

    private void changePlan(String setting, @Nullable Value value) {
        projects.changePlan(id, setting, value).problems().forEach(this::tell);
        reload();
    }

    private void rename(String name) {
        projects.rename(id, name).problems().forEach(this::tell);
        reload();
    }

    private void train() {
        Result<UUID> queued = projects.train(id, Map.of(), "");
        switch (queued) {
            case Result.Ok<UUID> ok -> {
                dock.follow(ok.value());
                dockTo(Dock.Page.CURVES);
            }
            case Result.Refused<UUID> refused -> {
                dockTo(Dock.Page.PROBLEMS);
                refused.problems().stream().findFirst().ifPresent(this::tell);
            }
        }
    }

    private void dockTo(Dock.Page page) {
        dock.open(page);
    }

    private void goTo(String layer) {
        selected = List.of(layer);
        canvas.select(selected);
        showSide();
    }

    @Override
    public void tell(Problem problem) {
        Notification.show(problem.text(), 8000, Notification.Position.BOTTOM_CENTER);
    }
}
