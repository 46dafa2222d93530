package org.netloom.editor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.editor.store.PutAwayProjects;
import org.netloom.training.QuietRuns;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.WorkspaceCare;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts projects away and brings them back. */
@Service
public class ProjectCare {

    private final Access access;
    private final Projects projects;
    private final PutAwayProjects store;
    private final QuietRuns runs;
    private final Chronicle chronicle;

    ProjectCare(Access access, Projects projects, PutAwayProjects store, QuietRuns runs, Chronicle chronicle) {
        this.access = access;
        this.projects = projects;
        this.store = store;
        this.runs = runs;
        this.chronicle = chronicle;
    }

    /**
     * A project that is archived, or deleted and can still be brought back.
     *
     * @param at when it was put away
     * @param gone when it will be removed for good; never, if it is only archived
     */
    public record PutAway(UUID id, String name, Instant at, Optional<Instant> gone) {}

    @Needs(Action.SEE)
    public List<PutAway> archived(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.archived(workspace);
    }

    @Needs(Action.SEE)
    public List<PutAway> deleted(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.deleted(workspace);
    }

    /** From now on the project can be looked at only, and is not in the list. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> archive(UUID id) {
        UUID workspace = held(id);
        Person person = access.require(workspace, Action.EDIT);
        int atWork = store.runsAtWork(id);
        if (atWork > 0) {
            return Result.refused(WorkspaceCare.runsAtWork(atWork, "A project"));
        }
        Project project = projects.get(id);
        if (store.archive(id, true)) {
            note(Deed.PROJECT_ARCHIVED, person, workspace, id);
        }
        return Result.ok(projects.get(project.id()));
    }

    /** Asked of the workspace: the archived project itself refuses every change. */
    @Needs(Action.EDIT)
    @Transactional
    public Project unarchive(UUID id) {
        UUID workspace = held(id);
        Person person = access.require(workspace, Action.EDIT);
        projects.get(id);
        if (store.archive(id, false)) {
            note(Deed.PROJECT_UNARCHIVED, person, workspace, id);
        }
        return projects.get(id);
    }

    /** Puts the project away; it can be brought back by {@link #restore} for a while. What trains is paused. */
    @Needs(Action.EDIT)
    @Transactional
    public void delete(UUID id) {
        UUID workspace = held(id);
        Person person = access.require(workspace, Action.EDIT);
        projects.get(id);
        if (store.delete(id, true)) {
            runs.ofProject(id);
            note(Deed.PROJECT_DELETED, person, workspace, id);
        }
    }

    @Needs(Action.EDIT)
    @Transactional
    public Project restore(UUID id) {
        UUID workspace = held(id);
        Person person = access.require(workspace, Action.EDIT);
        if (store.delete(id, false)) {
            note(Deed.PROJECT_RESTORED, person, workspace, id);
        }
        return projects.get(id);
    }

    /** Asked first, so that strangers keep nobody waiting; once it is held it may be somewhere else, so the callers ask again. */
    private UUID held(UUID id) {
        access.check(store.workspaceOf(id).orElseThrow(AccessRefused::otherWorkspace), Action.EDIT);
        return store.holdWithWorkspace(id).orElseThrow(AccessRefused::otherWorkspace);
    }

    private void note(Deed deed, Person who, UUID workspace, UUID project) {
        chronicle.note(deed, who, Place.project(workspace, project), project, store.name(project), "");
    }
}
