package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

class FirstAccountTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @Test
    void ownsTheFirstWorkspace() {
        assertThat(fixture.accounts.none()).isTrue();

        Person person = fixture.first();

        assertThat(fixture.accounts.none()).isFalse();
        assertThat(person.administrator()).isTrue();
        assertThat(fixture.store.person(person.account(), 0)).contains(person);
        assertThat(fixture.workspaces.of(person.account()))
                .extracting(Workspaces.Workspace::role, Workspaces.Workspace::personal)
                .containsExactly(tuple(Role.OWNER, true));
    }

    @Test
    void isMadeOnlyOnce() {
        fixture.first();

        Result<Person> second = fixture.accounts.createFirst("eve@example.org", "Eve", WorkspaceFixture.PASSWORD);

        assertThat(second.problems()).extracting(Problem::code).containsExactly("first-account-exists");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void isMadeOnlyOnceWhenManyAskAtTheSameTime() throws Exception {
        List<Future<Result<Person>>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                String email = "person" + i + "@example.org";
                answers.add(people.submit(
                        () -> fixture.accounts.createFirst(email, "Somebody", WorkspaceFixture.PASSWORD)));
            }
        }

        int made = 0;
        for (Future<Result<Person>> answer : answers) {
            made += answer.get().isOk() ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithEachField() {
        Result<Person> refused = fixture.accounts.createFirst("nowhere", " ", "short");

        assertThat(refused.problems()).extracting(Problem::parameter).containsExactly("email", "name", "password");
        assertThat(refused.problems().getLast().expected()).contains("10 characters");
        assertThat(fixture.accounts.none()).isTrue();
    }

    @Test
    void keepsNoReadablePassword() {
        fixture.first();

        assertThat(fixture.store.byEmail("ADA@example.org"))
                .hasValueSatisfying(account -> assertThat(account.password()).doesNotContain("horse"));
    }

    @Test
    void comesFromTheEnvironmentOnHeadlessStarts() {
        fromEnvironment("root@example.org", WorkspaceFixture.PASSWORD);
        fromEnvironment("another@example.org", WorkspaceFixture.PASSWORD);

        assertThat(fixture.store.byEmail("root@example.org")).isPresent();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesToStartWithAWeakPasswordFromTheEnvironment() {
        assertThatExceptionOfType(FirstAccountRefused.class)
                .isThrownBy(() -> fromEnvironment("root@example.org", "root"))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("password-short"));
    }

    private void fromEnvironment(String email, String password) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("NETLOOM_ADMIN_EMAIL", email)
                .withProperty("NETLOOM_ADMIN_PASSWORD", password);
        new FirstAccountFromEnvironment(fixture.accounts, environment).run(new DefaultApplicationArguments());
    }

    private long count() {
        return fixture.database
                .jdbc()
                .sql("select count(*) from account")
                .query(Long.class)
                .single();
    }
}
