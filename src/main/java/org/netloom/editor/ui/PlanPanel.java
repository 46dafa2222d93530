package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.editor.Project;
import org.netloom.templates.Template;
import org.netloom.templates.Templates;
import org.netloom.training.Check;
import org.netloom.training.PlanForm;

/** What is shown where no layer is selected: how the design is to be trained. */
final class PlanPanel extends Div {

    private final SettingsForm form;
    private final Div expected = new Div();
    private final Paragraph expectedText = new Paragraph();

    PlanPanel(DatasetCatalog datasets, SettingsForm.Listener changed) {
        addClassName("netloom-plan");
        form = new SettingsForm(
                PlanForm.parameters(),
                Map.of("dataset", names(datasets)),
                Set.of("Data", "Loss", "Optimizer", "Length"),
                changed);
        expected.addClassName("netloom-expected");
        expected.add(new H3(getTranslation("editor.plan.expected")), expectedText);
        add(new H3(getTranslation("editor.plan.title")), expected, form);
    }

    private static Map<String, String> names(DatasetCatalog datasets) {
        return datasets.all().stream()
                .collect(Collectors.toMap(DatasetInfo::id, DatasetInfo::name, (a, b) -> a, LinkedHashMap::new));
    }

    void show(Project project, Check check, boolean editable) {
        form.show(
                project.plan(),
                check.problems().stream()
                        .filter(problem -> problem.layer() == null)
                        .toList());
        form.setReadOnly(!editable);
        expectedText.setText(project.template()
                .flatMap(Templates::find)
                .map(Template::expected)
                .orElse(""));
        expected.setVisible(!expectedText.getText().isEmpty());
    }
}
