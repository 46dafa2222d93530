package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Members;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;
import org.springframework.http.HttpStatus;
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
@RequestMapping(path = "/api/v1/workspaces/{workspace}/members", produces = "application/json")
@Tag(name = "Workspaces")
class MembersController {

    private final Workspaces workspaces;
    private final Members members;
    private final Access access;

    MembersController(Workspaces workspaces, Members members, Access access) {
        this.workspaces = workspaces;
        this.members = members;
        this.access = access;
    }

    @Schema(name = "Member")
    record MemberView(
            UUID account,
            String email,
            String name,

            @Schema(allowableValues = {"owner", "editor", "viewer"})
            String role) {

        static MemberView of(Workspaces.Member member) {
            return new MemberView(
                    member.account(),
                    member.email(),
                    member.name(),
                    member.role().id());
        }
    }

    @Schema(name = "NewMember")
    record NewMember(
            @Schema(description = "With which they sign in here.")
            String email,

            @Schema(allowableValues = {"owner", "editor", "viewer"})
            String role) {}

    @Schema(name = "RoleChange")
    record RoleChange(
            @Schema(allowableValues = {"owner", "editor", "viewer"})
            String role) {}

    @GetMapping
    @Needs(Action.SEE)
    @Operation(summary = "The members of a workspace", description = "With their roles, in the order they joined.")
    List<MemberView> listMembers(@PathVariable UUID workspace) {
        return workspaces.members(workspace).stream().map(MemberView::of).toList();
    }

    @PostMapping(consumes = "application/json")
    @Needs(Action.MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a member", description = "Somebody who has an account here; others are invited.")
    MemberView addMember(
            @PathVariable UUID workspace,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewMember.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        access.check(workspace, Action.MANAGE);
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("email", "role"));
        return MemberView.of(Refused.unless(members.add(
                workspace,
                Body.text(wanted, "email").orElse(""),
                Body.text(wanted, "role").orElse(""))));
    }

    @PatchMapping(path = "/{account}", consumes = "application/json")
    @Needs(Action.MANAGE)
    @Operation(
            summary = "Change a member's role",
            description = "Takes hold at once. A workspace is never without an owner.")
    MemberView changeMember(
            @PathVariable UUID workspace,
            @PathVariable UUID account,
            @RequestBody(content = @Content(schema = @Schema(implementation = RoleChange.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        access.check(workspace, Action.MANAGE);
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("role"));
        return MemberView.of(Refused.unless(
                members.changeRole(workspace, account, Body.text(wanted, "role").orElse(""))));
    }

    @DeleteMapping("/{account}")
    @Needs(Action.SEE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a member, or leave", description = "Everyone may leave; owners may remove others.")
    void removeMember(@PathVariable UUID workspace, @PathVariable UUID account) {
        Refused.unless(members.remove(workspace, account));
    }
}
