package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.netloom.workspace.store.PutAwayStore;
import org.netloom.workspace.store.StoreFixture;
import org.springframework.security.core.context.SecurityContextHolder;

class WorkspaceCareTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Chronicle chronicle = WorkspaceParts.chronicle(fixture.database);
    private final Workspaces workspaces = new Workspaces(fixture.access, fixture.workspaces, chronicle, 50);
    private final List<Object> told = new ArrayList<>();
    private final PutAwayStore store = StoreFixture.putAway(fixture.database.jdbc());
    private final WorkspaceCare care = new WorkspaceCare(
            fixture.access, workspaces, store, WorkspaceParts.turns(fixture.database), chronicle, told::add);
    private final PurgeRounds rounds =
            new PurgeRounds(List.of(new PurgeConfig().workspacePurge(store, fixture.database.transaction())));
    private final Person ada = fixture.first();
    private UUID lab = new UUID(0, 0);

    WorkspaceCareTest() {
        WorkspaceFixture.signIn(ada);
        lab = workspaces.make("Lab").get().id();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anArchivedWorkspaceIsReadOnlyAndComesBack() {
        assertThat(care.archive(lab).get().archived()).isTrue();
        assertThat(fixture.access.allows(lab, Action.SEE)).isTrue();
        assertThat(fixture.access.allows(lab, Action.EDIT)).isFalse();

        assertThat(care.unarchive(lab).get().archived()).isFalse();
        assertThat(fixture.access.allows(lab, Action.EDIT)).isTrue();
    }

    @Test
    void isNotArchivedWhileSomethingTrains() {
        UUID project = project(lab);
        run(project, "RUNNING");

        assertThat(care.archive(lab).problems()).extracting(Problem::code).containsExactly("runs-at-work");
    }

    @Test
    void aDeletedWorkspaceExistsForNobodyAndItsOwnerBringsItBack() {
        Person editor = fixture.member(lab, Role.EDITOR);
        care.delete(lab).get();

        assertThat(told).containsExactly(new WorkspaceCare.WorkspaceDeleted(lab));
        assertThat(workspaces.mine()).extracting(Workspaces.Workspace::id).doesNotContain(lab);
        assertThat(care.deleted()).extracting(Workspaces.Deleted::id).containsExactly(lab);
        WorkspaceFixture.signIn(editor);
        assertThat(care.deleted()).isEmpty();
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> care.restore(lab));
        WorkspaceFixture.signIn(ada);
        assertThat(care.restore(lab).name()).isEqualTo("Lab");
        assertThat(care.deleted()).isEmpty();
    }

    @Test
    void ownPersonalWorkspacesStay() {
        UUID own = fixture.workspaceOf(ada);

        assertThat(care.delete(own).problems()).extracting(Problem::code).containsExactly("personal-workspace");
        assertThat(care.archive(own).problems()).extracting(Problem::code).containsExactly("personal-workspace");
    }

    @Test
    void isRemovedForGoodAfterTheTimeOfGraceAndNotBefore() {
        UUID project = project(lab);
        run(project, "FINISHED");
        care.delete(lab).get();

        assertThat(rounds.round(Instant.now().plus(Duration.ofDays(29)))).isZero();
        assertThat(care.deleted()).hasSize(1);
        assertThat(rounds.round(Instant.now().plus(Duration.ofDays(31)))).isEqualTo(1);

        assertThat(care.deleted()).isEmpty();
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> care.restore(lab));
        assertThat(fixture.database
                        .jdbc()
                        .sql("select count(*) from run")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherProcessPassesOverWhatOneRemoves() {
        care.delete(lab).get();
        Instant later = Instant.now().plus(Duration.ofDays(31));

        fixture.database.transaction().executeWithoutResult(status -> {
            assertThat(store.purgeOne(later)).contains(lab);
            assertThat(otherProcess(later)).isZero();
        });
        assertThat(rounds.round(later)).isZero();
    }

    private int otherProcess(Instant now) {
        try {
            return java.util.concurrent.CompletableFuture.supplyAsync(() -> rounds.round(now))
                    .get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID project(UUID workspace) {
        UUID project = UUID.randomUUID();
        fixture.database
                .jdbc()
                .sql("insert into project (id, workspace_id, name, design, plan) values (?, ?, 'Project', '{}', '{}')")
                .params(project, workspace)
                .update();
        return project;
    }

    private void run(UUID project, String state) {
        fixture.database.jdbc().sql("""
                        insert into run (id, workspace_id, project_id, number, name, design, design_revision, plan, seed, version, state)
                        select gen_random_uuid(), workspace_id, id, 1, 'Run 1', '{}', 1, '{}', 1, 'test', ? from project where id = ?
                        """).params(state, project).update();
    }
}
