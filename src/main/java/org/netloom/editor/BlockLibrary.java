package org.netloom.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Adoption;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Blocks;
import org.netloom.design.CleanName;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.editor.store.BlockStore;
import org.netloom.editor.store.ProjectStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The blocks that a workspace keeps for reuse. A design takes a copy, and is told when the library has a newer version. */
@Service
public class BlockLibrary {

    /** Blocks of one workspace. */
    static final int MOST = 500;

    private final Access access;
    private final ProjectStore projects;
    private final Editing editing;
    private final BlockStore store;
    private final Turns turns;
    private final Chronicle chronicle;

    BlockLibrary(
            Access access, ProjectStore projects, Editing editing, BlockStore store, Turns turns, Chronicle chronicle) {
        this.access = access;
        this.projects = projects;
        this.editing = editing;
        this.store = store;
        this.turns = turns;
        this.chronicle = chronicle;
    }

    @Needs(Action.SEE)
    public List<SavedBlock> list(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.ofWorkspace(workspace);
    }

    /**
     * Keeps a block of a project: as the next version of the block that it is a copy of, else as a new one. The copy in the project
     * remembers which version it is.
     */
    @Needs(Action.EDIT)
    @Transactional
    public Result<SavedBlock> save(UUID id, String block) {
        Place now = projects.placeOf(id).orElseThrow(AccessRefused::otherWorkspace);
        access.check(now, Action.EDIT);
        turns.in(now.workspace());
        Project project = projects.findForUpdate(id)
                .filter(found -> found.workspace().equals(now.workspace()))
                .orElseThrow(AccessRefused::otherWorkspace);
        Person person = access.require(now, Action.EDIT);
        Block wanted = project.design().blocks().get(block);
        if (wanted == null) {
            return Result.refused(LibraryProblems.gone(block));
        }
        List<Block> definitions = new ArrayList<>(Blocks.closure(project.design(), wanted));
        definitions.set(definitions.size() - 1, wanted.from(null));
        return original(project.workspace(), wanted)
                .map(known -> next(known, wanted, definitions, person))
                .orElseGet(() -> first(project.workspace(), wanted, definitions, person))
                .then(saved -> editing.apply(id, new BlockEdit.SetOrigin(block, saved.origin()))
                        .map(edited -> {
                            Place place = Place.project(project.workspace(), id);
                            String version = "version " + saved.version();
                            chronicle.note(Deed.BLOCK_SAVED, person, place, saved.id(), saved.name(), version);
                            return saved;
                        }));
    }

    private Result<SavedBlock> first(UUID workspace, Block wanted, List<Block> definitions, Person person) {
        if (!CleanName.is(wanted.name())) {
            return Result.refused(LibraryProblems.unreadable(wanted));
        }
        if (store.count(workspace) >= MOST) {
            return Result.refused(LibraryProblems.full(MOST));
        }
        UUID id = UUID.randomUUID();
        return store.insert(id, workspace, wanted.name(), definitions, person.account())
                ? Result.ok(store.find(workspace, id).orElseThrow())
                : Result.refused(LibraryProblems.nameTaken(wanted));
    }

    private Result<SavedBlock> next(SavedBlock known, Block wanted, List<Block> definitions, Person person) {
        Block.Origin origin = wanted.origin();
        int base = origin == null ? 0 : origin.version();
        return store.update(known.id(), base, definitions, person.account())
                ? Result.ok(store.find(known.workspace(), known.id()).orElseThrow())
                : Result.refused(LibraryProblems.stale(wanted, base, known.version()));
    }

    /** Takes a block out of the library. Designs keep their copies. */
    @Needs(Action.EDIT)
    @Transactional
    public void remove(UUID workspace, UUID id) {
        Person person = access.require(workspace, Action.EDIT);
        store.find(workspace, id).ifPresent(found -> {
            store.delete(workspace, id);
            chronicle.note(Deed.BLOCK_REMOVED, person, Place.workspace(workspace), id, found.name(), "");
        });
    }

    /** The library's block that this one is a copy of, while it is still there. */
    @Needs(Action.SEE)
    public Optional<SavedBlock> original(UUID workspace, Block block) {
        access.check(workspace, Action.SEE);
        Block.Origin origin = block.origin();
        return origin == null || origin.block().length() != 36
                ? Optional.empty()
                : store.find(workspace, UUID.fromString(origin.block()));
    }

    /** Which of a project's copies the library has a newer version of, each with the edit that brings it here. */
    @Needs(Action.SEE)
    public List<Problem> updates(Project project) {
        List<SavedBlock> saved = null;
        List<Problem> updates = new ArrayList<>();
        for (Block block : project.design().blocks().values()) {
            Block.Origin origin = block.origin();
            if (origin == null) {
                continue;
            }
            if (saved == null) {
                saved = list(project.workspace());
            }
            saved.stream()
                    .filter(each -> each.id().toString().equals(origin.block()) && each.version() > origin.version())
                    .findFirst()
                    .ifPresent(newer -> updates.add(update(project, block, origin, newer)));
        }
        return updates;
    }

    private static Problem update(Project project, Block block, Block.Origin origin, SavedBlock newer) {
        long uses = Blocks.uses(project.design(), block.id());
        return LibraryProblems.newer(block, origin.version(), newer.version())
                .at(project.design().layers().values().stream()
                        .filter(layer -> layer.type().equals(block.type()))
                        .findFirst()
                        .map(org.netloom.design.Layer::id)
                        .orElse(null))
                .with(List.of(new Repair(
                        "Update " + uses + (uses == 1 ? " use" : " uses"),
                        Adoption.update(project.design(), block.id(), newer.copies()))));
    }
}
