package org.netloom.editor;

import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.editor.store.ProjectMoves;
import org.netloom.editor.store.ProjectStore;
import org.netloom.editor.store.PutAwayProjects;
import org.netloom.training.DesignLimits;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Quotas;
import org.netloom.workspace.Turns;
import org.netloom.workspace.WorkspaceCare;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes projects to other workspaces, themselves or as copies. Both workspaces must be ones where the person may edit. */
@Service
public class ProjectMoving {

    private final Access access;
    private final Projects projects;
    private final ProjectStore store;
    private final ProjectMoves moves;
    private final PutAwayProjects putAway;
    private final Turns turns;
    private final Quotas quotas;
    private final DesignLimits limits;
    private final Chronicle chronicle;
    private final ApplicationEventPublisher events;

    ProjectMoving(
            Access access,
            Projects projects,
            ProjectStore store,
            ProjectMoves moves,
            PutAwayProjects putAway,
            Turns turns,
            Quotas quotas,
            DesignLimits limits,
            Chronicle chronicle,
            ApplicationEventPublisher events) {
        this.access = access;
        this.projects = projects;
        this.store = store;
        this.moves = moves;
        this.putAway = putAway;
        this.turns = turns;
        this.quotas = quotas;
        this.limits = limits;
        this.chronicle = chronicle;
        this.events = events;
    }

    /** Moves the project with its runs and all that belongs to it. Nothing of it may be training or waiting meanwhile. */
    @Needs(Action.TAKE_AWAY)
    @Transactional
    public Result<Project> move(UUID id, UUID workspace) {
        UUID from = store.placeOf(id).orElseThrow(AccessRefused::otherWorkspace).workspace();
        access.require(Place.project(from, id), Action.TAKE_AWAY);
        access.require(workspace, Action.EDIT);
        if (from.equals(workspace)) {
            return Result.ok(projects.get(id));
        }
        turns.inBoth(from, workspace);
        UUID now = putAway.hold(id).orElseThrow(AccessRefused::otherWorkspace);
        if (!now.equals(from)) {
            throw AccessRefused.otherWorkspace();
        }
        Person person = access.require(Place.project(from, id), Action.TAKE_AWAY);
        Project project = projects.get(id);
        Optional<Problem> refusal = atRest(id)
                .or(() -> quotas.roomForProject(workspace))
                .or(() -> quotas.roomForBytes(workspace, moves.bytes(id)))
                .or(() -> limits.refusal(workspace, project.design()));
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        moves.move(id, workspace);
        events.publishEvent(new ProjectMoved(id, from, workspace));
        note(Deed.PROJECT_MOVED, person, Place.workspace(from), project, "to another workspace");
        note(Deed.PROJECT_MOVED, person, Place.project(workspace, id), project, "from another workspace");
        return Result.ok(projects.get(id));
    }

    /** Makes a project with the same design and plan, without runs; its edits begin anew. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Project> copy(UUID id, UUID workspace) {
        Project project = projects.get(id);
        access.require(project.workspace(), Action.EDIT);
        Person person = access.require(workspace, Action.EDIT);
        Optional<Problem> refusal =
                quotas.roomForProject(workspace).or(() -> limits.refusal(workspace, project.design()));
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        UUID copy = UUID.randomUUID();
        String name = workspace.equals(project.workspace()) ? ProjectName.copyOf(project.name()) : project.name();
        String template = project.template().orElse(null);
        store.insert(copy, workspace, name, template, project.design(), project.plan(), person.account());
        chronicle.note(
                Deed.PROJECT_COPIED, person, Place.project(workspace, copy), copy, name, "from " + project.name());
        if (!workspace.equals(project.workspace())) {
            Place source = Place.project(project.workspace(), id);
            chronicle.note(Deed.PROJECT_COPIED, person, source, id, project.name(), "to another workspace");
        }
        return Result.ok(projects.get(copy));
    }

    private Optional<Problem> atRest(UUID id) {
        int atWork = putAway.runsAtWork(id);
        return atWork == 0 ? Optional.empty() : Optional.of(WorkspaceCare.runsAtWork(atWork, "A project"));
    }

    private void note(Deed deed, Person who, Place place, Project project, String detail) {
        chronicle.note(deed, who, place, project.id(), project.name(), detail);
    }
}
