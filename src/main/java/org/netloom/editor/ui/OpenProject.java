package org.netloom.editor.ui;

import java.util.List;
import org.netloom.editor.Editing;
import org.netloom.editor.Project;
import org.netloom.training.Check;

/**
 * A project as the workshop shows it.
 *
 * @param scope what of it is on the canvas
 * @param editable whether whoever looks may change it
 */
record OpenProject(Project project, Check check, Scope scope, Editing.Undoable undoable, boolean editable) {

    /** The uses that lead to the block that is on the canvas. */
    List<String> path() {
        return scope.path();
    }
}
