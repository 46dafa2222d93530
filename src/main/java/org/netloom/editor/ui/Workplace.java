package org.netloom.editor.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Edit;
import org.netloom.design.Problem;

/** The workshop, as those see it who carry out what a person does there. */
interface Workplace {

    UUID project();

    /** What is open on the canvas. */
    Scope scope();

    List<String> selected();

    Stock stock();

    /** The data that the plan learns from. */
    Optional<DatasetInfo> data();

    /** Applies an edit of what is open. Says so if it was refused; else answers the edit of the design that it was. */
    Optional<Edit> apply(Edit edit);

    /** Opens the inside of a block, by the uses that lead there. */
    void go(List<String> path);

    /** Selects these layers on the canvas. */
    void select(List<String> layers);

    /** Somebody has selected these layers on the canvas. */
    void picked(List<String> layers);

    void tell(Problem problem);

    void reload();
}
