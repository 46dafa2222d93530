package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Problem;
import org.netloom.editor.BlockLibrary;
import org.netloom.editor.Editing;
import org.netloom.editor.Project;
import org.netloom.editor.SavedBlock;
import org.netloom.editor.SharedChecks;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Check;
import org.netloom.training.PreRunCheck;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Component;

/** Reads what the workshop shows of a project. */
@Component
final class ProjectReader {

    private final Access access;
    private final Editing editing;
    private final SharedChecks checks;
    private final PreRunCheck checker;
    private final LayerCatalog catalog;
    private final BlockLibrary library;

    ProjectReader(
            Access access,
            Editing editing,
            SharedChecks checks,
            PreRunCheck checker,
            LayerCatalog catalog,
            BlockLibrary library) {
        this.access = access;
        this.editing = editing;
        this.checks = checks;
        this.checker = checker;
        this.catalog = catalog;
        this.library = library;
    }

    boolean mayEdit(Project project) {
        return access.allows(Place.project(project.workspace(), project.id()), Action.EDIT);
    }

    /** @param path the uses that lead to the block to open; what of them is no longer there is left out */
    OpenProject open(Project project, List<String> path, boolean editable) {
        Check check = checks.of(project);
        List<Problem> problems = new ArrayList<>(check.problems());
        problems.addAll(library.updates(project));
        Scope whole = Scope.whole(catalog, project.design(), check.inference(), problems);
        return new OpenProject(project, check, whole.follow(path), editing.undoable(project.id()), editable);
    }

    Stock stock(OpenProject open, Stock.Words words) {
        List<SavedBlock> saved = open.editable() ? library.list(open.project().workspace()) : List.of();
        return new Stock(catalog, open.scope(), saved, words);
    }

    Optional<DatasetInfo> data(OpenProject open) {
        return checker.dataset(open.project().plan());
    }
}
