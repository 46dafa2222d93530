package org.netloom.editor.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Adds a layer by typing its name. */
final class QuickAdd extends Dialog {

    QuickAdd(List<Palette.Item> items, SerializableConsumer<String> chosen) {
        setHeaderTitle(getTranslation("editor.quick.title"));
        ComboBox<Palette.Item> box = new ComboBox<>();
        box.setItems(items);
        box.setItemLabelGenerator(Palette.Item::label);
        box.setAriaLabel(getTranslation("editor.quick.title"));
        box.setWidthFull();
        box.setAutofocus(true);
        box.setAutoOpen(true);
        box.addValueChangeListener(event -> {
            Palette.Item type = event.getValue();
            if (event.isFromClient() && type != null) {
                close();
                chosen.accept(type.type());
            }
        });
        add(box);
        setWidth("22rem");
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                box.focus();
            }
        });
    }
}
