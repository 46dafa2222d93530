package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.store.StoreFixture;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What was worth something once does not stay for ever. */
class SpentTest {

    private static final Duration LATER = Duration.ofDays(200);

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Purge purge =
            new PurgeConfig().spentPurge(StoreFixture.spent(fixture.database.jdbc()), fixture.throttle);
    private final Person ada = fixture.first();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void goRound(Instant now) {
        fixture.now = now;
        new PurgeRounds(List.of(purge)).round(now);
    }

    @Test
    void tokensAndInvitationsThatAreLongOverAreRemoved() {
        WorkspaceFixture.signIn(ada);
        fixture.tokens.issue("soon over", TokenScope.READ, 7).get();
        Tokens.Issued revoked =
                fixture.tokens.issue("revoked", TokenScope.READ, null).get();
        fixture.tokens.revoke(revoked.token().id());
        Tokens.Issued lasting =
                fixture.tokens.issue("lasting", TokenScope.READ, null).get();
        fixture.invitations
                .invite(fixture.workspaceOf(ada), Role.VIEWER, null, 7)
                .get();

        goRound(Instant.now());
        assertThat(fixture.count("api_token")).isEqualTo(3);
        assertThat(fixture.count("invitation")).isEqualTo(1);

        goRound(Instant.now().plus(LATER));
        assertThat(fixture.count("invitation")).isZero();
        assertThat(fixture.tokens.mine())
                .extracting(Tokens.Token::id)
                .containsExactly(lasting.token().id());
        assertThat(fixture.count("api_token")).isEqualTo(1);
    }

    @Test
    void whoGuessesDoesNotFillTheTables() {
        for (int i = 0; i < 50; i++) {
            fixture.throttle.mayTry("person" + i + "@example.org", "2001:db8:0:" + i + "::1");
            fixture.chronicle.note(Deed.SIGN_IN_REFUSED, null, "person" + i, "person" + i, "");
        }
        fixture.chronicle.note(Deed.SIGN_IN_REFUSED, ada.account(), ada.name(), ada.email(), "");
        assertThat(fixture.count("guess")).isEqualTo(150);

        goRound(Instant.now().plus(LATER));

        assertThat(fixture.count("guess")).isZero();
        assertThat(fixture.deeds()).containsExactly(Deed.SIGN_IN_REFUSED);
    }

    @Test
    void rememberedBrowsersThatNeverCameBackAreForgotten() {
        fixture.database
                .jdbc()
                .sql(
                        "insert into persistent_logins values ('ada@example.org', 'a', 'b', now()), ('ada@example.org', 'c', 'd', now() - interval '60 days')")
                .update();

        goRound(Instant.now());

        assertThat(fixture.count("persistent_logins")).isEqualTo(1);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurn() {
        int[] turns = new int[1];
        Purge failing = before -> {
            throw new TransientDataAccessResourceException("not now");
        };
        Purge other = before -> turns[0]++ == 0;

        assertThat(new PurgeRounds(List.of(failing, other)).round(Instant.now()))
                .isEqualTo(1);
    }
}
