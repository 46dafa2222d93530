package org.netloom.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Edit;
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
public final class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle, Workplace.Page {

    private final transient Projects projects;
    private final transient ObjectProvider<WorkshopAddition> additions;
    private final transient CanvasDrawing drawing;
    private final transient Company company;
    private final transient Together together;
    private final Workplace workplace;
    private final TrainingDesk training;

    private final Palette palette = new Palette();
    private final NetworkCanvas canvas = new NetworkCanvas();
    private final Breadcrumbs crumbs;
    private final SidePane side;
    private final Workbar bar;
    private final Dock dock;
    private final StatusLine status = new StatusLine();
    private String name = "";

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
        this.additions = additions;
        drawing = new CanvasDrawing(catalog);
        workplace = new Workplace(projects, editing, reader, new Colleagues(access, editing), canvas, this);
        crumbs = new Breadcrumbs(workplace::go);
        dock = new Dock(workplace::apply, workplace::goTo);
        training = new TrainingDesk(projects, runs, workplace, dock);
        AddDesk adding = new AddDesk(catalog, workplace);
        BlockDesk blocks = new BlockDesk(catalog, library, workplace);
        ProjectDesk whole = new ProjectDesk(projects, editing, workplace);
        side = new SidePane(
                new Inspector(catalog, workplace::apply, workplace::goTo, blocks),
                new SelectionPanel(
                        blocks::group,
                        adding::duplicate,
                        layers -> workplace.apply(new Edit.RemoveLayers(new LinkedHashSet<>(layers)))),
                new BlockPanel(blocks),
                new PlanPanel(datasets, whole::plan));
        bar = new Workbar(
                whole::rename, whole::undo, whole::redo, training::train, () -> dock.open(Dock.Page.PROBLEMS));
        company = new Company(bar.people(), canvas);
        together = new Together(news, presence, company, this::refresh);
        addClassName("netloom-workshop");
        getElement().setAttribute("role", "main");
        palette.onAdd(adding::addBelowSelected);
        canvas.onGesture(new GestureDesk(workplace, adding, blocks, whole, training, together)::carryOut);
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
        return name.isEmpty() ? getTranslation("editor.title") : name + " · " + getTranslation("shell.product");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project = projects.get(asked(event));
        bar.addAll(
                additions.stream().flatMap(each -> each.bar(project).stream()).toList());
        dock.addAll(additions.stream()
                .flatMap(each -> each.pages(project, workplace::goTo).stream())
                .toList());
        dock.openFor(event.getLocation());
        workplace.enter(project);
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
        together.begin(event.getUI(), workplace.open().project());
        training.followLatest(projects.get(workplace.project()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        together.end();
    }

    /** After news of others: they may have taken this person's access away. */
    private void refresh() {
        try {
            workplace.refresh();
        } catch (AccessRefused refused) {
            together.end();
            workplace.tell(refused.problem());
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }

    @Override
    public void show(OpenProject open) {
        together.shows(open.project().revision());
        name = open.project().name();
        palette.setVisible(open.editable());
        if (open.editable()) {
            palette.setItems(workplace.stock().items());
        }
        canvas.setReadOnly(!open.editable());
        Scope scope = open.scope();
        canvas.show(
                drawing.cards(scope.design(), scope.inference(), scope.problems()),
                drawing.wires(scope.design(), scope.inference()));
        crumbs.show(scope.trail());
        company.seenFrom(open.path());
        bar.show(open);
        dock.show(open);
        status.show(open.project(), open.check());
    }

    @Override
    public void showSelected(OpenProject open, List<String> selected, Map<String, String> changedBy) {
        dock.tell(open.project().design(), open.path().isEmpty() ? selected : List.of());
        side.show(open, selected, changedBy);
        together.at(open.path(), selected);
    }
}
