package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.netloom.training.Series;
import org.netloom.training.store.MetricStore;
import tools.jackson.databind.JsonNode;

/** Puts a run's curves together from live frames, as a page does. */
final class WatchedCurve {

    private final TreeMap<Long, MetricStore.Point> points = new TreeMap<>();
    private final Set<Long> seen = new HashSet<>();
    private long sequence;

    void take(JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "points" -> frame.path("points").forEach(this::add);
            case "restart" -> {
                long iteration = frame.path("iteration").asLong();
                points.values().removeIf(point -> point.iteration() > iteration);
            }
            default -> assertThat(frame.path("type").asString()).isEqualTo("state");
        }
        assertThat(frame.path("sequence").asLong()).isGreaterThanOrEqualTo(sequence);
        sequence = frame.path("sequence").asLong();
    }

    void takeAll(List<JsonNode> frames) {
        frames.forEach(this::take);
    }

    private void add(JsonNode row) {
        long number = row.get(0).asLong();
        assertThat(seen.add(number)).as("sequence %s came twice", number).isTrue();
        assertThat(number).isGreaterThan(sequence);
        points.put(
                number,
                new MetricStore.Point(
                        number,
                        Series.byId(row.get(1).asString()).code(),
                        row.get(2).asLong(),
                        row.get(3).asInt(),
                        row.get(4).isString()
                                ? Double.parseDouble(row.get(4).asString())
                                : row.get(4).asDouble()));
    }

    /** To connect again with. */
    long sequence() {
        return sequence;
    }

    List<MetricStore.Point> points() {
        return new ArrayList<>(points.values());
    }
}
