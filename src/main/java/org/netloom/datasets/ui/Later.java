package org.netloom.datasets.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Slow work beside the page, its answer brought back into the page when it is there. */
final class Later {

    private Later() {}

    static <T> void bring(UI page, Supplier<T> work, Consumer<T> show) {
        Thread.startVirtualThread(() -> {
            T answer = work.get();
            try {
                page.access(() -> show.accept(answer));
            } catch (UIDetachedException gone) {
                // The person has left the page; nobody waits for the answer.
                return;
            }
        });
    }
}
