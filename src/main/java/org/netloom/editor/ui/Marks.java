package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

/** A short note at a field that a colleague has just changed it. It fades by itself and takes no focus. */
final class Marks {

    private static final String MARK = "data-changed-by";

    private Marks() {}

    /** @param name none: nobody has, and an older note goes */
    static void set(Component field, @Nullable String name) {
        if (name == null) {
            field.getElement().removeAttribute(MARK);
        } else {
            field.getElement().setAttribute(MARK, UI.getCurrent().getTranslation("editor.changed-by", name));
        }
    }
}
