package org.netloom.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Slows down guessing: after a few wrong passwords for one account from one address, both must wait. */
final class SignInThrottle {

    static final int FREE_TRIES = 5;
    static final Duration WAIT = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private record Tries(int wrong, Instant last) {}

    private final InstantSource clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>();

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String email, String address) {
        Tries known = tries.get(key(email, address));
        return known != null
                && known.wrong() >= FREE_TRIES
                && known.last().plus(WAIT).isAfter(clock.instant());
    }

    synchronized void wrong(String email, String address) {
        String key = key(email, address);
        Tries known = tries.remove(key);
        boolean recent = known != null && known.last().plus(WAIT).isAfter(clock.instant());
        tries.put(key, new Tries(known != null && recent ? known.wrong() + 1 : 1, clock.instant()));
        if (tries.size() > MOST_REMEMBERED) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    synchronized void right(String email, String address) {
        tries.remove(key(email, address));
    }

    private static String key(String email, String address) {
        return email.strip().toLowerCase(Locale.ROOT) + " " + address;
    }
}
