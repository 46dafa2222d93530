package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import java.util.List;
import org.netloom.design.Design;

/** A page of the dock that another module fills. */
public abstract class DockPage extends Div {

    private final Tab tab = new Tab();

    protected final void name(String name) {
        tab.setLabel(name);
    }

    Tab tab() {
        return tab;
    }

    /** Told what is drawn and which of its layers are selected, at first and whenever either has changed. */
    public abstract void show(Design design, List<String> selected);
}
