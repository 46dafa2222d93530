package org.netloom.sharing.ui;

import java.util.Objects;
import java.util.UUID;
import org.netloom.editor.Projects;
import org.netloom.editor.ui.DesignReading;
import org.netloom.sharing.Notes;
import org.netloom.training.ui.Entry;
import org.netloom.training.ui.RunReport;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Component;

/** What visitors are shown, made of what members see. */
@Component
record SharedPlaces(Projects projects, Notes notes, DesignReading.Sources designs, RunReport.Sources reports) {

    SharedRun run(UUID run, Entry entry) {
        return new SharedRun(this, run, entry);
    }

    /** @param runs address that the id of a run is put after */
    SharedProject project(Place link, String runs, Entry entry) {
        return new SharedProject(this, Objects.requireNonNull(link.project()), runs, entry);
    }
}
