package org.netloom.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Edit;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.editor.BlockLibrary;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Editing;
import org.netloom.editor.Presence;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.editor.SavedBlock;
import org.netloom.editor.SharedChecks;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Check;
import org.netloom.training.PreRunCheck;
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
    private final transient PreRunCheck checker;
    private final transient SharedChecks checks;
    private final transient LayerCatalog catalog;
    private final transient BlockLibrary library;
    private final transient CanvasDrawing drawing;
    private final transient ObjectProvider<WorkshopAddition> additions;

    private final Palette palette = new Palette();
    private final NetworkCanvas canvas = new NetworkCanvas();
    private final Breadcrumbs crumbs = new Breadcrumbs(this::go);
    private final SidePane side;
    private final Workbar bar;
    private final Dock dock;
    private final StatusLine status = new StatusLine();
    private final transient Company company;
    private final transient Together together;
    private final TrainingDesk training;
    private final transient Colleagues colleagues;

    private UUID id = new UUID(0, 0);
    private transient @Nullable Project project;
    private transient @Nullable Check check;
    private transient @Nullable Scope scope;
    private List<String> path = List.of();
    private List<String> selected = List.of();
    private boolean editable;

    ProjectView(
            Access access,
            Projects projects,
            Editing editing,
            DesignNews news,
            Presence presence,
            PreRunCheck checker,
            SharedChecks checks,
            Runs runs,
            LayerCatalog catalog,
            DatasetCatalog datasets,
            BlockLibrary library,
            ObjectProvider<WorkshopAddition> additions) {
        this.access = access;
        this.projects = projects;
        this.editing = editing;
        this.checker = checker;
        this.checks = checks;
        this.catalog = catalog;
        this.library = library;
        this.additions = additions;
        this.drawing = new CanvasDrawing(catalog);
        this.dock = new Dock(this::apply, this::goTo);
        AddDesk adding = new AddDesk(catalog, this);
        BlockDesk blocks = new BlockDesk(catalog, library, this);
        ProjectDesk whole = new ProjectDesk(projects, editing, this);
        this.training = new TrainingDesk(projects, runs, this, dock);
        this.side = new SidePane(
                new Inspector(catalog, this::apply, this::goTo, blocks),
                new SelectionPanel(
                        blocks::group,
                        adding::duplicate,
                        layers -> apply(new Edit.RemoveLayers(new LinkedHashSet<>(layers)))),
                new BlockPanel(blocks),
                new PlanPanel(datasets, whole::plan));
        this.colleagues = new Colleagues(access, editing);
        this.bar = new Workbar(
                whole::rename, whole::undo, whole::redo, training::train, () -> dock.open(Dock.Page.PROBLEMS));
        this.company = new Company(bar.people(), canvas, this);
        this.together = new Together(news, presence, company, this::refresh);
        addClassName("netloom-workshop");
        getElement().setAttribute("role", "main");
        palette.onAdd(adding::addBelowSelected);
        canvas.onGesture(new GestureDesk(this, adding, blocks, whole, training, together)::carryOut);
        add(bar, body(), status);
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
        dock.openFor(event.getLocation());
        show(loaded);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        together.begin(event.getUI(), Objects.requireNonNull(project));
        training.followLatest(projects.get(id));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        together.end();
    }

    @Override
    public void reload() {
        show(projects.get(id));
    }

    /** After news: shows what is new, unless it is known already. */
    private void refresh() {
        try {
            Project now = projects.get(id);
            boolean mayEdit = access.allows(Place.project(now.workspace(), id), Action.EDIT);
            if (mayEdit != editable) {
                editable = mayEdit;
                canvas.setReadOnly(!editable);
                palette.setVisible(editable);
            } else if (now.equals(project)) {
                return;
            }
            colleagues.notice(Objects.requireNonNull(project), now, scope(), selected);
            show(now);
        } catch (AccessRefused refused) {
            together.end();
            tell(refused.problem());
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }

    private void show(Project loaded) {
        project = loaded;
        together.shows(loaded.revision());
        Check found = checks.of(loaded);
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
        side.show(shown, found, open, selected, editable, colleagues.changedBy());
        together.at(path, selected);
    }

    @Override
    public void go(List<String> way) {
        path = List.copyOf(way);
        selected = List.of();
        canvas.mark(selected);
        reload();
        company.draw();
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
    public void picked(List<String> layers) {
        selected = layers;
        colleagues.forget();
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

    @Override
    public Optional<Edit> apply(Edit edit) {
        if (!editable) {
            return Optional.empty();
        }
        colleagues.forget();
        Result<Editing.Edited> result = editing.apply(id, scope().edit(edit));
        result.problems().forEach(this::tell);
        reload();
        if (!result.isOk() && edit instanceof Edit.MoveLayers move) {
            canvas.restore(move.positions().keySet());
        }
        return result instanceof Result.Ok<Editing.Edited>(Editing.Edited edited)
                ? Optional.of(edited.edit())
                : Optional.empty();
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
