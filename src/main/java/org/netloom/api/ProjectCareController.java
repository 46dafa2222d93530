package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.editor.Project;
import org.netloom.editor.ProjectCare;
import org.netloom.editor.ProjectMoving;
import org.netloom.editor.Projects;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Projects that are put away, moved or copied. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Projects")
class ProjectCareController {

    private final Projects projects;
    private final ProjectCare care;
    private final ProjectMoving moving;
    private final Access access;

    ProjectCareController(Projects projects, ProjectCare care, ProjectMoving moving, Access access) {
        this.projects = projects;
        this.care = care;
        this.moving = moving;
        this.access = access;
    }

    @Schema(name = "PutAwayProject")
    record PutAwayView(
            UUID id,
            String name,

            @Schema(description = "When it was archived or deleted.")
            Instant at,

            @Schema(description = "When it is removed for good; nothing while it is only archived.") @Nullable
            Instant gone) {
        static PutAwayView of(ProjectCare.PutAway project) {
            return new PutAwayView(
                    project.id(), project.name(), project.at(), project.gone().orElse(null));
        }
    }

    @Schema(name = "Destination")
    record Destination(
            @Schema(description = "Id of the workspace.") UUID workspace) {}

    @GetMapping("/workspaces/{workspace}/projects/archived")
    @Needs(Action.SEE)
    @Operation(summary = "Archived projects", description = "They can be read, downloaded and copied, not changed.")
    List<PutAwayView> listArchivedProjects(@PathVariable UUID workspace) {
        return care.archived(workspace).stream().map(PutAwayView::of).toList();
    }

    @GetMapping("/workspaces/{workspace}/projects/deleted")
    @Needs(Action.SEE)
    @Operation(summary = "Deleted projects", description = "Those that can still be restored.")
    List<PutAwayView> listDeletedProjects(@PathVariable UUID workspace) {
        return care.deleted(workspace).stream().map(PutAwayView::of).toList();
    }

    @PostMapping("/projects/{project}/archive")
    @Needs(Action.EDIT)
    @Operation(
            summary = "Archive a project",
            description = "It leaves the list and can only be read. Refused while one of its runs waits or is trained.")
    ProjectsController.ProjectView archiveProject(@PathVariable UUID project) {
        return ProjectsController.ProjectView.of(Refused.unless(care.archive(project)));
    }

    @PostMapping("/projects/{project}/unarchive")
    @Needs(Action.EDIT)
    @Operation(summary = "Take a project out of the archive")
    ProjectsController.ProjectView unarchiveProject(@PathVariable UUID project) {
        return ProjectsController.ProjectView.of(care.unarchive(project));
    }

    @DeleteMapping("/projects/{project}")
    @Needs(Action.EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a project",
            description =
                    "It disappears from all lists, together with its runs; what trains is paused. It can be restored for 30 days.")
    void deleteProject(@PathVariable UUID project) {
        care.delete(project);
    }

    @PostMapping("/projects/{project}/restore")
    @Needs(Action.EDIT)
    @Operation(summary = "Bring a deleted project back", description = "Possible for 30 days, as it was.")
    ProjectsController.ProjectView restoreProject(@PathVariable UUID project) {
        return ProjectsController.ProjectView.of(care.restore(project));
    }

    @PostMapping(path = "/projects/{project}/move", consumes = "application/json")
    @Needs(Action.TAKE_AWAY)
    @Operation(
            summary = "Move a project to another workspace",
            description =
                    "With its runs and all that belongs to it. Takes the role owner here and editor there; refused while one of its runs waits or is trained.")
    ProjectsController.ProjectView moveProject(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = Destination.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return ProjectsController.ProjectView.of(
                Refused.unless(moving.move(project, destination(project, body, Action.TAKE_AWAY))));
    }

    @PostMapping(path = "/projects/{project}/copy", consumes = "application/json")
    @Needs(Action.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Copy a project",
            description =
                    "Design and plan without runs, into the same or another workspace. Takes the role editor in both.")
    ResponseEntity<ProjectsController.ProjectView> copyProject(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = Destination.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        Project copy = Refused.unless(moving.copy(project, destination(project, body, Action.EDIT)));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + copy.id()))
                .body(ProjectsController.ProjectView.of(copy));
    }

    /** Who may not take it away is told so before the body is read. */
    private UUID destination(UUID project, String body, Action action) {
        access.check(projects.get(project).workspace(), action);
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("workspace"));
        return Body.id(wanted, "workspace")
                .orElseThrow(() -> Refused.badRequest(
                        "bad-document",
                        "The body has no “workspace”.",
                        "The id of the workspace where it is to go.",
                        "Send {\"workspace\": \"…\"}."));
    }
}
