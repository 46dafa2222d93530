package org.netloom.api;

import java.io.IOException;

/** What one client is told, from where it left off. For one thread at a time. */
interface LiveSource {

    /** Where the telling has come to. */
    enum Standing {
        /** There may be more at once. */
        MORE,
        /** All that is known was told. */
        UP_TO_DATE,
        /** There will never be more. */
        OVER
    }

    /** Takes messages, as slowly as the client reads. */
    @FunctionalInterface
    interface Outlet {
        void send(String message) throws IOException;
    }

    /** What it tells of, for the log. */
    String subject();

    /** Calls whenever there may be something new, until the answer is run. */
    Runnable listen(Runnable nudge);

    /** @throws org.netloom.workspace.AccessRefused when the client may watch no more: members can leave, links can be revoked */
    void mustBeAllowed();

    /** Hands over the next of what is new. */
    Standing advance(Outlet outlet) throws IOException;
}
