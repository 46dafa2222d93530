package org.netloom.training.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.netloom.training.Run;

/** What another module adds to the page of a run: a bean of this kind is asked whenever a run is opened. */
public interface RunAddition {

    /** For the head, beside what steers the run. */
    List<Component> head(Run run);

    /** Below everything else. */
    List<Component> panels(Run run);
}
