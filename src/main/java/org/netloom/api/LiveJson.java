package org.netloom.api;

import org.netloom.editor.Change;
import org.netloom.format.Json;
import org.netloom.training.RunFrame;
import org.netloom.training.RunStanding;
import org.netloom.training.Series;
import org.netloom.training.store.MetricStore;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Live frames of runs and of designs, and curve points, as text. What is not a number is written as "NaN", "Infinity" or "-Infinity". */
final class LiveJson {

    private LiveJson() {}

    static String text(RunFrame frame) {
        ObjectNode object = Json.object();
        switch (frame) {
            case RunFrame.Points points -> {
                object.put("type", "points");
                object.put("sequence", points.sequence());
                ArrayNode rows = object.putArray("points");
                points.points().forEach(point -> row(rows.addArray(), point));
            }
            case RunFrame.Restart restart -> {
                object.put("type", "restart");
                object.put("sequence", restart.sequence());
                object.put("iteration", restart.iteration());
            }
            case RunFrame.Samples samples -> {
                object.put("type", "samples");
                object.put("sequence", samples.sequence());
                object.put("epoch", samples.epoch());
            }
            case RunFrame.Standing standing -> {
                object.put("type", "state");
                object.put("sequence", standing.sequence());
                put(object, standing.standing());
            }
        }
        return Json.write(object);
    }

    static String text(Change change) {
        ObjectNode frame = Json.object()
                .put("revision", change.revision())
                .put("by", change.name())
                .put("kind", change.kind());
        frame.set("edit", Json.parseOwn(change.edit()));
        return Json.write(frame);
    }

    private static void row(ArrayNode row, MetricStore.Point point) {
        row.add(point.sequence());
        row.add(Series.byCode(point.series()).id());
        row.add(point.iteration());
        row.add(point.epoch());
        if (Double.isFinite(point.value())) {
            row.add(point.value());
        } else {
            row.add(String.valueOf(point.value()));
        }
    }

    private static void put(ObjectNode object, RunStanding standing) {
        object.put("state", standing.state().id());
        object.put("reason", standing.reason());
        object.put("iteration", standing.iteration());
        object.put("iterations", standing.iterations());
        object.put("epoch", standing.epoch());
        object.put("epochs", standing.epochs());
        object.put(
                "samplesPerSecond",
                standing.samplesPerSecond().filter(Double::isFinite).orElse(null));
        object.put(
                "secondsLeft", standing.secondsLeft().filter(Double::isFinite).orElse(null));
    }

    /** A number, or its name as text. */
    static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }
}
