package org.netloom.training.worker;

import java.io.IOException;
import java.io.InputStream;

/** A child ends with its parent: whoever started it holds the other end of its standard input. */
final class ParentWatch {

    private ParentWatch() {}

    static void untilParentIsGone(InputStream in) throws IOException {
        byte[] ignored = new byte[256];
        while (in.read(ignored) >= 0) {
            // What the parent says is not for us; only its end matters.
        }
    }
}
