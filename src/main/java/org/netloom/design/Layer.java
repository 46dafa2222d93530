package org.netloom.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One layer on the canvas.
 *
 * @param id unique in the design, never reused
 * @param type id of the layer type in the catalog, such as {@code dense}
 * @param name what the person calls it; unique in the design
 * @param values the parameters that differ from their defaults
 */
public record Layer(String id, String type, String name, Position position, Map<String, Value> values) {

    public Layer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Layer of(String id, String type) {
        return new Layer(id, type, id, Position.ORIGIN, Map.of());
    }

    public Layer at(double x, double y) {
        return new Layer(id, type, name, new Position(x, y), values);
    }

    public Layer named(String newName) {
        return new Layer(id, type, newName, position, values);
    }

    /** This layer with one parameter changed; {@code null} takes it back to its default. */
    public Layer with(String parameter, @Nullable Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, value);
        }
        return new Layer(id, type, name, position, changed);
    }

    public Layer with(String parameter, long value) {
        return with(parameter, Value.of(value));
    }

    public Layer with(String parameter, String value) {
        return with(parameter, Value.of(value));
    }
}
