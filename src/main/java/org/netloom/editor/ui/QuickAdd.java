package org.netloom.editor.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerType;

/** Adds a layer by typing its name. */
final class QuickAdd extends Dialog {

    QuickAdd(LayerCatalog catalog, SerializableConsumer<String> chosen) {
        setHeaderTitle(getTranslation("editor.quick.title"));
        ComboBox<LayerType> box = new ComboBox<>();
        box.setItems(catalog.types());
        box.setItemLabelGenerator(LayerType::label);
        box.setAriaLabel(getTranslation("editor.quick.title"));
        box.setWidthFull();
        box.setAutofocus(true);
        box.setAutoOpen(true);
        box.addValueChangeListener(event -> {
            LayerType type = event.getValue();
            if (event.isFromClient() && type != null) {
                close();
                chosen.accept(type.id());
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
