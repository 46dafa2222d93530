package org.netloom.workspace;

import java.time.Instant;

/**
 * Removes for good what was deleted long enough ago. Each is called now and then, in every process of the web role at once; what
 * one has in hand, the others pass over.
 */
@FunctionalInterface
public interface Purge {

    /**
     * Removes one thing in a transaction of its own.
     *
     * @return whether there was one, so that there may be another
     */
    boolean one(Instant deletedBefore);
}
