package org.netloom.sharing.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Tags to read. */
final class TagList extends UnorderedList {

    TagList(List<String> tags) {
        addClassName("netloom-tags");
        getElement().setAttribute("aria-label", getTranslation("sharing.tags"));
        setVisible(!tags.isEmpty());
        tags.forEach(tag -> add(new ListItem(tag)));
    }
}
