package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/workspaces", produces = "application/json")
@Tag(name = "Workspaces", description = "Who works together. There is one workspace for now.")
class WorkspacesController {

    private final Workspaces workspaces;
    private final Access access;

    WorkspacesController(Workspaces workspaces, Access access) {
        this.workspaces = workspaces;
        this.access = access;
    }

    @Schema(name = "Workspace")
    record WorkspaceView(
            UUID id,
            String name,

            @Schema(
                    description = "What you are in it.",
                    allowableValues = {"owner", "editor", "viewer"})
            String role) {}

    @Schema(name = "Member")
    record MemberView(
            UUID account,
            String email,
            String name,

            @Schema(allowableValues = {"owner", "editor", "viewer"})
            String role) {}

    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person is a member of")
    @GetMapping
    @Operation(summary = "Your workspaces")
    List<WorkspaceView> listWorkspaces() {
        return workspaces.mine().stream()
                .map(each -> new WorkspaceView(each.id(), each.name(), name(each.role())))
                .toList();
    }

    @Open(to = Open.To.SIGNED_IN, because = "whoever makes a workspace owns it")
    @PostMapping
    @Operation(
            summary = "Not yet: make a workspace",
            description = "Always refused for now: an installation has one workspace, made with the first account.")
    @ApiResponse(responseCode = "409", description = "There is one workspace.", useReturnTypeSchema = false)
    void createWorkspace() {
        workspaces.mine();
        throw Refused.conflict(
                "single-workspace",
                "A second workspace cannot be made yet.",
                "This version has one workspace, made with the first account.",
                "Use the workspace that GET /api/v1/workspaces lists; projects divide the work within it.");
    }

    @Needs(Action.SEE)
    @GetMapping("/{workspace}/members")
    @Operation(summary = "The members of a workspace", description = "With their roles, in the order they joined.")
    List<MemberView> listMembers(@PathVariable UUID workspace) {
        return workspaces.members(workspace).stream()
                .map(each -> new MemberView(each.account(), each.email(), each.name(), name(each.role())))
                .toList();
    }

    @Needs(Action.MANAGE)
    @PostMapping("/{workspace}/members")
    @Operation(
            summary = "Not yet: add a member",
            description = "Always refused for now: the first account is the only member.")
    @ApiResponse(responseCode = "409", description = "Members cannot be added yet.", useReturnTypeSchema = false)
    void addMember(@PathVariable UUID workspace) {
        access.check(workspace, Action.MANAGE);
        throw Refused.conflict(
                "single-member",
                "A member cannot be added yet.",
                "This version has one account for each installation.",
                "Let everyone sign in with the first account for now.");
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
