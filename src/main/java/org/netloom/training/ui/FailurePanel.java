package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.netloom.design.Problem;

/** Why a run failed, and what to do about it. */
final class FailurePanel extends Div {

    FailurePanel(Problem reason) {
        addClassNames("netloom-panel", "netloom-failure");
        getElement().setAttribute("role", "alert");
        Paragraph expected = new Paragraph(reason.expected());
        expected.addClassName("note");
        Paragraph fix = new Paragraph(reason.fix());
        fix.addClassName("fix");
        add(new H2(reason.what()), expected, fix);
    }
}
