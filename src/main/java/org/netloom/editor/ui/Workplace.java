package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Edit;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.editor.Editing;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;

/** What is open and selected in the workshop, for those who carry out what a person does there. */
final class Workplace implements Serializable {

    private final transient Projects projects;
    private final transient Editing editing;
    private final transient ProjectReader reader;
    private final transient Colleagues colleagues;
    private final NetworkCanvas canvas;
    private final Page page;

    private transient @Nullable OpenProject shown;
    private List<String> selected = List.of();

    /** Where it is shown. */
    interface Page extends Serializable {
        void show(OpenProject open);

        /** @param changedBy names of colleagues by the mark of what they have just changed */
        void showSelected(OpenProject open, List<String> selected, Map<String, String> changedBy);
    }

    Workplace(
            Projects projects,
            Editing editing,
            ProjectReader reader,
            Colleagues colleagues,
            NetworkCanvas canvas,
            Page page) {
        this.projects = projects;
        this.editing = editing;
        this.reader = reader;
        this.colleagues = colleagues;
        this.canvas = canvas;
        this.page = page;
    }

    void enter(Project project) {
        show(reader.open(project, shown == null ? List.of() : shown.path(), reader.mayEdit(project)));
    }

    void reload() {
        open(open().path());
    }

    /**
     * Shows what is new, and what colleagues did to what is selected; nothing if all that is known already.
     *
     * @throws org.netloom.workspace.AccessRefused to whoever may no longer look
     */
    void refresh() {
        OpenProject before = open();
        Project now = projects.get(project());
        boolean editable = reader.mayEdit(now);
        if (editable != before.editable() || !now.equals(before.project())) {
            colleagues.notice(before, now, selected);
            show(reader.open(now, before.path(), editable));
        }
    }

    /** Opens the inside of a block, by the uses that lead there. */
    void go(List<String> path) {
        selected = List.of();
        canvas.mark(selected);
        open(path);
        canvas.fit();
    }

    private void open(List<String> path) {
        show(reader.open(projects.get(project()), path, open().editable()));
    }

    private void show(OpenProject open) {
        shown = open;
        page.show(open);
        showSelected();
    }

    private void showSelected() {
        page.showSelected(open(), selected, colleagues.changedBy());
    }

    OpenProject open() {
        return Objects.requireNonNull(shown);
    }

    UUID project() {
        return open().project().id();
    }

    /** What is open on the canvas. */
    Scope scope() {
        return open().scope();
    }

    Stock stock() {
        UI ui = UI.getCurrent();
        return reader.stock(
                open(),
                new Stock.Words(
                        ui.getTranslation("editor.palette.own"), ui.getTranslation("editor.palette.workspace")));
    }

    /** The data that the plan learns from. */
    Optional<DatasetInfo> data() {
        return reader.data(open());
    }

    List<String> selected() {
        return selected;
    }

    /** Selects these layers on the canvas. */
    void select(List<String> layers) {
        selected = List.copyOf(layers);
        canvas.mark(selected);
        showSelected();
    }

    /** Selects this layer and brings it into view. */
    void goTo(String layer) {
        selected = List.of(layer);
        canvas.select(selected);
        showSelected();
    }

    /** Somebody has selected these layers on the canvas. */
    void picked(List<String> layers) {
        selected = layers;
        colleagues.forget();
        showSelected();
    }

    /** Applies an edit of what is open. Says so if it was refused; else answers the edit of the design that it was. */
    Optional<Edit> apply(Edit edit) {
        if (!open().editable()) {
            return Optional.empty();
        }
        colleagues.forget();
        Result<Editing.Edited> result = editing.apply(project(), scope().edit(edit));
        result.problems().forEach(this::tell);
        reload();
        if (!result.isOk() && edit instanceof Edit.MoveLayers move) {
            canvas.restore(move.positions().keySet());
        }
        return result instanceof Result.Ok<Editing.Edited>(Editing.Edited edited)
                ? Optional.of(edited.edit())
                : Optional.empty();
    }

    void tell(Problem problem) {
        Notification.show(problem.text(), 8000, Notification.Position.BOTTOM_CENTER);
    }
}
