package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.springframework.security.core.context.SecurityContextHolder;

class TokensTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private String issue() {
        return fixture.tokens.issue("laptop", TokenScope.WRITE, null).get().secret();
    }

    @Test
    void speakForTheAccountThatAskedForThem() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        String token = issue();
        SecurityContextHolder.clearContext();

        WorkspaceFixture.signIn(fixture.tokens.find(token).orElseThrow());

        assertThat(fixture.access.current()).contains(person);
    }

    @Test
    void areWorthNothingWhenChanged() {
        WorkspaceFixture.signIn(fixture.first());
        String token = issue();

        assertThat(fixture.tokens.find(token + "x")).isEmpty();
        assertThat(fixture.tokens.find("")).isEmpty();
    }

    @Test
    void areKeptOnlyAsHash() {
        WorkspaceFixture.signIn(fixture.first());
        String token = issue();

        String row = fixture.database
                .jdbc()
                .sql("select api_token::text from api_token")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token.substring(token.length() - 20));
    }

    @Test
    void noteThatTheyWereUsed() {
        WorkspaceFixture.signIn(fixture.first());
        fixture.tokens.find(issue());

        assertThat(fixture.database
                        .jdbc()
                        .sql("select used_at is not null from api_token")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void areNotForStrangers() {
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::issue);
    }

    @Test
    void areListedUntilTheyAreRevokedByTheirOwner() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        Tokens.Issued read = fixture.tokens.issue("report", TokenScope.READ, 30).get();
        assertThat(fixture.tokens.mine()).extracting(Tokens.Token::name).containsExactly("report");

        WorkspaceFixture.signIn(fixture.somebody("eve"));
        assertThat(fixture.tokens.mine()).isEmpty();
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.tokens.revoke(read.token().id()));
        assertThat(fixture.tokens.find(read.secret())).isPresent();

        WorkspaceFixture.signIn(person);
        fixture.tokens.revoke(read.token().id());
        assertThat(fixture.tokens.mine()).isEmpty();
        assertThat(fixture.tokens.find(read.secret())).isEmpty();
        assertThat(fixture.deeds()).containsExactly(Deed.TOKEN_MADE, Deed.TOKEN_REVOKED);
    }

    @Test
    void endWhenTheyExpire() {
        WorkspaceFixture.signIn(fixture.first());
        String token = fixture.tokens.issue("laptop", TokenScope.WRITE, 7).get().secret();
        assertThat(fixture.tokens.find(token)).isPresent();

        fixture.database.jdbc().sql("update api_token set expires_at = now()").update();

        assertThat(fixture.tokens.find(token)).isEmpty();
        assertThat(fixture.tokens.mine()).isEmpty();
    }

    @Test
    void restWhileTheirAccountIsDisabled() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        String token = issue();

        fixture.store.disable(person.account(), true);
        assertThat(fixture.tokens.find(token)).isEmpty();
        fixture.store.disable(person.account(), false);
        assertThat(fixture.tokens.find(token)).isPresent();
    }

    @Test
    void outliveSigningOutEverywhere() {
        WorkspaceFixture.signIn(fixture.first());
        String token = issue();

        fixture.own.signOutEverywhere();
        SecurityContextHolder.clearContext();

        WorkspaceFixture.signIn(fixture.tokens.find(token).orElseThrow());
        assertThat(fixture.access.current()).isPresent();
    }

    @Test
    void sayWhatIsWrongWithNameAndExpiry() {
        WorkspaceFixture.signIn(fixture.first());

        assertThat(fixture.tokens.issue("x".repeat(101), TokenScope.READ, null).problems())
                .extracting(Problem::code)
                .containsExactly("bad-token-name");
        assertThat(fixture.tokens.issue("x", TokenScope.READ, 0).problems())
                .extracting(Problem::code)
                .containsExactly("bad-expiry");
    }

    @Test
    void forReadingMakeAndRevokeNoOthers() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        Tokens.Issued other =
                fixture.tokens.issue("laptop", TokenScope.WRITE, null).get();
        fixture.signInToRead(person);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::issue);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.tokens.revoke(other.token().id()));
        assertThat(fixture.tokens.mine()).extracting(Tokens.Token::name).containsExactlyInAnyOrder("laptop", "reading");
    }

    @Test
    void theLastOneGoesToOneOfThoseWhoAskAtOnce() throws Exception {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        fixture.database.jdbc().sql("""
                        insert into api_token (id, account_id, name, hash, scope)
                        select gen_random_uuid(), ?, 'old', decode(md5(number::text), 'hex'), 'READ'
                          from generate_series(2, ?) as number
                        """).params(person.account(), Tokens.MOST).update();
        Callable<Boolean> asking = () -> {
            WorkspaceFixture.signIn(person);
            return fixture.tokens.issue("laptop", TokenScope.READ, 7).isOk();
        };
        try (ExecutorService together = Executors.newFixedThreadPool(4)) {
            long issued = 0;
            for (Future<Boolean> asked : together.invokeAll(Collections.nCopies(8, asking))) {
                issued += asked.get() ? 1 : 0;
            }
            assertThat(issued).isEqualTo(1);
        }
        assertThat(fixture.count("api_token")).isEqualTo(Tokens.MOST);
    }
}
