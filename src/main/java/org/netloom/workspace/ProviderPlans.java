package org.netloom.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.springframework.stereotype.Service;

/**
 * What a browser is going to the identity provider for, other than signing in. It is kept in the session and only a click here puts
 * it there, so that a link from elsewhere never connects somebody else's identity to an account.
 */
@Service
public class ProviderPlans {

    private static final String ATTRIBUTE = ProviderPlans.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Access access;
    private final Joining joining;

    ProviderPlans(Access access, Joining joining) {
        this.access = access;
        this.joining = joining;
    }

    sealed interface Plan extends Serializable {
        /** Connect the identity to this account. */
        record Connect(UUID account) implements Plan {}

        /** Use this invitation up. */
        record Join(UUID invitation) implements Plan {}
    }

    private record Kept(Plan plan, Instant until) implements Serializable {}

    /** The next identity that comes back is connected to the account of whoever asks. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody connects their own account only")
    public void connect(HttpServletRequest request) {
        keep(request, new Plan.Connect(access.signedIn(true).account()));
    }

    /** Who comes back joins by this invitation, with a new account if need be. */
    @Open(to = Open.To.EVERYONE, because = "whoever has the secret is the one who was invited")
    public Result<Invitations.Invitation> join(String secret, HttpServletRequest request) {
        return joining.look(secret, request.getRemoteAddr()).map(invitation -> {
            keep(request, new Plan.Join(invitation.id()));
            return invitation;
        });
    }

    private static void keep(HttpServletRequest request, Plan plan) {
        request.getSession()
                .setAttribute(ATTRIBUTE, new Kept(plan, Instant.now().plus(PATIENCE)));
    }

    /** Good for one return. */
    static @Nullable Plan take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Kept kept)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return kept.until().isAfter(Instant.now()) ? kept.plan() : null;
    }
}
