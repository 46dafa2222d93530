package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Role;

/** Invitations as programs see them. */
@Schema(name = "Invitation")
record InvitationView(
        UUID id,

        @Schema(
                description = "Null: it gives an account only.",
                allowableValues = {"owner", "editor", "viewer"})
        @Nullable
        String role,

        @Schema(description = "The only address it is for. Null: whoever has the link.") @Nullable
        String email,

        @Schema(description = "The name of who invited.") String inviter,
        Instant createdAt,
        Instant expiresAt) {

    @Schema(name = "NewInvitation")
    record Wanted(
            @Schema(
                    description = "`viewer` if missing.",
                    allowableValues = {"owner", "editor", "viewer"})
            @Nullable
            String role,

            @Schema(description = "The only address that it is for; whoever has the link if missing.") @Nullable
            String email,

            @Schema(description = "7 if missing, at most 90.") @Nullable
            Integer expiresInDays) {}

    @Schema(name = "NewAccountInvitation")
    record WantedAccount(@Nullable String email, @Nullable Integer expiresInDays) {}

    @Schema(name = "MadeInvitation")
    record Made(
            InvitationView invitation,

            @Schema(description = "Shown this one time.") String secret,

            @Schema(description = "Where the link leads, below the address of this installation.", example = "/join/…")
            String path) {

        static Made of(Invitations.Made made) {
            return new Made(InvitationView.of(made.invitation()), made.secret(), "/join/" + made.secret());
        }
    }

    @Schema(name = "InvitationSecret")
    record Secret(
            @Schema(description = "The last part of the link.")
            String secret) {}

    @Schema(name = "Joined")
    record Joined(
            @Nullable UUID workspace,
            @Nullable String name,
            @Nullable String role) {

        static Joined of(Invitations.Invitation invitation) {
            return new Joined(invitation.workspace(), invitation.workspaceName(), word(invitation.role()));
        }
    }

    static InvitationView of(Invitations.Invitation invitation) {
        return new InvitationView(
                invitation.id(),
                word(invitation.role()),
                invitation.email(),
                invitation.inviter(),
                invitation.createdAt(),
                invitation.expiresAt());
    }

    private static @Nullable String word(@Nullable Role role) {
        return role == null ? null : role.name().toLowerCase(Locale.ROOT);
    }
}
