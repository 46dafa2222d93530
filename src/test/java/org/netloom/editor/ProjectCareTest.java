package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.AccessRefused;

class ProjectCareTest {

    private final ProjectsFixture fixture = new ProjectsFixture();
    private final UUID workspace = fixture.workspace();
    private final UUID project = fixture.project(workspace);
    private final ProjectPurge purge = new ProjectPurge(fixture.putAway, fixture.database.transaction());

    @Test
    void anArchivedProjectLeavesTheListAndComesBack() {
        assertThat(fixture.care.archive(project).get().archived()).isTrue();

        assertThat(fixture.projects.list(workspace)).isEmpty();
        assertThat(fixture.care.archived(workspace))
                .extracting(ProjectCare.PutAway::id)
                .containsExactly(project);
        assertThat(fixture.projects.get(project).name()).isEqualTo("Project");
        assertThat(fixture.care.unarchive(project).archived()).isFalse();
        assertThat(fixture.projects.list(workspace)).hasSize(1);
    }

    @Test
    void isHeldByNobodyWhoMayNotChangeIt() {
        fixture.mine.remove(workspace);

        for (Runnable attempt : List.<Runnable>of(
                () -> fixture.care.archive(project),
                () -> fixture.care.unarchive(project),
                () -> fixture.care.delete(project),
                () -> fixture.care.restore(project))) {
            fixture.database.transaction().executeWithoutResult(status -> {
                assertThatExceptionOfType(AccessRefused.class).isThrownBy(attempt::run);
                assertThat(fixture.database
                                .jdbc()
                                .sql("select pg_current_xact_id_if_assigned() is null")
                                .query(Boolean.class)
                                .single())
                        .isTrue();
            });
        }
    }

    @Test
    void isNotArchivedWhileSomethingTrains() {
        fixture.run(workspace, project, "QUEUED");

        assertThat(fixture.care.archive(project).problems())
                .extracting(Problem::code)
                .containsExactly("runs-at-work");
    }

    @Test
    void aDeletedProjectComesBackWithItsRuns() {
        UUID run = fixture.run(workspace, project, "FINISHED");
        fixture.care.delete(project);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.projects.get(project));
        assertThat(fixture.care.deleted(workspace))
                .singleElement()
                .satisfies(deleted -> assertThat(deleted.gone())
                        .hasValueSatisfying(
                                gone -> assertThat(gone).isAfter(Instant.now().plus(Duration.ofDays(29)))));
        assertThat(fixture.care.restore(project).id()).isEqualTo(project);
        assertThat(fixture.state(run)).isEqualTo("FINISHED");
    }

    @Test
    void whatTrainsInADeletedProjectIsPausedNotLost() {
        UUID waiting = fixture.run(workspace, project, "QUEUED");
        UUID running = fixture.run(workspace, project, "RUNNING");
        UUID stopping = fixture.run(workspace, project, "STOPPING");

        fixture.care.delete(project);

        assertThat(fixture.state(waiting)).isEqualTo("QUEUED PAUSE");
        assertThat(fixture.state(running)).isEqualTo("PAUSING PAUSE");
        assertThat(fixture.state(stopping)).isEqualTo("STOPPING");
    }

    @Test
    void isRemovedForGoodWithItsFilesAfterTheTimeOfGrace() {
        UUID other = fixture.project(workspace);
        fixture.run(workspace, other, "FINISHED");
        fixture.run(workspace, project, "FINISHED");
        fixture.care.delete(project);

        assertThat(purge.one(Instant.now().minus(Duration.ofDays(1)))).isFalse();
        assertThat(purge.one(Instant.now().plusSeconds(1))).isTrue();
        assertThat(purge.one(Instant.now().plusSeconds(1))).isFalse();

        assertThat(fixture.count("select count(*) from project")).isEqualTo(1);
        assertThat(fixture.count("select count(*) from blob")).isEqualTo(3);
        assertThat(fixture.count("select count(*) from deed where deed = 'PROJECT_DELETED'"))
                .as("what was done outlives it")
                .isEqualTo(1);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.care.restore(project));
    }

    @Test
    void aWorkspaceTakesNoMoreProjectsThanItMay() {
        create("Two").get();
        create("Three").get();

        assertThat(create("Four").problems()).extracting(Problem::code).containsExactly("too-many-projects");
    }

    @Test
    void aDesignGrowsNoLargerThanItMayButCanAlwaysShrink() {
        Design wide = Design.chain(
                Layer.of("in", "input").with("shape", org.netloom.design.Value.dims(10)),
                Layer.of("hidden", "dense").with("units", 50));
        fixture.projects.replaceDesign(project, wide, 1).get();

        assertThat(units(200).problems()).extracting(Problem::code).containsExactly("too-many-parameters");
        assertThat(fixture.projects.replaceDesign(project, many(), 2).problems())
                .extracting(Problem::code)
                .containsExactly("too-many-layers");
        fixture.database
                .jdbc()
                .sql("insert into quota (workspace_id, parameters) values (?, 100)")
                .param(workspace)
                .update();
        assertThat(units(40).isOk()).isTrue();
        assertThat(units(41).isOk()).isFalse();
    }

    private Result<Editing.Edited> units(int units) {
        return fixture.database
                .transaction()
                .execute(status -> fixture.editing.apply(
                        project, new Edit.SetParameter("hidden", "units", org.netloom.design.Value.of(units))));
    }

    private static Design many() {
        Layer[] layers = new Layer[21];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = Layer.of("layer" + i, "dense");
        }
        return Design.chain(layers);
    }

    private Result<Project> create(String name) {
        return fixture.database.transaction().execute(status -> fixture.projects.create(workspace, name, ""));
    }
}
