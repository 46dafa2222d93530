package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasTooltip;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Kind;
import org.netloom.layers.Parameter.Option;

/** One setting's field: shows a value, tells a finished change. */
final class SettingField implements Serializable {

    @FunctionalInterface
    interface Changed extends Serializable {
        void to(@Nullable Value value);
    }

    private final Component component;
    private final HasValue<?, ?> input;
    private final SerializableShow show;

    @FunctionalInterface
    private interface SerializableShow extends Serializable {
        void show(@Nullable Value value);
    }

    private <C extends Component & HasValue<?, ?>> SettingField(C component, SerializableShow show) {
        this.component = component;
        this.input = component;
        this.show = show;
    }

    static SettingField of(Parameter parameter, Map<String, Map<String, String>> references, Changed changed) {
        SettingField field = switch (parameter.kind()) {
            case Kind.Whole kind -> text(parameter, changed, "numeric");
            case Kind.Real kind -> text(parameter, changed, "decimal");
            case Kind.Dims kind -> text(parameter, changed, "text");
            case Kind.Table kind -> table(parameter, changed);
            case Kind.Flag kind -> flag(parameter, changed);
            case Kind.Choice kind ->
                choice(
                        parameter,
                        kind.options().stream()
                                .collect(Collectors.toMap(
                                        Option::id, option -> option, (a, b) -> a, java.util.LinkedHashMap::new)),
                        changed);
            case Kind.Reference kind -> {
                Map<String, Option> options = new java.util.LinkedHashMap<>();
                references
                        .getOrDefault(kind.to(), Map.of())
                        .forEach((id, label) -> options.put(id, new Option(id, label, "", "")));
                yield choice(parameter, options, changed);
            }
        };
        field.component.addClassName("netloom-setting");
        field.component.getElement().setAttribute("data-setting", parameter.name());
        if (field.component instanceof HasValidationProperties validated) {
            validated.setManualValidation(true);
        }
        if (field.component instanceof HasTooltip tooltip && !parameter.help().isBlank()) {
            tooltip.setTooltipText(parameter.help());
        }
        return field;
    }

    private static String label(Parameter parameter) {
        return parameter.label();
    }

    private static SettingField text(Parameter parameter, Changed changed, String keyboard) {
        TextField field = new TextField(label(parameter));
        field.getElement().setAttribute("inputmode", keyboard);
        if (!parameter.unit().isEmpty()) {
            field.setSuffixComponent(new Span(parameter.unit()));
        }
        SettingField setting = new SettingField(field, value -> put(field, value == null ? "" : value.text()));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                setting.parsed(parameter, event.getValue(), changed);
            }
        });
        return setting;
    }

    private static SettingField table(Parameter parameter, Changed changed) {
        TextArea field = new TextArea(label(parameter));
        field.setPlaceholder("0.1 0.2; 0.3 0.4");
        SettingField setting = new SettingField(field, value -> put(field, value == null ? "" : value.text()));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                setting.parsed(parameter, event.getValue(), changed);
            }
        });
        return setting;
    }

    private void parsed(Parameter parameter, String text, Changed changed) {
        if (text.isBlank()) {
            changed.to(null);
            return;
        }
        ValueText.parse(parameter.kind(), text)
                .ifPresentOrElse(changed::to, () -> invalid(ValueText.expectation(parameter.kind())));
    }

    private static SettingField flag(Parameter parameter, Changed changed) {
        Checkbox field = new Checkbox(label(parameter));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.to(Value.of(event.getValue().booleanValue()));
            }
        });
        return new SettingField(field, value -> put(field, value instanceof Value.Flag flag && flag.value()));
    }

    private static SettingField choice(Parameter parameter, Map<String, Option> options, Changed changed) {
        ComboBox<Option> field = new ComboBox<>(label(parameter));
        field.setItems(options.values());
        field.setItemLabelGenerator(Option::label);
        field.setAllowCustomValue(false);
        field.addValueChangeListener(event -> {
            Option chosen = event.getValue();
            field.setHelperText(chosen == null ? "" : chosen.formula());
            if (event.isFromClient()) {
                changed.to(chosen == null ? null : Value.of(chosen.id()));
            }
        });
        return new SettingField(field, value -> put(field, value == null ? null : options.get(value.text())));
    }

    /** Leaves a field alone that shows the value already: Vaadin would empty a combo box in which somebody has begun to type. */
    private static <V> void put(HasValue<?, V> field, @Nullable V value) {
        if (!Objects.equals(field.getValue(), value)) {
            field.setValue(value);
        }
    }

    Component component() {
        return component;
    }

    void setReadOnly(boolean readOnly) {
        input.setReadOnly(readOnly);
    }

    /** @param usual whether the value is the default, which is shown more quietly */
    void show(@Nullable Value value, boolean usual) {
        show.show(value);
        component.getElement().getClassList().set("is-default", usual);
    }

    void showProblem(@Nullable Problem problem) {
        mark(problem != null && problem.isError(), problem == null ? "" : problem.expected());
    }

    private void invalid(String expectation) {
        mark(true, expectation);
    }

    /** Says only what has changed: each word to the browser is a call, and colleagues' edits come by the second. */
    private void mark(boolean invalid, String expectation) {
        if (component instanceof HasValidationProperties field) {
            if (field.isInvalid() != invalid) {
                field.setInvalid(invalid);
            }
            field.setErrorMessage(expectation);
        }
    }
}
