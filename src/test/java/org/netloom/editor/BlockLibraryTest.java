package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.design.Adoption;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.editor.store.BlockStore;
import org.netloom.editor.store.EditStore;
import org.netloom.editor.store.ProjectStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.OnlyAccess;
import org.netloom.workspace.Person;
import org.netloom.workspace.WorkspaceParts;

class BlockLibraryTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Person person = new Person(UUID.randomUUID(), "a@example.org", "Ada", false);
    private final UUID workspace = UUID.randomUUID();
    private final ProjectStore projectStore = new ProjectStore(database.jdbc());
    private final DesignNews news = EditorFixture.news(database);
    private final Access access = new OnlyAccess(person, workspace);
    private final Editing editing = new Editing(
            access, projectStore, new EditStore(database.jdbc()), news, EditorFixture.limits(database, access));
    private final BlockLibrary library = new BlockLibrary(
            access,
            projectStore,
            editing,
            new BlockStore(database.jdbc()),
            WorkspaceParts.turns(database),
            WorkspaceParts.chronicle(database));

    BlockLibraryTest() {
        database.jdbc()
                .sql("insert into workspace (id, name) values (?, 'Test')")
                .param(workspace)
                .update();
        database.jdbc()
                .sql("insert into account (id, email, name, password) values (?, 'a@example.org', 'Ada', '{noop}')")
                .param(person.account())
                .update();
    }

    /** A project with a block of two dense layers, one of which is a block itself. */
    private UUID project() {
        Design drawn = Design.chain(
                Layer.of("in", "input"), Layer.of("a", "dense"), Layer.of("b", "dense"), Layer.of("out", "output"));
        Design nested = new Edit.Batch(
                        new BlockEdit.Group(Set.of("a"), "inner", "inner1", "Inner"),
                        new BlockEdit.Group(Set.of("inner1", "b"), "pair", "pair1", "Pair"))
                .applyTo(drawn)
                .get();
        return project(nested);
    }

    private UUID project(Design design) {
        UUID id = UUID.randomUUID();
        projectStore.insert(id, workspace, "Project", null, design, Map.of(), person.account());
        return id;
    }

    private Project load(UUID project) {
        return projectStore.find(project).orElseThrow();
    }

    private Block pair(UUID project) {
        return load(project).design().block("pair").orElseThrow();
    }

    @Test
    void aSavedBlockComesBackWithTheBlocksInside() {
        UUID project = project();

        SavedBlock saved = library.save(project, "pair").get();

        assertThat(library.list(workspace)).containsExactly(saved);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.definitions()).extracting(Block::name).containsExactly("Inner", "Pair");
        assertThat(pair(project).origin()).isEqualTo(saved.origin());
    }

    @Test
    void aFullLibraryTakesNewVersionsAndNoNewBlocks() {
        UUID project = project();
        library.save(project, "pair").get();
        database.jdbc().sql("""
                        insert into block (id, workspace_id, name, definition)
                        select gen_random_uuid(), ?, 'Block ' || number, '{}' from generate_series(2, ?) as number
                        """).params(workspace, BlockLibrary.MOST).update();

        assertThat(library.save(project, "pair").isOk()).isTrue();
        assertThat(library.save(project, "inner").problems())
                .extracting(Problem::code)
                .containsExactly("too-many-blocks");
    }

    @Test
    void anotherDesignTakesACopyAndTakesItOnce() {
        SavedBlock saved = library.save(project(), "pair").get();

        Adoption.Adopted adopted = Adoption.of(Design.EMPTY, saved.copies());
        Design design = adopted.in(Design.EMPTY);

        assertThat(design.blocks()).hasSize(2);
        assertThat(adopted.block().origin()).isEqualTo(saved.origin());
        assertThat(Adoption.of(design, saved.copies()).edits()).isEmpty();
    }

    @Test
    void aNewVersionIsOfferedToDesignsWithAnOlderCopyAndCanBeTakenBack() {
        UUID here = project();
        SavedBlock first = library.save(here, "pair").get();
        Design copy = Adoption.of(Design.EMPTY, first.copies()).in(Design.EMPTY);
        Design twice = copy.withLayers(List.of(Layer.of("one", "block:pair"), Layer.of("two", "block:pair")));
        UUID there = project(twice);
        assertThat(library.updates(load(there))).isEmpty();

        editing.apply(here, new BlockEdit.InBlock("pair", new Edit.SetParameter("b", "units", Value.of(9))));
        assertThat(library.save(here, "pair").get().version()).isEqualTo(2);

        assertThat(library.updates(load(here))).isEmpty();
        Problem update = library.updates(load(there)).get(0);
        Repair repair = update.repairs().get(0);
        assertThat(update.isError()).isFalse();
        assertThat(repair.label()).isEqualTo("Update 2 uses");
        editing.apply(there, repair.edit());
        assertThat(pair(there).inside().require("b").values()).containsEntry("units", Value.of(9));
        assertThat(library.updates(load(there))).isEmpty();
        editing.undo(there);
        assertThat(load(there).design()).isEqualTo(twice);
    }

    @Test
    void aVersionThatIsNotMadeFromTheNewestIsRefused() {
        UUID here = project();
        SavedBlock first = library.save(here, "pair").get();
        UUID there = project(Adoption.of(Design.EMPTY, first.copies()).in(Design.EMPTY));
        library.save(here, "pair");

        Result<SavedBlock> late = library.save(there, "pair");

        assertThat(late.problems()).extracting(Problem::code).containsExactly("stale-block");
    }

    @Test
    void twoBlocksOfAWorkspaceAreNotCalledTheSame() {
        library.save(project(), "pair").get();

        assertThat(library.save(project(), "pair").problems())
                .extracting(Problem::code)
                .containsExactly("name-taken");
    }

    @Test
    void aRemovedBlockLeavesCopiesAlone() {
        UUID project = project();
        SavedBlock saved = library.save(project, "pair").get();

        library.remove(workspace, saved.id());

        assertThat(library.list(workspace)).isEmpty();
        assertThat(library.updates(load(project))).isEmpty();
        assertThat(pair(project).inside().layers()).isNotEmpty();
    }
}
