package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.StoreFixture;
import org.springframework.security.core.context.SecurityContextHolder;

class MembersTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Chronicle chronicle = WorkspaceParts.chronicle(fixture.database);
    private final Members members = new Members(
            fixture.access,
            StoreFixture.members(fixture.database.jdbc()),
            WorkspaceParts.turns(fixture.database),
            chronicle);
    private final Workspaces workspaces = new Workspaces(fixture.access, fixture.workspaces, chronicle, 3);
    private final Person ada = fixture.first();
    private UUID lab = new UUID(0, 0);

    MembersTest() {
        WorkspaceFixture.signIn(ada);
        lab = make("Lab").get().id();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Result<Workspaces.Workspace> make(String name) {
        return fixture.database.transaction().execute(status -> workspaces.make(name));
    }

    private Result<Workspaces.Member> change(Person person, Role role) {
        return fixture.database.transaction().execute(status -> members.changeRole(lab, person.account(), role.id()));
    }

    private Result<Workspaces.Member> remove(Person person) {
        return fixture.database.transaction().execute(status -> members.remove(lab, person.account()));
    }

    private List<String> deeds() {
        return fixture.database
                .jdbc()
                .sql("select deed || ' ' || subject || ' ' || detail from deed where workspace_id = ? order by id")
                .param(lab)
                .query(String.class)
                .list();
    }

    @Test
    void joinChangeAndLeaveAndAllOfItIsNoted() {
        Person bob = fixture.member(fixture.workspaceOf(ada), Role.VIEWER);

        assertThat(members.add(lab, bob.email().toUpperCase(java.util.Locale.ROOT), "viewer")
                        .isOk())
                .isTrue();
        assertThat(change(bob, Role.EDITOR).get().role()).isEqualTo(Role.EDITOR);
        WorkspaceFixture.signIn(bob);
        assertThat(remove(bob).isOk()).isTrue();

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> workspaces.get(lab));
        assertThat(deeds())
                .containsExactly(
                        "WORKSPACE_MADE Lab ",
                        "MEMBER_JOINED VIEWER viewer",
                        "ROLE_CHANGED VIEWER viewer → editor",
                        "MEMBER_REMOVED VIEWER left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u202Eadmin", "half\uD800"})
    void workspacesHaveNamesThatCanBeRead(String name) {
        assertThat(make(name).problems()).extracting(Problem::code).containsExactly("bad-name");
        assertThat(members.add(lab, name + "@example.org", "viewer").problems())
                .extracting(Problem::code)
                .containsExactly("no-account");
        assertThat(fixture.own.rename(name).problems())
                .extracting(Problem::code)
                .containsExactly("name");
        assertThat(fixture.tokens.issue(name, TokenScope.READ, 7).problems())
                .extracting(Problem::code)
                .containsExactly("bad-token-name");
        assertThat(fixture.invitations
                        .invite(lab, Role.VIEWER, name + "@example.org", 7)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("email");
        assertThat(fixture.accounts.signIn(name + "@example.org")).isEmpty();
    }

    @Test
    void theLastOwnerStays() {
        Person editor = fixture.member(lab, Role.EDITOR);

        assertThat(change(ada, Role.EDITOR).problems())
                .extracting(Problem::code)
                .containsExactly("last-owner");
        assertThat(remove(ada).problems()).extracting(Problem::code).containsExactly("last-owner");
        change(editor, Role.OWNER).get();
        assertThat(remove(ada).isOk()).isTrue();
    }

    @Test
    void anOwnerWhoCannotSignInDoesNotCount() {
        Person other = fixture.member(lab, Role.OWNER);
        fixture.database
                .jdbc()
                .sql("update account set disabled_at = now() where id = ?")
                .param(other.account())
                .update();

        assertThat(remove(ada).problems()).extracting(Problem::code).containsExactly("last-owner");
    }

    @Test
    void ownersWhoAllStepBackAtOnceLeaveOne() throws Exception {
        List<Person> owners = new ArrayList<>(List.of(ada));
        for (int i = 0; i < 7; i++) {
            owners.add(fixture.member(lab, Role.OWNER));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Result<Workspaces.Member>>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(owners.size())) {
            for (Person owner : owners) {
                answers.add(people.submit(() -> {
                    WorkspaceFixture.signIn(owner);
                    start.await();
                    return owners.indexOf(owner) % 2 == 0 ? remove(owner) : change(owner, Role.VIEWER);
                }));
            }
            start.countDown();
        }

        int refused = 0;
        for (Future<Result<Workspaces.Member>> answer : answers) {
            refused += answer.get().isOk() ? 0 : 1;
        }
        assertThat(refused).isEqualTo(1);
        assertThat(fixture.database
                        .jdbc()
                        .sql("select count(*) from member where workspace_id = ? and role = 'OWNER'")
                        .param(lab)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyOwnersLookAfterOthers() {
        Person editor = fixture.member(lab, Role.EDITOR);
        Person viewer = fixture.member(lab, Role.VIEWER);
        WorkspaceFixture.signIn(editor);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> remove(viewer));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> change(editor, Role.OWNER));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> members.add(lab, "x@y", "viewer"));
    }

    @Test
    void aTokenForReadingDoesNotLeave() {
        Person bob = fixture.member(lab, Role.VIEWER);
        fixture.signInToRead(bob);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> remove(bob));
    }

    @Test
    void nobodyOwnsMoreThanTheLimit() {
        assertThat(make("Second").isOk()).isTrue();

        assertThat(make("Third").problems()).extracting(Problem::code).containsExactly("too-many-workspaces");
    }

    @Test
    void whoHasNoWorkspaceYetGetsTheirOwn() {
        Person bob = fixture.member(lab, Role.VIEWER);
        remove(bob);
        WorkspaceFixture.signIn(bob);

        Workspaces.Workspace own = fixture.database.transaction().execute(status -> workspaces.current());

        assertThat(own.personal()).isTrue();
        assertThat(own.role()).isEqualTo(Role.OWNER);
        assertThat(workspaces.current()).isEqualTo(own);
    }

    @Test
    void theWorkspaceThatWasEnteredIsTheCurrentOneUntilItIsGone() {
        workspaces.enter(lab);
        assertThat(workspaces.current().name()).isEqualTo("Lab");

        fixture.database
                .jdbc()
                .sql("update workspace set deleted_at = now() where id = ?")
                .param(lab)
                .update();

        assertThat(workspaces.current().personal()).isTrue();
    }
}
