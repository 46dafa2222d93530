package org.netloom.editor;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Result;
import org.netloom.editor.store.ProjectStore;
import org.netloom.format.EditJson;
import org.netloom.format.Json;
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
 * was faster, else it is refused. Undo belongs to a person: it applies the inverse of that person's last edit as a new edit.
 */
@Service
public class Editing {

    private final Access access;
    private final ProjectStore store;
    private final DesignNews news;
    private final Map<Seat, UndoHistory> histories = new ConcurrentHashMap<>();

    Editing(Access access, ProjectStore store, DesignNews news) {
        this.access = access;
        this.store = store;
        this.news = news;
    }

    private record Seat(UUID project, UUID account) {}

    /** A design after an edit. */
    public record Edited(Design design, long revision) {}

    @Needs(Action.EDIT)
    @Transactional
    public Result<Edited> apply(UUID project, Edit edit) {
        Person person = editor(project);
        return change(project, person, edit).map(done -> {
            history(project, person).did(done.inverse());
            return done.edited();
        });
    }

    /** Takes back the person's last edit that was not taken back yet; nothing if there is none. */
    @Needs(Action.EDIT)
    @Transactional
    public Optional<Result<Edited>> undo(UUID project) {
        Person person = editor(project);
        UndoHistory history = history(project, person);
        return history.nextUndo()
                .map(edit -> change(project, person, edit).map(done -> {
                    history.undid(done.inverse());
                    return done.edited();
                }))
                .map(result -> dropIfRefused(result, history::dropUndo));
    }

    /** Does again what the person took back last; nothing if there is nothing. */
    @Needs(Action.EDIT)
    @Transactional
    public Optional<Result<Edited>> redo(UUID project) {
        Person person = editor(project);
        UndoHistory history = history(project, person);
        return history.nextRedo()
                .map(edit -> change(project, person, edit).map(done -> {
                    history.redid(done.inverse());
                    return done.edited();
                }))
                .map(result -> dropIfRefused(result, history::dropRedo));
    }

    @Needs(Action.SEE)
    public boolean canUndo(UUID project) {
        return mine(project).flatMap(UndoHistory::nextUndo).isPresent();
    }

    @Needs(Action.SEE)
    public boolean canRedo(UUID project) {
        return mine(project).flatMap(UndoHistory::nextRedo).isPresent();
    }

    private record Done(Edited edited, Edit inverse) {}

    private Result<Done> change(UUID project, Person person, Edit edit) {
        Project now = store.findForUpdate(project).orElseThrow(AccessRefused::otherWorkspace);
        return edit.applyTo(now.design()).map(changed -> {
            Edit inverse = edit.inverse(now.design());
            store.saveDesign(project, changed, now.revision(), person.account());
            long revision = now.revision() + 1;
            store.log(now.workspace(), project, revision, person.account(), Json.write(EditJson.write(edit)));
            news.tell(project, revision);
            return new Done(new Edited(changed, revision), inverse);
        });
    }

    private static Result<Edited> dropIfRefused(Result<Edited> result, Runnable drop) {
        if (!result.isOk()) {
            drop.run();
        }
        return result;
    }

    private UndoHistory history(UUID project, Person person) {
        return histories.computeIfAbsent(new Seat(project, person.account()), seat -> new UndoHistory());
    }

    /** What the person has done here; nothing for visitors. */
    private Optional<UndoHistory> mine(UUID project) {
        access.check(place(project), Action.SEE);
        return access.current().map(person -> history(project, person));
    }

    private Person editor(UUID project) {
        return access.require(place(project), Action.EDIT);
    }

    private Place place(UUID project) {
        return store.placeOf(project).orElseThrow(AccessRefused::otherWorkspace);
    }
}
