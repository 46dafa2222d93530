package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Place;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectMovingTest {

    private final ProjectsFixture fixture = new ProjectsFixture();
    private final UUID from = fixture.workspace();
    private final UUID to = fixture.workspace();
    private final UUID project = fixture.project(from);

    private Result<Project> move() {
        return fixture.database.transaction().execute(status -> fixture.moving.move(project, to));
    }

    private Result<Project> copy(UUID workspace) {
        return fixture.database.transaction().execute(status -> fixture.moving.copy(project, workspace));
    }

    @Test
    void takesEverythingAlong() {
        UUID other = fixture.project(from);
        fixture.run(from, other, "FINISHED");
        fixture.run(from, project, "FINISHED");
        fixture.run(from, project, "PAUSED");
        fixture.editing
                .apply(
                        project,
                        new org.netloom.design.Edit.AddLayers(
                                java.util.List.of(org.netloom.design.Layer.of("a", "dense")), java.util.List.of()))
                .get();

        assertThat(move().get().workspace()).isEqualTo(to);

        for (String table : List.of("project", "run", "design_edit", "blob")) {
            assertThat(fixture.count("select count(*) from " + table + " where workspace_id = ?", to))
                    .as(table)
                    .isEqualTo(
                            switch (table) {
                                case "blob" -> 6;
                                case "run" -> 2;
                                default -> 1;
                            });
        }
        assertThat(fixture.count("select count(*) from blob where workspace_id = ?", from))
                .isEqualTo(3);
        assertThat(fixture.told).containsExactly(new ProjectMoved(project, from, to));
        assertThat(fixture.count("select count(*) from deed where deed = 'PROJECT_MOVED' and workspace_id = ?", from))
                .isEqualTo(1);
        assertThat(fixture.count("select count(*) from deed where deed = 'PROJECT_MOVED' and workspace_id = ?", to))
                .isEqualTo(1);
    }

    /** Fails for a new table that belongs to a workspace and of which nobody has said what a move does with it. */
    @Test
    void knowsOfEveryTableWhetherItMoves() {
        Set<String> belonging = new TreeSet<>(
                fixture.database.jdbc().sql("""
                        select columns.table_name from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_schema = current_schema() and table_type = 'BASE TABLE' and column_name = 'workspace_id'
                        """).query(String.class).list());
        Set<String> moving = new TreeSet<>(
                fixture.database.jdbc().sql("""
                        select distinct table_name from information_schema.columns
                         where table_schema = current_schema() and column_name in ('project_id', 'run_id')
                        """).query(String.class).list());
        // Of the workspace itself, the project, large contents (found through the runs), and what stays where it was
        // done.
        Set<String> others = Set.of("member", "block", "quota", "invitation", "project", "blob");
        belonging.removeAll(moving);

        assertThat(belonging).isSubsetOf(others);
    }

    /** Fails for a new table with large contents that a move or the removal of a project would forget. */
    @Test
    void knowsWhoRefersToLargeContents() {
        assertThat(fixture.database.jdbc().sql("""
                        select conrelid::regclass::text || ' ' || attname from pg_constraint
                          join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                         where contype = 'f' and confrelid = 'blob'::regclass
                        """).query(String.class).list())
                .containsExactlyInAnyOrder("blob_chunk blob_id", "checkpoint blob_id", "run model", "run_file blob_id");
    }

    @Test
    void takesNoSharedLinkAlong() {
        fixture.database
                .jdbc()
                .sql(
                        "insert into shared_link (id, workspace_id, project_id, hash, hint, created_by) values (?, ?, ?, 'x', 'x', ?)")
                .params(UUID.randomUUID(), from, project, fixture.ada.account())
                .update();

        move().get();

        assertThat(fixture.count("select count(*) from shared_link where workspace_id = ?", from))
                .isEqualTo(1);
    }

    /** A worker that took one in between would keep its model where the project no longer is. */
    @Test
    void letsNoPausedRunGoOnMeanwhile() {
        fixture.run(from, project, "PAUSED");
        PGSimpleDataSource colleague = new PGSimpleDataSource();
        colleague.setUrl(fixture.database.url());
        colleague.setUser("postgres");
        colleague.setPassword("postgres");

        fixture.database.transaction().executeWithoutResult(status -> {
            assertThat(fixture.putAway.runsAtWork(project)).isZero();
            assertThat(JdbcClient.create(colleague)
                            .sql("select id from run where project_id = ? for no key update skip locked")
                            .param(project)
                            .query(UUID.class)
                            .list())
                    .isEmpty();
        });
    }

    /** Whoever stops a run holds it, then tells of it in the project; whoever moves the project holds that, then its runs. */
    @Test
    void doesNotWaitInACircleWithSomebodyWhoStopsARun() throws Exception {
        UUID run = fixture.run(from, project, "PAUSED");
        CountDownLatch held = new CountDownLatch(1);
        try (ExecutorService colleague = Executors.newSingleThreadExecutor()) {
            Future<?> stopped =
                    colleague.submit(() -> fixture.database.transaction().executeWithoutResult(status -> {
                        fixture.database
                                .jdbc()
                                .sql("update run set state = 'STOPPED' where id = ?")
                                .param(run)
                                .update();
                        held.countDown();
                        while (fixture.count("select count(*) from pg_locks where not granted") == 0) {
                            Thread.onSpinWait();
                        }
                        fixture.chronicle.note(
                                Deed.RUN_STOPPED, fixture.ada, Place.run(from, project, run), run, "Run", "");
                    }));
            held.await();

            assertThat(move().isOk()).isTrue();
            stopped.get();
        }
    }

    @Test
    void leavesBehindAnEditThatWasWaitingMeanwhile() throws Exception {
        Edit edit = new Edit.AddLayers(List.of(Layer.of("late", "dense")), List.of());
        try (ExecutorService colleague = Executors.newSingleThreadExecutor()) {
            Future<Throwable> late = fixture.database.transaction().execute(status -> {
                fixture.database
                        .jdbc()
                        .sql("update project set workspace_id = ? where id = ?")
                        .params(to, project)
                        .update();
                Future<Throwable> waiting = colleague.submit(() -> catchThrowable(
                        () -> fixture.database.transaction().execute(inner -> fixture.editing.apply(project, edit))));
                while (fixture.count("select count(*) from pg_locks where not granted") == 0) {
                    Thread.onSpinWait();
                }
                return waiting;
            });
            assertThat(late.get()).isInstanceOf(AccessRefused.class);
        }
        assertThat(fixture.projects.get(project).design().layers()).isEmpty();
    }

    @Test
    void tellsWhereItWasCopiedFromThatItWas() {
        copy(to).get();
        copy(from).get();

        assertThat(fixture.database
                        .jdbc()
                        .sql("select detail from deed where deed = 'PROJECT_COPIED' and workspace_id = ? order by id")
                        .param(from)
                        .query(String.class)
                        .list())
                .containsExactly("to another workspace", "from Project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUEUED", "PREPARING", "RUNNING", "PAUSING", "STOPPING", "LOST"})
    void waitsForRunsThatAreAtWork(String state) {
        fixture.run(from, project, state);

        assertThat(move().problems()).extracting(Problem::code).containsExactly("runs-at-work");
        assertThat(fixture.projects.get(project).workspace()).isEqualTo(from);
    }

    @Test
    void goesNowhereThatIsNotMine() {
        fixture.mine.remove(to);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::move);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> copy(to));
        fixture.mine.remove(from);
        fixture.mine.add(to);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::move);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> copy(to));
        assertThat(fixture.putAway.workspaceOf(project)).contains(from);
    }

    @Test
    void respectsTheRoomThatThereIs() {
        fixture.blob(to, 9_900);
        fixture.run(from, project, "FINISHED");
        assertThat(move().problems()).extracting(Problem::code).containsExactly("storage-full");

        for (int i = 0; i < 3; i++) {
            fixture.project(to);
        }
        assertThat(move().problems()).extracting(Problem::code).containsExactly("too-many-projects");
        assertThat(copy(to).problems()).extracting(Problem::code).containsExactly("too-many-projects");
    }

    @Test
    void copiesDesignAndPlanWithoutRuns() {
        fixture.run(from, project, "RUNNING");

        Project beside = copy(from).get();
        Project there = copy(to).get();

        assertThat(beside.name()).isEqualTo("Project (copy)");
        assertThat(there.name()).isEqualTo("Project");
        assertThat(there.workspace()).isEqualTo(to);
        assertThat(there.design()).isEqualTo(fixture.projects.get(project).design());
        assertThat(fixture.count("select count(*) from run where project_id = ?", there.id()))
                .isZero();
    }
}
