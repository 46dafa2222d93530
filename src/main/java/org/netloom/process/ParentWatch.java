package org.netloom.process;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when the one that started it is gone, however that one ended: its end closes our standard input. */
public final class ParentWatch {

    private ParentWatch() {}

    public static void endWithParent() {
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            awaitEnd(System.in);
            System.exit(0);
        });
    }

    private static void awaitEnd(InputStream fromParent) {
        try {
            while (fromParent.read() >= 0) {
                // Nothing is said on this line; only its end counts.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
    }
}
