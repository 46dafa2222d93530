package org.netloom.sharing.ui;

import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.netloom.sharing.Subject;
import org.netloom.training.Run;
import org.netloom.training.ui.Entry;
import org.netloom.training.ui.RunReport;

/** A run, to look at. */
final class SharedRun extends Div {

    private final String name;

    SharedRun(SharedPlaces places, UUID id, Entry entry) {
        Run run = places.reports().runs().get(id);
        name = run.name();
        addClassNames("netloom-run", "netloom-shared-run");
        add(new TagList(places.notes().tags(Subject.run(id))));
        add(new SharedNotes(places.notes().of(Subject.run(id))));
        add(new RunReport(places.reports(), run, entry, shown -> {}));
    }

    String name() {
        return name;
    }
}
