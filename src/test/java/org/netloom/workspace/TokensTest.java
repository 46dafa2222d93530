package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class TokensTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void speakForTheAccountThatAskedForThem() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);
        String token = fixture.tokens.issue("laptop");
        SecurityContextHolder.clearContext();

        WorkspaceFixture.signIn(fixture.tokens.find(token).orElseThrow());

        assertThat(fixture.access.current()).contains(person);
    }

    @Test
    void areWorthNothingWhenChanged() {
        WorkspaceFixture.signIn(fixture.first());
        String token = fixture.tokens.issue("laptop");

        assertThat(fixture.tokens.find(token + "x")).isEmpty();
        assertThat(fixture.tokens.find("")).isEmpty();
    }

    @Test
    void areKeptOnlyAsHash() {
        WorkspaceFixture.signIn(fixture.first());
        String token = fixture.tokens.issue("laptop");

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
        fixture.tokens.find(fixture.tokens.issue("laptop"));

        assertThat(fixture.database
                        .jdbc()
                        .sql("select used_at is not null from api_token")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void areNotForStrangers() {
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.tokens.issue("laptop"));
    }
}
