package org.netloom.training.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.training.PlanForm;

/** Plans as people read them: every setting that counts, with the value that is in effect. */
final class PlanDifferences {

    /** Stands where a setting means nothing beside the others. */
    static final String NOTHING = "–";

    /** One setting and its value in each plan. */
    record Row(String group, String label, List<String> values) {}

    private PlanDifferences() {}

    /** The settings in which the plans differ, in the order of the form. */
    static List<Row> between(List<Map<String, Value>> plans) {
        return rows(plans, parameter -> true)
                .filter(row -> row.values().stream().distinct().count() > 1)
                .toList();
    }

    /** Every setting of one plan that counts; what is referred to is told where its name is known. */
    static List<Row> effective(Map<String, Value> plan) {
        return rows(List.of(plan), parameter -> !(parameter.kind() instanceof Parameter.Kind.Reference))
                .filter(row -> !row.values().get(0).equals(NOTHING))
                .toList();
    }

    private static Stream<Row> rows(List<Map<String, Value>> plans, Predicate<Parameter> wanted) {
        List<Settings> all = plans.stream().map(PlanForm::settings).toList();
        return PlanForm.parameters().stream()
                .filter(wanted)
                .map(parameter -> new Row(
                        parameter.group(),
                        parameter.label(),
                        all.stream().map(settings -> text(settings, parameter)).toList()));
    }

    private static String text(Settings settings, Parameter parameter) {
        if (!settings.isShown(parameter)) {
            return NOTHING;
        }
        return settings.value(parameter.name())
                .map(value -> said(parameter, value))
                .orElse(NOTHING);
    }

    private static String said(Parameter parameter, Value value) {
        String text = switch (parameter.kind()) {
            case Parameter.Kind.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.id().equals(value.text()))
                        .map(Parameter.Option::label)
                        .findFirst()
                        .orElse(value.text());
            case Parameter.Kind.Whole whole ->
                value instanceof Value.Whole(long number) ? Figures.whole(number) : value.text();
            case Parameter.Kind.Flag flag -> value.text().equals("true") ? "yes" : "no";
            case Parameter.Kind.Real real -> value.text();
            case Parameter.Kind.Dims dims -> value.text();
            case Parameter.Kind.Table table -> value.text();
            case Parameter.Kind.Reference reference -> value.text();
        };
        return parameter.unit().isEmpty() ? text : text + " " + parameter.unit();
    }
}
