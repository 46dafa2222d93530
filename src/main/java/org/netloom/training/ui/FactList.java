package org.netloom.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values beneath each other, for people who want to know exactly. */
final class FactList extends DescriptionList {

    FactList() {
        addClassNames("netloom-facts", "netloom-figures");
    }

    FactList with(String name, String value) {
        return with(name, new Text(value));
    }

    FactList with(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
