package org.netloom.workspace;

import java.time.Duration;

/** How many tries something has before it must wait, and how often one more is let through then. */
enum Bucket {
    /** One account from one address. */
    PAIR(5, Duration.ofMinutes(1)),
    /** One account from all addresses that it never signed in from. */
    ACCOUNT(20, Duration.ofMinutes(1)),
    /** All accounts from one address. A class behind one address has its share of mistakes. */
    ADDRESS(60, Duration.ofSeconds(5)),
    /** Secrets of links, from one address. */
    LINK(30, Duration.ofSeconds(10));

    private final int free;
    private final Duration each;

    Bucket(int free, Duration each) {
        this.free = free;
        this.each = each;
    }

    int free() {
        return free;
    }

    /** One try leaks away in this time. */
    Duration each() {
        return each;
    }

    /** A bucket with more than this in it takes no further try. */
    Duration brim() {
        return each.multipliedBy(free - 1L);
    }
}
