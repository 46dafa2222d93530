package org.netloom.datasets;

import java.util.function.Function;
import org.netloom.design.Result;

/** A dataset that a formula makes: no files, no network. */
record Generated(DatasetInfo info, Function<DatasetInfo, Examples> recipe) implements Source {

    @Override
    public Result<Examples> load() {
        return Result.ok(recipe.apply(info));
    }
}
