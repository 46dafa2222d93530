package org.netloom.datasets.ui;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Slow work beside the page, its answer brought back into the page when it is there. */
final class Later {

    private Later() {}

    static <T> void bring(UI page, Supplier<T> work, Consumer<T> show) {
        Thread.startVirtualThread(() -> {
            T answer = work.get();
            page.access(() -> show.accept(answer));
        });
    }
}
