package org.netloom.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.design.Design;
import org.netloom.editor.store.EditStore;
import org.netloom.editor.store.ProjectMoves;
import org.netloom.editor.store.ProjectStore;
import org.netloom.editor.store.PutAwayProjects;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.DesignLimits;
import org.netloom.training.TrainingParts;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Quota;
import org.netloom.workspace.Quotas;
import org.netloom.workspace.WorkspaceParts;

/** The services of projects by hand, on a database of their own, for one person who may edit in some workspaces. */
final class ProjectsFixture {

    final TestDatabase database = TestDatabase.fresh();
    final Person ada = new Person(UUID.randomUUID(), "ada@example.org", "Ada", false);
    final Set<UUID> mine = new HashSet<>();
    final List<Object> told = new ArrayList<>();
    final Access access = new Mine();
    final Chronicle chronicle = WorkspaceParts.chronicle(database);
    final Quotas quotas = WorkspaceParts.quotas(database, access, new Quota(100, 10_000, 1000, 20, 3));
    final DesignLimits limits = new DesignLimits(Catalog.standard(), quotas);
    final ProjectStore store = new ProjectStore(database.jdbc());
    final PutAwayProjects putAway = new PutAwayProjects(database.jdbc());
    final DesignNews news = EditorFixture.news(database);
    final Editing editing = new Editing(access, store, new EditStore(database.jdbc()), news, limits);
    final Projects projects = new Projects(
            access,
            store,
            TrainingParts.check(Path.of("target", "no-datasets")),
            TrainingParts.runs(database, access, quotas, limits),
            editing,
            news,
            quotas,
            limits,
            chronicle);
    final ProjectCare care = new ProjectCare(access, projects, putAway, TrainingParts.quietRuns(database), chronicle);
    final ProjectMoving moving = new ProjectMoving(
            access,
            projects,
            store,
            new ProjectMoves(database.jdbc()),
            putAway,
            WorkspaceParts.turns(database),
            quotas,
            limits,
            chronicle,
            told::add);

    ProjectsFixture() {
        database.jdbc()
                .sql("insert into account (id, email, name) values (?, ?, ?)")
                .params(ada.account(), ada.email(), ada.name())
                .update();
    }

    UUID workspace() {
        UUID id = UUID.randomUUID();
        database.jdbc()
                .sql("insert into workspace (id, name) values (?, 'Workspace')")
                .param(id)
                .update();
        mine.add(id);
        return id;
    }

    UUID project(UUID workspace) {
        UUID id = UUID.randomUUID();
        store.insert(id, workspace, "Project", null, Design.EMPTY, Map.of(), ada.account());
        return id;
    }

    UUID blob(UUID workspace, long size) {
        UUID id = UUID.randomUUID();
        database.jdbc()
                .sql("insert into blob (id, workspace_id, size, sha256) values (?, ?, ?, '')")
                .params(id, workspace, size)
                .update();
        return id;
    }

    /** A run with a model, a checkpoint and a file beside it, a hundred bytes each. */
    UUID run(UUID workspace, UUID project, String state) {
        UUID id = UUID.randomUUID();
        database.jdbc()
                .sql("""
                        insert into run (id, workspace_id, project_id, number, name, design, design_revision, plan, seed, version,
                                         state, model)
                        select ?, ?, ?, count(*) + 1, 'Run', '{}', 1, '{}', 1, 'test', ?, ? from run where project_id = ?
                        """)
                .params(id, workspace, project, state, blob(workspace, 100), project)
                .update();
        database.jdbc()
                .sql("insert into checkpoint (run_id, iteration, epoch, blob_id) values (?, 1, 1, ?)")
                .params(id, blob(workspace, 100))
                .update();
        database.jdbc()
                .sql("insert into run_file (run_id, name, blob_id) values (?, 'more.zip', ?)")
                .params(id, blob(workspace, 100))
                .update();
        return id;
    }

    String state(UUID run) {
        return database.jdbc()
                .sql("select state || coalesce(' ' || wanted, '') from run where id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    int count(String sql, Object... parameters) {
        return database.jdbc().sql(sql).params(parameters).query(Integer.class).single();
    }

    private final class Mine implements Access {
        @Override
        public Optional<Person> current() {
            return Optional.of(ada);
        }

        @Override
        public boolean allows(Place place, Action action) {
            return mine.contains(place.workspace());
        }

        @Override
        public void check(Place place, Action action) {
            if (!allows(place, action)) {
                throw AccessRefused.otherWorkspace();
            }
        }

        @Override
        public Person require(Place place, Action action) {
            check(place, action);
            return ada;
        }

        @Override
        public Person signedIn(boolean change) {
            return ada;
        }

        @Override
        public Person administrator() {
            return ada;
        }
    }
}
