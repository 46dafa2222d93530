package org.netloom.shell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** How much each caller may still ask: as many requests at once as a bucket holds, then as many as flow into it. */
final class Buckets {

    private static final int MOST_REMEMBERED = 50_000;

    private final double size;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true);

    private record Level(double left, long at) {}

    Buckets(double size, double perSecond, LongSupplier nanos) {
        this.size = size;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Takes one out. Nothing when it was there; else how many seconds to wait. */
    synchronized OptionalLong take(String caller) {
        Level level = level(caller);
        if (level.left() < 1) {
            levels.put(caller, level);
            return OptionalLong.of((long) Math.ceil((1 - level.left()) / perSecond));
        }
        levels.put(caller, new Level(level.left() - 1, level.at()));
        if (levels.size() > MOST_REMEMBERED) {
            levels.remove(levels.keySet().iterator().next());
        }
        return OptionalLong.empty();
    }

    /** As {@link #take}, without taking. */
    synchronized OptionalLong peek(String caller) {
        double left = level(caller).left();
        return left < 1 ? OptionalLong.of((long) Math.ceil((1 - left) / perSecond)) : OptionalLong.empty();
    }

    private Level level(String caller) {
        long now = nanos.getAsLong();
        Level known = levels.get(caller);
        if (known == null) {
            return new Level(size, now);
        }
        double seconds = (double) (now - known.at()) / Duration.ofSeconds(1).toNanos();
        return new Level(Math.min(size, known.left() + seconds * perSecond), now);
    }
}
