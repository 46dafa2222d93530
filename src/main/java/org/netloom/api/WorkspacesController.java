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
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.netloom.workspace.WorkspaceCare;
import org.netloom.workspace.Workspaces;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/workspaces", produces = "application/json")
@Tag(name = "Workspaces", description = "Who works together. Everyone has a personal one and may make more.")
class WorkspacesController {

    private final Workspaces workspaces;
    private final WorkspaceCare care;
    private final Access access;

    WorkspacesController(Workspaces workspaces, WorkspaceCare care, Access access) {
        this.workspaces = workspaces;
        this.care = care;
        this.access = access;
    }

    @Schema(name = "Workspace")
    record WorkspaceView(
            UUID id,
            String name,

            @Schema(
                    description = "What you are in it.",
                    allowableValues = {"owner", "editor", "viewer"})
            String role,

            @Schema(description = "Whether it was made for you and stays yours.")
            boolean personal,

            @Schema(description = "Whether it can only be read.")
            boolean archived) {

        static WorkspaceView of(Workspaces.Workspace workspace) {
            return new WorkspaceView(
                    workspace.id(),
                    workspace.name(),
                    workspace.role().id(),
                    workspace.personal(),
                    workspace.archived());
        }
    }

    @Schema(name = "DeletedWorkspace")
    record DeletedView(
            UUID id,
            String name,
            Instant deletedAt,

            @Schema(description = "When it is removed for good.")
            Instant gone) {}

    @Schema(name = "WorkspaceName")
    record Named(String name) {}

    @GetMapping
    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person is a member of")
    @Operation(summary = "Your workspaces", description = "Your personal one comes first.")
    List<WorkspaceView> listWorkspaces() {
        return workspaces.mine().stream().map(WorkspaceView::of).toList();
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(to = Open.To.SIGNED_IN, because = "everybody may make some of their own")
    @Operation(summary = "Make a workspace", description = "You are its owner.")
    ResponseEntity<WorkspaceView> createWorkspace(
            @RequestBody(content = @Content(schema = @Schema(implementation = Named.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        access.signedIn(true);
        Workspaces.Workspace made = Refused.unless(workspaces.make(name(body)));
        return ResponseEntity.created(URI.create("/api/v1/workspaces/" + made.id()))
                .body(WorkspaceView.of(made));
    }

    @GetMapping("/deleted")
    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person owns")
    @Operation(summary = "Your deleted workspaces", description = "Those you own and can still restore.")
    List<DeletedView> listDeletedWorkspaces() {
        return care.deleted().stream()
                .map(each -> new DeletedView(each.id(), each.name(), each.deletedAt(), each.gone()))
                .toList();
    }

    @GetMapping("/{workspace}")
    @Needs(Action.SEE)
    @Operation(summary = "A workspace")
    WorkspaceView getWorkspace(@PathVariable UUID workspace) {
        return WorkspaceView.of(workspaces.get(workspace));
    }

    @PatchMapping(path = "/{workspace}", consumes = "application/json")
    @Needs(Action.MANAGE)
    @Operation(summary = "Rename a workspace")
    WorkspaceView changeWorkspace(
            @PathVariable UUID workspace,
            @RequestBody(content = @Content(schema = @Schema(implementation = Named.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        access.check(workspace, Action.MANAGE);
        return WorkspaceView.of(Refused.unless(workspaces.rename(workspace, name(body))));
    }

    @PostMapping("/{workspace}/archive")
    @Needs(Action.MANAGE)
    @Operation(
            summary = "Archive a workspace",
            description = "It can only be read from now on. Refused while one of its runs waits or is trained.")
    WorkspaceView archiveWorkspace(@PathVariable UUID workspace) {
        return WorkspaceView.of(Refused.unless(care.archive(workspace)));
    }

    @PostMapping("/{workspace}/unarchive")
    @Needs(Action.MANAGE)
    @Operation(summary = "Take a workspace out of the archive")
    WorkspaceView unarchiveWorkspace(@PathVariable UUID workspace) {
        return WorkspaceView.of(Refused.unless(care.unarchive(workspace)));
    }

    @DeleteMapping("/{workspace}")
    @Needs(Action.MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a workspace",
            description = "It is gone for everyone; what trains is paused. An owner can restore it for 30 days.")
    void deleteWorkspace(@PathVariable UUID workspace) {
        Refused.unless(care.delete(workspace));
    }

    @PostMapping("/{workspace}/restore")
    @Open(to = Open.To.SIGNED_IN, because = "only its owners find a deleted workspace")
    @Operation(summary = "Bring a deleted workspace back", description = "Possible for its owners for 30 days.")
    WorkspaceView restoreWorkspace(@PathVariable UUID workspace) {
        return WorkspaceView.of(care.restore(workspace));
    }

    private static String name(String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("name"));
        return Body.text(wanted, "name").orElse("");
    }
}
