package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Location;
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

    /** Whether it is what an address of the project leads to, so that it is opened at once. */
    public boolean isMeantBy(Location address) {
        return false;
    }

    /** Told what is drawn and which of its layers are selected, at first and whenever either has changed. */
    public abstract void show(Design design, List<String> selected);
}
