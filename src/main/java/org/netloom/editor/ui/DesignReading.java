package org.netloom.editor.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.editor.Project;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Check;
import org.netloom.training.PreRunCheck;

/** A design to look at: the canvas with its shapes, the plan and the totals, and nothing that changes them. */
@CssImport("./theme/workshop.css")
public final class DesignReading extends Div {

    private final transient Sources sources;
    private final transient CanvasDrawing drawing;
    private final NetworkCanvas canvas = new NetworkCanvas();
    private final Breadcrumbs crumbs = new Breadcrumbs(this::open);
    private final StatusLine status = new StatusLine();
    private final PlanPanel plan;
    private transient @Nullable Project shown;
    private List<String> path = List.of();

    /** Where it has its contents from. */
    @org.springframework.stereotype.Component
    public record Sources(LayerCatalog catalog, PreRunCheck checker, DatasetCatalog datasets) {}

    public DesignReading(Sources sources, Project project) {
        this.sources = sources;
        this.drawing = new CanvasDrawing(sources.catalog());
        this.plan = new PlanPanel(sources.datasets(), (setting, value) -> {});
        addClassName("netloom-design-reading");
        canvas.setReadOnly(true);
        canvas.onGesture(this::gesture);
        Div drawn = new Div(crumbs, canvas, status);
        drawn.addClassName("netloom-canvas-pane");
        Div side = new Div(plan);
        side.addClassName("netloom-side");
        add(drawn, side);
        show(project);
    }

    public void show(Project project) {
        shown = project;
        Check found = sources.checker().check(project.design(), project.plan());
        Scope open = Scope.whole(sources.catalog(), project.design(), found.inference(), found.problems())
                .follow(path);
        path = open.path();
        canvas.show(
                drawing.cards(open.design(), open.inference(), open.problems()),
                drawing.wires(open.design(), open.inference()));
        crumbs.show(open.trail());
        plan.show(project, found, false);
        status.show(project, found);
    }

    private void gesture(CanvasGesture gesture) {
        if (gesture instanceof CanvasGesture.Open inside) {
            Project project = shown;
            if (project != null) {
                open(java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(inside.layer()))
                        .toList());
            }
        } else if (gesture instanceof CanvasGesture.Leave) {
            open(path.subList(0, Math.max(0, path.size() - 1)));
        }
    }

    private void open(List<String> way) {
        Project project = shown;
        if (project != null) {
            path = List.copyOf(way);
            show(project);
            canvas.fit();
        }
    }
}
