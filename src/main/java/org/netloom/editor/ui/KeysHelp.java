package org.netloom.editor.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Every key of the workshop. */
final class KeysHelp extends Dialog {

    private static final List<String> KEYS = List.of(
            "add",
            "undo",
            "redo",
            "remove",
            "duplicate",
            "group",
            "ungroup",
            "open",
            "leave",
            "train",
            "walk",
            "move",
            "connect",
            "keys");

    KeysHelp() {
        setHeaderTitle(getTranslation("editor.keys.title"));
        DescriptionList list = new DescriptionList();
        list.addClassName("netloom-keys");
        KEYS.forEach(key -> {
            Span keys = new Span(getTranslation("editor.keys." + key + ".keys"));
            list.add(new DescriptionList.Term(keys));
            list.add(new DescriptionList.Description(getTranslation("editor.keys." + key)));
        });
        add(list);
    }
}
