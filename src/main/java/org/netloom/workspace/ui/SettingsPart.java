package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.netloom.workspace.Workspaces;

/** A section of the settings page of a workspace. Every feature brings its own, as a bean with an order. */
public interface SettingsPart {

    /** What there is to show, for this person's role; nothing where there is nothing. */
    List<Component> show(Workspaces.Workspace workspace, Runnable reload);
}
