package org.netloom.workspace.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.netloom.design.Problem;

/** Says each problem of a form at its field, and what belongs to no field above them. */
final class FormProblems extends Div {

    private final transient Map<String, ? extends HasValidation> fields;

    FormProblems(Map<String, ? extends HasValidation> fields) {
        this.fields = fields;
        addClassName("netloom-form-problem");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        setVisible(false);
    }

    void show(List<Problem> problems) {
        clear();
        for (Problem found : problems) {
            HasValidation field = found.parameter() == null ? null : fields.get(found.parameter());
            if (field == null) {
                setText(found.text());
                setVisible(true);
            } else {
                field.setErrorMessage(found.text());
                field.setInvalid(true);
            }
        }
    }
}
