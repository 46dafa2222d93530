package org.netloom.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Design;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.training.store.RunSearch;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Quotas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Queueing, steering and finding runs. */
@Service
public class Runs {

    private final Access access;
    private final RunStore store;
    private final RunSearch search;
    private final RunQueue queue;
    private final PreRunCheck check;
    private final RunLimits limits;
    private final Quotas quotas;
    private final DesignLimits designs;
    private final Chronicle chronicle;

    Runs(
            Access access,
            RunStore store,
            RunSearch search,
            RunQueue queue,
            PreRunCheck check,
            RunLimits limits,
            Quotas quotas,
            DesignLimits designs,
            Chronicle chronicle) {
        this.access = access;
        this.store = store;
        this.search = search;
        this.queue = queue;
        this.check = check;
        this.limits = limits;
        this.quotas = quotas;
        this.designs = designs;
        this.chronicle = chronicle;
    }

    /** What a run is made of. */
    public record Request(
            UUID workspace, UUID project, Design design, long revision, Map<String, Value> plan, String name) {}

    /** Snapshots design and plan and queues a run of them; refused with every error that the check finds. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<UUID> queue(Request request) {
        Place place = Place.project(request.workspace(), request.project());
        Person person = access.require(place, Action.TRAIN);
        if (!store.isIn(request.project(), request.workspace())) {
            throw AccessRefused.otherWorkspace();
        }
        Check found = check.check(request.design(), request.plan());
        if (!found.isSound()) {
            return Result.refused(found.errors());
        }
        Optional<Problem> tooMuch =
                designs.refusal(request.workspace(), request.design()).or(() -> quotas.roomForRun(request.workspace()));
        if (tooMuch.isPresent()) {
            return Result.refused(tooMuch.get());
        }
        UUID id = UUID.randomUUID();
        long seed = found.plan().orElseThrow().seed();
        int number = store.nextNumber(request.project());
        if (!store.isIn(request.project(), request.workspace())) {
            throw AccessRefused.otherWorkspace();
        }
        String name =
                request.name().isBlank() ? "Run " + number : request.name().strip();
        store.insert(
                id,
                request.workspace(),
                request.project(),
                name,
                new Run.Snapshot(
                        request.design(),
                        request.revision(),
                        new LinkedHashMap<>(request.plan()),
                        seed,
                        limits.version(),
                        java.time.Instant.now(),
                        Optional.of(person.name())),
                person.account(),
                number);
        queue.add(id, 0);
        chronicle.note(Deed.RUN_QUEUED, person, Place.run(request.workspace(), request.project(), id), id, name, "");
        return Result.ok(id);
    }

    /** The run, if the person may see it. */
    @Needs(Action.SEE)
    public Run get(UUID id) {
        access.check(place(id), Action.SEE);
        return store.find(id).orElseThrow(AccessRefused::otherWorkspace);
    }

    @Needs(Action.SEE)
    public List<Run> ofProject(UUID workspace, UUID project) {
        access.check(Place.project(workspace, project), Action.SEE);
        return store.ofProject(project).stream()
                .filter(run -> run.workspace().equals(workspace))
                .toList();
    }

    @Needs(Action.SEE)
    public List<RunSearch.Found> list(RunSearch.Query query) {
        access.check(query.workspace(), Action.SEE);
        return search.list(query);
    }

    @Needs(Action.SEE)
    public long count(RunSearch.Query query) {
        access.check(query.workspace(), Action.SEE);
        return search.count(query);
    }

    /** How many runs of a workspace wait for a worker. */
    @Needs(Action.SEE)
    public int waiting(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.waiting(workspace);
    }

    /** Asks for the end of the run after its current iteration; a waiting or paused run ends at once. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<Run> stop(UUID id) {
        Run run = editable(id);
        boolean done = switch (run.state().kind()) {
            case QUEUED ->
                store.hasCheckpoint(id)
                        ? store.wish(id, "STOP")
                        : store.change(id, RunState.Kind.STOPPED, Optional.empty());
            case PAUSED -> stopPaused(id);
            case PREPARING, RUNNING, PAUSING, LOST -> store.change(id, RunState.Kind.STOPPING, Optional.of("STOP"));
            case STOPPING -> true;
            case FINISHED, STOPPED, FAILED -> false;
        };
        if (!done) {
            return Result.refused(cannot("stopped", get(id)));
        }
        if (run.state().kind() != RunState.Kind.STOPPING) {
            Place place = Place.run(run.workspace(), run.project(), id);
            chronicle.note(Deed.RUN_STOPPED, access.require(place, Action.TRAIN), place, id, run.name(), "");
        }
        return Result.ok(get(id));
    }

    /** A paused run has been trained: a worker takes it once more, to measure and keep what there is. */
    private boolean stopPaused(UUID id) {
        if (!store.hasCheckpoint(id)) {
            return store.change(id, RunState.Kind.STOPPED, Optional.empty());
        }
        boolean changed = store.change(id, RunState.Kind.QUEUED, Optional.of("STOP"));
        if (changed) {
            queue.add(id, store.attempts(id));
        }
        return changed;
    }

    /** Asks for a pause after the current iteration; everything is kept to go on from there. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<Run> pause(UUID id) {
        Run run = editable(id);
        boolean done = switch (run.state().kind()) {
            case PREPARING, RUNNING, LOST -> store.change(id, RunState.Kind.PAUSING, Optional.of("PAUSE"));
            case PAUSING, PAUSED -> true;
            case QUEUED, STOPPING, FINISHED, STOPPED, FAILED -> false;
        };
        return done ? Result.ok(get(id)) : Result.refused(cannot("paused", get(id)));
    }

    /** Queues a paused run again; it goes on from where it was. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<Run> resume(UUID id) {
        editable(id);
        if (store.change(id, RunState.Kind.QUEUED, Optional.empty())) {
            queue.add(id, store.attempts(id));
            return Result.ok(get(id));
        }
        return Result.refused(cannot("resumed", get(id)));
    }

    /** Queues the same snapshot once more; with the same seed it gives the same numbers, bit for bit. */
    @Needs(Action.TRAIN)
    @Transactional
    public Result<UUID> again(UUID id) {
        Run run = editable(id);
        Run.Snapshot snapshot = run.snapshot();
        return queue(new Request(
                run.workspace(), run.project(), snapshot.design(), snapshot.designRevision(), snapshot.plan(), ""));
    }

    private Run editable(UUID id) {
        access.check(place(id), Action.TRAIN);
        return get(id);
    }

    private Place place(UUID run) {
        return store.placeOf(run).orElseThrow(AccessRefused::otherWorkspace);
    }

    private static Problem cannot(String what, Run run) {
        return Problem.error(
                "wrong-state",
                run.name() + " is " + run.state().kind().id() + " and cannot be " + what + ".",
                what.equals("resumed")
                        ? "Only a paused run can be resumed."
                        : "Only a run that is not over can be " + what + ".",
                "Reload to see where it is, or start another run.");
    }
}
