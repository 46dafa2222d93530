package org.netloom.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Value;

/** Values read through their description: what is not set has its default, and a getter gives the type that the description says. */
public final class Settings {

    private final Map<String, Parameter> described = new LinkedHashMap<>();
    private final Map<String, Value> set;

    public Settings(List<Parameter> parameters, Map<String, Value> values) {
        parameters.forEach(parameter -> described.put(parameter.name(), parameter));
        set = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What was set; defaults are not in it. */
    public Map<String, Value> set() {
        return set;
    }

    /** What was set, else the default; a setting that is hidden and holds nonsense counts as not set. */
    public Optional<Value> value(String name) {
        Value value = set.get(name);
        return Optional.ofNullable(value != null && isUsable(name, value) ? value : defaultOf(name));
    }

    private boolean isUsable(String name, Value value) {
        Parameter parameter = parameter(name);
        return isShown(parameter) || SettingProblems.check(parameter, value).isEmpty();
    }

    public @Nullable Value defaultOf(String name) {
        Parameter parameter = parameter(name);
        Parameter.DefaultsBy by = parameter.defaults();
        if (by != null) {
            Value chosen = value(by.parameter())
                    .map(other -> by.values().get(other.text()))
                    .orElse(null);
            if (chosen != null) {
                return chosen;
            }
        }
        return parameter.defaultValue();
    }

    /** The description of a setting; empty where there is no such setting. */
    public Optional<Parameter> described(String name) {
        return Optional.ofNullable(described.get(name));
    }

    public long whole(String name) {
        return switch (required(name)) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> Math.round(real.value());
            case Value.Flag v -> throw wrongType(name, v);
            case Value.Text v -> throw wrongType(name, v);
            case Value.Dims v -> throw wrongType(name, v);
            case Value.Table v -> throw wrongType(name, v);
        };
    }

    public double real(String name) {
        return switch (required(name)) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Flag v -> throw wrongType(name, v);
            case Value.Text v -> throw wrongType(name, v);
            case Value.Dims v -> throw wrongType(name, v);
            case Value.Table v -> throw wrongType(name, v);
        };
    }

    public boolean flag(String name) {
        if (required(name) instanceof Value.Flag flag) {
            return flag.value();
        }
        throw wrongType(name, required(name));
    }

    /** The id of the chosen option, or of what is referred to. */
    public String choice(String name) {
        return required(name).text();
    }

    public List<Long> dims(String name) {
        if (required(name) instanceof Value.Dims dims) {
            return dims.value();
        }
        throw wrongType(name, required(name));
    }

    public Optional<List<List<Double>>> table(String name) {
        return value(name).map(value -> {
            if (value instanceof Value.Table table) {
                return table.value();
            }
            throw wrongType(name, value);
        });
    }

    /** Whether the setting means anything beside the others. */
    public boolean isShown(Parameter parameter) {
        Parameter.ShownWhen when = parameter.shownWhen();
        if (when == null) {
            return true;
        }
        Parameter other = described.get(when.parameter());
        return other != null
                && isShown(other)
                && value(other.name())
                        .map(value -> when.values().contains(value.text()))
                        .orElse(false);
    }

    /** Everything that the descriptions do not allow. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        set.forEach((name, value) -> {
            Parameter parameter = described.get(name);
            if (parameter == null) {
                problems.add(SettingProblems.unknown(name, described.keySet()));
            } else if (isShown(parameter)) {
                SettingProblems.check(parameter, value).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private Value required(String name) {
        return value(name).orElseThrow(() -> new IllegalStateException("The setting " + name + " is empty"));
    }

    private Parameter parameter(String name) {
        Parameter parameter = described.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("No setting " + name + " among " + described.keySet());
        }
        return parameter;
    }

    private static IllegalStateException wrongType(String name, Value value) {
        return new IllegalStateException("The setting " + name + " holds " + value + "; check problems() first");
    }
}
