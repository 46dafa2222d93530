package org.netloom.editor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Footprint;
import org.netloom.design.FreshIds;
import org.netloom.design.Result;
import org.netloom.design.UsedIds;
import org.netloom.editor.store.EditStore;
import org.netloom.editor.store.EditStore.Kind;
import org.netloom.editor.store.ProjectStore;
import org.netloom.format.DesignJson;
import org.netloom.training.DesignLimits;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies edits. An edit is always applied to the newest revision: where it still makes sense it goes through although a colleague
 * was faster, else it is refused. Undo belongs to a person: it applies the inverse of that person's last edit as a new edit, unless it
 * would take away what others did since.
 */
@Service
public class Editing {

    /** Changes that are answered at once. */
    public static final int MOST_CHANGES = 500;

    private final Access access;
    private final ProjectStore store;
    private final EditStore log;
    private final DesignNews news;
    private final DesignLimits limits;

    Editing(Access access, ProjectStore store, EditStore log, DesignNews news, DesignLimits limits) {
        this.access = access;
        this.store = store;
        this.log = log;
        this.news = news;
        this.limits = limits;
    }

    /**
     * A design after an edit.
     *
     * @param edit as it was applied: what it adds may have got other ids than it asked for
     */
    public record Edited(Design design, long revision, Edit edit) {}

    /** Whether there is something of the person's to take back, and to do again. */
    public record Undoable(boolean undo, boolean redo) {}

    @Needs(Action.EDIT)
    @Transactional
    public Result<Edited> apply(UUID project, Edit wanted) {
        Place place = place(project);
        Person person = access.require(place, Action.EDIT);
        Project now = locked(place, project);
        UsedIds used = log.usedIds(project);
        Edit edit = FreshIds.in(now.design(), used, wanted);
        return edit.applyTo(now.design())
                .then(changed -> within(now, changed))
                .map(changed -> save(now, used, person, Kind.EDIT, edit, changed, null));
    }

    /** The whole document takes the place of the newest revision. It cannot be taken back, and nobody's undo reaches behind what it changes. */
    Result<Long> replace(UUID project, Design design, long base) {
        Place place = place(project);
        Person person = access.require(place, Action.EDIT);
        Project now = locked(place, project);
        if (now.revision() != base) {
            return Result.refused(Projects.stale(base, now.revision()));
        }
        return within(now, design).map(sound -> {
            store.saveDesign(project, sound, base, person.account());
            long revision = base + 1;
            Footprint footprint = Footprint.of(now.design(), sound);
            log.add(new EditStore.Entry(
                    now.workspace(),
                    project,
                    revision,
                    person.account(),
                    Kind.REPLACE,
                    null,
                    null,
                    footprint,
                    revision));
            burn(project, log.usedIds(project), now.design(), sound);
            news.tell(project, revision);
            return revision;
        });
    }

    /** Takes back the person's last edit that was not taken back yet; nothing if there is none. */
    @Needs(Action.EDIT)
    @Transactional
    public Optional<Result<Edited>> undo(UUID project) {
        Place place = place(project);
        Person person = access.require(place, Action.EDIT);
        Project now = locked(place, project);
        return log.undoable(project, person.account(), now.revision())
                .map(open -> takeBack(now, person, Kind.UNDO, open));
    }

    /** Does again what the person took back last; nothing if there is nothing. */
    @Needs(Action.EDIT)
    @Transactional
    public Optional<Result<Edited>> redo(UUID project) {
        Place place = place(project);
        Person person = access.require(place, Action.EDIT);
        Project now = locked(place, project);
        return log.redoable(project, person.account(), now.revision())
                .map(open -> takeBack(now, person, Kind.REDO, open));
    }

    /** Nothing for visitors. */
    @Needs(Action.SEE)
    public Undoable undoable(UUID project) {
        access.check(place(project), Action.SEE);
        return access.current()
                .map(person -> {
                    long newest = store.revisionOf(project);
                    return new Undoable(
                            log.undoable(project, person.account(), newest).isPresent(),
                            log.redoable(project, person.account(), newest).isPresent());
                })
                .orElse(new Undoable(false, false));
    }

    /** @throws org.netloom.workspace.AccessRefused unless whoever asks may see what is done */
    @Needs(Action.SEE)
    public void mayWatch(UUID project) {
        access.check(place(project), Action.SEE);
    }

    /** What was done after a revision, oldest first; at most {@link #MOST_CHANGES}. */
    @Needs(Action.SEE)
    public List<Change> changes(UUID project, long after) {
        access.check(place(project), Action.SEE);
        return log.after(project, after, MOST_CHANGES);
    }

    /** Refused or done, the next undo does not come to the same edit again. */
    private Result<Edited> takeBack(Project now, Person person, Kind kind, EditStore.Open open) {
        log.close(now.id(), open.revision());
        Undoing undoing = new Undoing(log, now, person);
        return undoing.edit(open)
                .then(edit -> edit.applyTo(now.design())
                        .then(changed -> within(now, changed))
                        .map(changed -> save(now, log.usedIds(now.id()), person, kind, edit, changed, open.root())));
    }

    private Edited save(
            Project now, UsedIds used, Person person, Kind kind, Edit edit, Design changed, @Nullable Long root) {
        store.saveDesign(now.id(), changed, now.revision(), person.account());
        long revision = now.revision() + 1;
        log.add(new EditStore.Entry(
                now.workspace(),
                now.id(),
                revision,
                person.account(),
                kind,
                edit,
                edit.inverse(now.design()),
                Footprint.of(now.design(), changed),
                root == null ? revision : root));
        burn(now.id(), used, now.design(), changed);
        news.tell(now.id(), revision);
        return new Edited(changed, revision, edit);
    }

    private void burn(UUID project, UsedIds used, Design before, Design after) {
        UsedIds more = used.after(before, after);
        if (!more.equals(used)) {
            log.keep(project, more);
        }
    }

    private Result<Design> within(Project now, Design changed) {
        return DesignJson.tooLarge(changed)
                .or(() -> limits.refusal(now.workspace(), now.design(), changed))
                .map(Result::<Design>refused)
                .orElseGet(() -> Result.ok(changed));
    }

    /** The project, held; unless it was taken elsewhere since whoever asks was found to be allowed. */
    private Project locked(Place place, UUID project) {
        return store.findForUpdate(project)
                .filter(now -> now.workspace().equals(place.workspace()))
                .orElseThrow(AccessRefused::otherWorkspace);
    }

    private Place place(UUID project) {
        return store.placeOf(project).orElseThrow(AccessRefused::otherWorkspace);
    }
}
