package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.netloom.workspace.Action;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Joining;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.netloom.workspace.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Invitations", description = "Links that let people in, once each.")
class InvitationsController {

    private final Invitations invitations;
    private final Joining joining;

    InvitationsController(Invitations invitations, Joining joining) {
        this.invitations = invitations;
        this.joining = joining;
    }

    @PostMapping("/workspaces/{workspace}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Action.MANAGE)
    @Operation(
            summary = "Invite to a workspace",
            description = "Answers a link for one person; it is shown this one time.")
    InvitationView.Made invite(
            @PathVariable UUID workspace,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = InvitationView.Wanted.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("role", "email", "expiresInDays"));
        Role role = Body.choice(wanted, "role", Role.class).orElse(Role.VIEWER);
        return InvitationView.Made.of(Refused.unless(invitations.invite(workspace, role, email(wanted), days(wanted))));
    }

    @GetMapping("/workspaces/{workspace}/invitations")
    @Needs(Action.MANAGE)
    @Operation(summary = "Open invitations to a workspace", description = "Those that can be used, the newest first.")
    List<InvitationView> listInvitations(@PathVariable UUID workspace) {
        return invitations.open(workspace).stream().map(InvitationView::of).toList();
    }

    @DeleteMapping("/workspaces/{workspace}/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Action.MANAGE)
    @Operation(summary = "Revoke an invitation", description = "Its link leads nowhere from now on.")
    void revokeInvitation(@PathVariable UUID workspace, @PathVariable UUID invitation) {
        invitations.revoke(workspace, invitation);
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(to = Open.To.ADMINISTRATORS, because = "it belongs to no workspace")
    @Operation(
            summary = "Invite to the installation",
            description = "For administrators: gives an account with a workspace of its own, and nothing else.")
    InvitationView.Made inviteToInstallation(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = InvitationView.WantedAccount.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("email", "expiresInDays"));
        return InvitationView.Made.of(Refused.unless(invitations.inviteToInstallation(email(wanted), days(wanted))));
    }

    @GetMapping("/invitations")
    @Open(to = Open.To.ADMINISTRATORS, because = "they belong to no workspace")
    @Operation(summary = "Open invitations to the installation", description = "For administrators.")
    List<InvitationView> listInvitationsToInstallation() {
        return invitations.openToInstallation().stream().map(InvitationView::of).toList();
    }

    @DeleteMapping("/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(to = Open.To.ADMINISTRATORS, because = "it belongs to no workspace")
    @Operation(summary = "Revoke an invitation to the installation", description = "For administrators.")
    void revokeInvitationToInstallation(@PathVariable UUID invitation) {
        invitations.revokeToInstallation(invitation);
    }

    @PostMapping("/join")
    @Open(to = Open.To.SIGNED_IN, because = "whoever has the secret is the one who was invited")
    @Operation(
            summary = "Join a workspace by an invitation",
            description = "With your account. An account is made on the page that the link leads to.")
    InvitationView.Joined join(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = InvitationView.Secret.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body,
            HttpServletRequest request) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("secret"));
        String secret = Body.text(wanted, "secret").orElse("");
        return InvitationView.Joined.of(Refused.unless(joining.join(secret, request.getRemoteAddr())));
    }

    private static String email(ObjectNode wanted) {
        return Body.text(wanted, "email").orElse("");
    }

    private static int days(ObjectNode wanted) {
        return Body.wholeNumber(wanted, "expiresInDays").orElse(Invitations.DEFAULT_DAYS);
    }
}
