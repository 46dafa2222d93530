package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.springframework.security.core.context.SecurityContextHolder;

class JoiningTest {

    private static final String HERE = "10.0.0.1";

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Person owner = fixture.first();
    private final UUID workspace = fixture.workspaceOf(owner);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private String invite(Role role, @Nullable String email) {
        WorkspaceFixture.signIn(owner);
        String secret =
                fixture.invitations.invite(workspace, role, email, 7).get().secret();
        SecurityContextHolder.clearContext();
        return secret;
    }

    private Result<Person> signUp(String secret, String email) {
        return fixture.joining.signUp(secret, email, "Grace", WorkspaceFixture.PASSWORD, HERE);
    }

    private static void assertRefused(Result<?> result, String code) {
        assertThat(result.problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void makesAnAccountWithAWorkspaceOfItsOwnAndAMember() {
        Person grace = signUp(invite(Role.EDITOR, null), "grace@example.org").get();

        assertThat(grace.administrator()).isFalse();
        assertThat(fixture.workspaces
                        .standing(Place.workspace(workspace), grace.account())
                        .role())
                .contains(Role.EDITOR);
        assertThat(fixture.workspaces.of(grace.account()))
                .filteredOn(Workspaces.Workspace::personal)
                .extracting(Workspaces.Workspace::role)
                .containsExactly(Role.OWNER);
        assertThat(fixture.workspaces.lastUsed(grace.account())).contains(workspace);
        assertThat(fixture.deeds()).containsExactly(Deed.INVITED, Deed.ACCOUNT_MADE, Deed.MEMBER_JOINED);
    }

    @Test
    void takesOneClickWhenSignedIn() {
        String secret = invite(Role.VIEWER, null);
        Person grace = fixture.somebody("grace");
        WorkspaceFixture.signIn(grace);

        assertThat(fixture.joining.join(secret, HERE).isOk()).isTrue();

        assertThat(fixture.workspaces
                        .standing(Place.workspace(workspace), grace.account())
                        .role())
                .contains(Role.VIEWER);
    }

    @Test
    void usesALinkUpOnlyOnce() {
        String secret = invite(Role.VIEWER, null);
        signUp(secret, "grace@example.org").get();

        assertRefused(signUp(secret, "eve@example.org"), "invitation-over");
        assertRefused(fixture.joining.look(secret, HERE), "invitation-over");
        assertThat(fixture.store.byEmail("eve@example.org")).isEmpty();
    }

    @Test
    void usesALinkUpOnlyOnceWhenManyComeAtTheSameTime() throws Exception {
        String secret = invite(Role.VIEWER, null);
        List<Future<Result<Person>>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                String email = "person" + i + "@example.org";
                answers.add(people.submit(() -> signUp(secret, email)));
            }
        }
        int made = 0;
        for (Future<Result<Person>> answer : answers) {
            made += answer.get().isOk() ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
        assertThat(fixture.count("account")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invitation set expires_at = now()",
                "update invitation set revoked_at = now()",
                "update workspace set deleted_at = now()",
                "update member set role = 'EDITOR'",
                "delete from member",
                "update account set disabled_at = now()"
            })
    void refusesALinkThatIsOverOrWhoseMakerMayNoLongerInvite(String change) {
        String secret = invite(Role.VIEWER, null);
        fixture.database.jdbc().sql(change).update();

        assertRefused(signUp(secret, "grace@example.org"), "invitation-over");
        assertRefused(fixture.joining.look("nonsense", HERE), "invitation-over");
    }

    @Test
    void letsSomebodyInOnceWhoOpensManyLinksAtTheSameTime() throws Exception {
        Person grace = fixture.somebody("grace");
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            secrets.add(invite(Role.VIEWER, null));
        }
        List<Future<Result<Invitations.Invitation>>> answers = new ArrayList<>();
        try (ExecutorService tabs = Executors.newFixedThreadPool(secrets.size())) {
            for (String secret : secrets) {
                answers.add(tabs.submit(() -> {
                    WorkspaceFixture.signIn(grace);
                    return fixture.joining.join(secret, HERE);
                }));
            }
        }

        int joined = 0;
        for (Future<Result<Invitations.Invitation>> answer : answers) {
            joined += answer.get().isOk() ? 1 : 0;
        }
        assertThat(joined).isEqualTo(1);
        WorkspaceFixture.signIn(owner);
        assertThat(fixture.invitations.open(workspace)).hasSize(7);
    }

