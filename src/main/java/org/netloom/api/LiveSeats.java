package org.netloom.api;

import java.util.HashMap;
import java.util.Map;
import org.netloom.design.Problem;
import org.springframework.stereotype.Component;

/** How many live connections an account and an address have open at this process; each takes a thread and reads the database. */
@Component
final class LiveSeats {

    static final int MOST_FOR_ACCOUNT = 60;
    static final int MOST_FOR_ADDRESS = 1000;

    private final Map<String, Integer> taken = new HashMap<>();

    /** Refuses where all are taken. */
    synchronized void check(String account, String address) {
        if (taken.getOrDefault(account, 0) >= MOST_FOR_ACCOUNT || taken.getOrDefault(address, 0) >= MOST_FOR_ADDRESS) {
            throw new Refused(
                    429,
                    Problem.error(
                            "too-many-connections",
                            "There are too many live connections already.",
                            "An account has at most " + MOST_FOR_ACCOUNT + " open at once.",
                            "Close pages or programs that watch runs, then try again."));
        }
    }

    synchronized void take(String account, String address) {
        taken.merge(account, 1, Integer::sum);
        taken.merge(address, 1, Integer::sum);
    }

    synchronized void leave(String account, String address) {
        taken.computeIfPresent(account, (key, count) -> count > 1 ? count - 1 : null);
        taken.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }
}
