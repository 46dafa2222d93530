package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** A form made from the description of settings; every change is told as it is finished. */
final class SettingsForm extends Div {

    /** Told of one changed setting; {@code null} takes it back to its default. */
    @FunctionalInterface
    interface Listener extends Serializable {
        void changed(String setting, @Nullable Value value);
    }

    private final List<Parameter> parameters;
    private final Map<String, SettingField> fields = new LinkedHashMap<>();
    private final Map<String, Details> groups = new LinkedHashMap<>();

    /**
     * @param references what there is to choose from for references, by kind and id
     * @param open groups that are shown at once
     */
    SettingsForm(
            List<Parameter> parameters,
            Map<String, Map<String, String>> references,
            java.util.Set<String> open,
            Listener listener) {
        this.parameters = List.copyOf(parameters);
        addClassName("netloom-form");
        Map<String, List<Component>> byGroup = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            SettingField field =
                    SettingField.of(parameter, references, value -> listener.changed(parameter.name(), value));
            fields.put(parameter.name(), field);
            byGroup.computeIfAbsent(parameter.group(), group -> new ArrayList<>())
                    .add(field.component());
        }
        byGroup.forEach((group, components) -> add(group, components, open.contains(group)));
    }

    private void add(String group, List<Component> components, boolean open) {
        if (group.equals(Parameter.MAIN)) {
            components.forEach(this::add);
            return;
        }
        Details details = new Details(group);
        components.forEach(details::add);
        details.setOpened(open);
        details.addClassName("netloom-form-group");
        groups.put(group, details);
        add(details);
    }

    /** Shows these values, and what is wrong with them. */
    void show(Map<String, Value> values, List<Problem> problems) {
        Settings settings = new Settings(parameters, values);
        Map<String, Boolean> anyShown = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            SettingField field = java.util.Objects.requireNonNull(fields.get(parameter.name()));
            boolean shown = settings.isShown(parameter);
            field.component().setVisible(shown);
            anyShown.merge(parameter.group(), shown, Boolean::logicalOr);
            if (!shown) {
                // Vaadin keeps every call to a hidden field until it is shown: a long session of edits would pile them
                // up.
                continue;
            }
            Value value = values.get(parameter.name());
            field.show(value != null ? value : settings.defaultOf(parameter.name()), value == null);
            field.showProblem(problems.stream()
                    .filter(problem -> parameter.name().equals(problem.parameter()))
                    .findFirst()
                    .orElse(null));
        }
        groups.forEach((group, details) -> details.setVisible(anyShown.getOrDefault(group, false)));
    }

    /** @param changedBy who has just changed a setting, if somebody has */
    void mark(Function<String, @Nullable String> changedBy) {
        fields.forEach((setting, field) -> Marks.set(field.component(), changedBy.apply(setting)));
    }

    void setReadOnly(boolean readOnly) {
        fields.values().forEach(field -> field.setReadOnly(readOnly));
    }
}
