package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import org.netloom.editor.Project;
import org.netloom.training.Check;

/** Totals of the design, and that it is saved. */
final class StatusLine extends Footer {

    private final Span parameters = new Span();
    private final Span flops = new Span();
    private final Span saved = new Span();

    StatusLine() {
        addClassName("netloom-status");
        parameters.setId("total-parameters");
        add(parameters, flops, saved);
    }

    void show(Project project, Check check) {
        parameters.setText(getTranslation(
                "editor.status.parameters", Figures.grouped(check.inference().parameters())));
        flops.setText(getTranslation(
                "editor.status.flops", Figures.flop(check.inference().flops())));
        saved.setText(getTranslation("editor.status.saved", project.revision()));
    }
}
