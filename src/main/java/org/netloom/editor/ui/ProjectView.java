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
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Runs;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.beans.factory.ObjectProvider;

/** The workshop: palette, canvas, inspector and dock of one project. */
@Route("projects/:project")
@CssImport("./theme/workshop.css")
@Needs(Action.SEE)
@PermitAll
public final class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle, Workplace {

    private final transient Projects projects;
    private final transient Editing editing;
    private final transient ProjectReader reader;
    private final transient ObjectProvider<WorkshopAddition> additions;
    private final transient CanvasDrawing drawing;
    private final transient Company company;
    private final transient Together together;
    private final transient Colleagues colleagues;
    private final TrainingDesk training;

    private final Palette palette = new Palette();
    private final NetworkCanvas canvas = new NetworkCanvas();
    private final Breadcrumbs crumbs = new Breadcrumbs(this::go);
    private final SidePane side;
    private final Workbar bar;
    private final Dock dock = new Dock(this::apply, this::goTo);
    private final StatusLine status = new StatusLine();

    private UUID id = new UUID(0, 0);
    private transient @Nullable OpenProject shown;
    private List<String> selected = List.of();

    ProjectView(
            Access access,
            Projects projects,
            ProjectReader reader,
            Editing editing,
            DesignNews news,
            Presence presence,
            Runs runs,
            LayerCatalog catalog,
            DatasetCatalog datasets,
            BlockLibrary library,
            ObjectProvider<WorkshopAddition> additions) {
        this.projects = projects;
        this.editing = editing;
        this.reader = reader;
        this.additions = additions;
        this.drawing = new CanvasDrawing(catalog);
        this.colleagues = new Colleagues(access, editing);
        this.training = new TrainingDesk(projects, runs, this, dock);
        AddDesk adding = new AddDesk(catalog, this);
        BlockDesk blocks = new BlockDesk(catalog, library, this);
        ProjectDesk whole = new ProjectDesk(projects, editing, this);
        this.side = new SidePane(
                new Inspector(catalog, this::apply, this::goTo, blocks),
                new SelectionPanel(
                        blocks::group,
                        adding::duplicate,
                        layers -> apply(new Edit.RemoveLayers(new LinkedHashSet<>(layers)))),
                new BlockPanel(blocks),
                new PlanPanel(datasets, whole::plan));
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
        OpenProject open = shown;
        return open == null
                ? getTranslation("editor.title")
                : open.project().name() + " · " + getTranslation("shell.product");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = asked(event);
        Project loaded = projects.get(id);
        bar.addAll(additions.stream().flatMap(each -> each.bar(loaded).stream()).toList());
        dock.addAll(additions.stream()
                .flatMap(each -> each.pages(loaded, this::goTo).stream())
                .toList());
        dock.openFor(event.getLocation());
        show(reader.open(loaded, shown == null ? List.of() : shown.path(), reader.mayEdit(loaded)));
    }

    private static UUID asked(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters()
                    .get("project")
                    .map(UUID::fromString)
                    .orElseThrow(AccessRefused::otherWorkspace);
        } catch (IllegalArgumentException notAnId) {
            throw AccessRefused.otherWorkspace();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        together.begin(event.getUI(), open().project());
        training.followLatest(projects.get(id));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        together.end();
    }

    private OpenProject open() {
        return Objects.requireNonNull(shown);
    }

    @Override
    public void reload() {
        open(open().path());
    }

    private void open(List<String> path) {
        show(reader.open(projects.get(id), path, open().editable()));
    }

    /** After news: shows what is new, unless it is known already. */
    private void refresh() {
        try {
            Project now = projects.get(id);
            boolean editable = reader.mayEdit(now);
            if (editable != open().editable() || !now.equals(open().project())) {
                colleagues.notice(open(), now, selected);
                show(reader.open(now, open().path(), editable));
            }
        } catch (AccessRefused refused) {
            together.end();
            tell(refused.problem());
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }

    private void show(OpenProject open) {
        if (shown == null || shown.editable() != open.editable()) {
            canvas.setReadOnly(!open.editable());
            palette.setVisible(open.editable());
        }
        shown = open;
        together.shows(open.project().revision());
        Scope scope = open.scope();
        canvas.show(
                drawing.cards(scope.design(), scope.inference(), scope.problems()),
                drawing.wires(scope.design(), scope.inference()));
        crumbs.show(scope.trail());
        palette.setItems(stock().items());
        bar.show(open);
        dock.show(open);
        status.show(open.project(), open.check());
        showSide();
    }

    private void showSide() {
        OpenProject open = open();
        dock.tell(open.project().design(), open.path().isEmpty() ? selected : List.of());
        side.show(open, selected, colleagues.changedBy());
        together.at(open.path(), selected);
    }

    @Override
    public void go(List<String> way) {
        selected = List.of();
        canvas.mark(selected);
        open(way);
        company.draw();
        canvas.fit();
    }

    @Override
    public UUID project() {
        return id;
    }

    @Override
    public Scope scope() {
        return open().scope();
    }

    @Override
    public Stock stock() {
        return reader.stock(
                open(),
                new Stock.Words(getTranslation("editor.palette.own"), getTranslation("editor.palette.workspace")));
    }

    @Override
    public Optional<DatasetInfo> data() {
        return reader.data(open());
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

    private void goTo(String layer) {
        selected = List.of(layer);
        canvas.select(selected);
        showSide();
    }

    @Override
    public Optional<Edit> apply(Edit edit) {
        if (!open().editable()) {
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

    @Override
    public void tell(Problem problem) {
        Notification.show(problem.text(), 8000, Notification.Position.BOTTOM_CENTER);
    }
}
