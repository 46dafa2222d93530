package org.netloom.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.training.store.RunStore;
import org.netloom.training.store.SampleStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.stereotype.Service;

/** What networks make while they are trained, for whoever may see the run. */
@Service
public class RunPictures {

    private final Access access;
    private final RunStore runs;
    private final SampleStore samples;

    RunPictures(Access access, RunStore runs, SampleStore samples) {
        this.access = access;
        this.runs = runs;
        this.samples = samples;
    }

    /** In the order of the epochs; long runs keep some of them, evenly spread. */
    @Needs(Action.SEE)
    public List<SampleStore.Sheet> sheets(UUID run) {
        visible(run);
        return samples.sheets(run);
    }

    @Needs(Action.SEE)
    public Optional<byte[]> png(UUID run, int epoch) {
        visible(run);
        return samples.png(run, epoch);
    }

    private void visible(UUID run) {
        access.check(runs.placeOf(run).orElseThrow(AccessRefused::otherWorkspace), Action.SEE);
    }
}
