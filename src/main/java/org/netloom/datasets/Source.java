package org.netloom.datasets;

import org.netloom.design.Result;

/** Where a dataset comes from. */
interface Source {

    DatasetInfo info();

    Result<Examples> load();

    /** Whether loading needs no network. Cheap. */
    default boolean isHere() {
        return true;
    }
}
