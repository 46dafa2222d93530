package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.netloom.editor.Project;

/** What another module adds to the workshop: a bean of this kind is asked whenever a project is opened. */
public interface WorkshopAddition {

    /** For the bar at the top. */
    List<Component> bar(Project project);

    /**
     * For the dock.
     *
     * @param goTo selects a layer and brings it into view
     */
    List<DockPage> pages(Project project, SerializableConsumer<String> goTo);
}
