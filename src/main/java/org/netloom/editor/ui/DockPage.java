package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Location;
import java.util.List;
import org.netloom.design.Design;

/** A page of the dock that another module fills. */
public abstract class DockPage extends Div {

    private final Tab tab = new Tab();

    protected DockPage() {
        // What is on a page comes to the browser when it is opened for the first time; its tab is there from the start.
        tab.addAttachListener(attached -> offered(attached.getUI()));
        tab.addDetachListener(detached -> withdrawn());
    }

    /** Told when the dock offers the page, which may never be opened. */
    protected void offered(UI page) {}

    protected void withdrawn() {}

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