    /** Making a password takes a while: the invitation may have ended since the link was looked at. */
    @Test
    void usesNoLinkUpThatHasEndedSinceItWasLookedAt() {
        WorkspaceFixture.signIn(owner);
        UUID invitation = fixture.invitations
                .invite(workspace, Role.OWNER, null, 7)
                .get()
                .invitation()
                .id();
        fixture.database.jdbc().sql("update member set role = 'VIEWER'").update();

        assertThat(fixture.invitationStore.use(invitation, owner.account())).isFalse();
    }

    @Test
    void keepsTheAddressThatTheInvitationIsFor() {
        Person grace = signUp(invite(Role.VIEWER, "grace@example.org"), "eve@example.org")
                .get();
        assertThat(grace.email()).isEqualTo("grace@example.org");

        String another = invite(Role.VIEWER, "linus@example.org");
        WorkspaceFixture.signIn(grace);
        assertRefused(fixture.joining.join(another, HERE), "invitation-for-another");
    }

    @Test
    void leavesTheLinkToWhoIsAMemberAlready() {
        String secret = invite(Role.VIEWER, null);
        WorkspaceFixture.signIn(owner);

        assertRefused(fixture.joining.join(secret, HERE), "already-member");
        assertThat(fixture.invitations.open(workspace)).hasSize(1);
    }

    @Test
    void takesOverNoAccountThatExists() {
        assertRefused(signUp(invite(Role.OWNER, null), "ADA@example.org"), "email-taken");
        WorkspaceFixture.signIn(owner);
        assertThat(fixture.invitations.open(workspace)).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithEachField() {
        Result<Person> refused = fixture.joining.signUp(invite(Role.VIEWER, null), "nowhere", "", "short", HERE);

        assertThat(refused.problems()).extracting(Problem::parameter).containsExactly("email", "name", "password");
    }

    @Test
    void givesAnAccountAloneWhenAnAdministratorInvitesToTheInstallation() {
        WorkspaceFixture.signIn(owner);
        String secret = fixture.invitations.inviteToInstallation(null, 7).get().secret();
        assertThat(fixture.invitations.open(workspace)).isEmpty();
        assertThat(fixture.invitations.openToInstallation()).hasSize(1);
        assertRefused(fixture.joining.join(secret, HERE), "already-account");
        SecurityContextHolder.clearContext();

        Person grace = signUp(secret, "grace@example.org").get();

        assertThat(fixture.workspaces.of(grace.account())).hasSize(1);
        WorkspaceFixture.signIn(grace);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.invitations.inviteToInstallation(null, 7));
    }

    @Test
    void isStoppedByRevokingTheLink() {
        String secret = invite(Role.VIEWER, null);
        WorkspaceFixture.signIn(owner);
        UUID id = fixture.invitations.open(workspace).getFirst().id();
        fixture.invitations.revoke(workspace, id);

        assertThat(fixture.invitations.open(workspace)).isEmpty();
        SecurityContextHolder.clearContext();
        assertRefused(signUp(secret, "grace@example.org"), "invitation-over");
        WorkspaceFixture.signIn(owner);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.invitations.revoke(workspace, id));
    }

    @Test
    void isLeftToOwners() {
        WorkspaceFixture.signIn(fixture.member(workspace, Role.EDITOR));

        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.invitations.invite(workspace, Role.VIEWER, null, 7));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.invitations.open(workspace));
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        String secret = invite(Role.VIEWER, null);

        assertThat(fixture.database
                        .jdbc()
                        .sql("select invitation::text from invitation")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void slowsTryingSecrets() {
        for (int i = 0; i < 30; i++) {
            assertRefused(fixture.joining.look("guess" + i, HERE), "invitation-over");
        }
        assertRefused(fixture.joining.look("guess", HERE), "link-wait");
        assertThat(fixture.joining.look(invite(Role.VIEWER, null), "10.0.0.2").isOk())
                .isTrue();
    }
}
