package org.netloom.editor;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Result;
import org.netloom.editor.store.EditStore;
import org.netloom.editor.store.NewsStore;
import org.netloom.editor.store.ProjectStore;
import org.netloom.layers.catalog.Catalog;
import org.netloom.news.NewsLine;
import org.netloom.training.DesignLimits;
import org.netloom.workspace.Access;
import org.netloom.workspace.OnlyAccess;
import org.netloom.workspace.Person;
import org.netloom.workspace.WorkspaceParts;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One project that several people edit, each through an editor of their own, as web processes have them. */
final class EditorFixture {

    final TestDatabase database = TestDatabase.fresh();
    final UUID workspace = UUID.randomUUID();
    final UUID project = UUID.randomUUID();
    final ProjectStore store = new ProjectStore(database.jdbc());

    EditorFixture(Design design) {
        sql("insert into workspace (id, name) values (?, 'Test')", workspace);
        Editor founder = editor("Founder");
        store.insert(project, workspace, "Project", null, design, Map.of(), founder.person.account());
    }

    static DesignNews news(TestDatabase database) {
        return new DesignNews(
                new NewsStore(database.jdbc()), new StaticListableBeanFactory().getBeanProvider(NewsLine.class));
    }

    /** Room enough for any design. */
    static DesignLimits limits(TestDatabase database, Access access) {
        return new DesignLimits(Catalog.standard(), WorkspaceParts.quotas(database, access, WorkspaceParts.PLENTY));
    }

    /** A person at a process of their own. */
    Editor editor(String name) {
        Person person = new Person(UUID.randomUUID(), name + "@example.org", name, false);
        sql(
                "insert into account (id, email, name, password) values (?, ?, ?, '{noop}')",
                person.account(),
                person.email(),
                name);
        return new Editor(person);
    }

    Project stored() {
        return new ProjectStore(database.jdbc()).find(project).orElseThrow();
    }

    Design design() {
        return stored().design();
    }

    private void sql(String statement, Object... parameters) {
        JdbcClient.create(database.source()).sql(statement).params(parameters).update();
    }

    final class Editor {
        final Person person;
        private final Editing editing;

        private Editor(Person person) {
            this.person = person;
            Access access = new OnlyAccess(person, workspace);
            this.editing = new Editing(
                    access,
                    new ProjectStore(database.jdbc()),
                    new EditStore(database.jdbc()),
                    news(database),
                    limits(database, access));
        }

        /** The same person at another process. */
        Editor elsewhere() {
            return new Editor(person);
        }

        Result<Editing.Edited> apply(Edit edit) {
            return transaction(() -> editing.apply(project, edit));
        }

        Optional<Result<Editing.Edited>> undo() {
            return transaction(() -> editing.undo(project));
        }

        Optional<Result<Editing.Edited>> redo() {
            return transaction(() -> editing.redo(project));
        }

        Editing.Undoable undoable() {
            return editing.undoable(project);
        }

        private <T> T transaction(java.util.function.Supplier<T> work) {
            return java.util.Objects.requireNonNull(database.transaction().execute(status -> work.get()));
        }
    }
}
