package org.netloom.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.training.PlanForm;

/** The document of a training plan: one flat object of all its settings. */
final class PlanDocument {

    private PlanDocument() {}

    /** All settings, those that were never set with their defaults; null where one is empty. */
    static Map<String, @Nullable Object> effective(Map<String, Value> set) {
        Settings settings = PlanForm.settings(set);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (Parameter parameter : PlanForm.parameters()) {
            all.put(
                    parameter.name(),
                    settings.value(parameter.name()).map(ParameterView::plain).orElse(null));
        }
        return all;
    }
}
