package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.RandomEdits;
import org.netloom.design.Result;

/** Two people edit one design at random from two processes, and both take back and do again as they like. */
@Tag("thorough")
class ConcurrentEditsTest {

    private static final int EDITS = 200;

    private final EditorFixture shared =
            new EditorFixture(Design.chain(Layer.of("input1", "input"), Layer.of("output1", "output")));
    private final Map<Long, Design> history = new ConcurrentSkipListMap<>();

    private record Logged(long revision, UUID account, String kind, long root, String edit) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void loseNothingOfEachOther(long seed) throws Exception {
        history.put(1L, shared.design());
        List<EditorFixture.Editor> people = List.of(shared.editor("Ada"), shared.editor("Bob"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> work = new ArrayList<>();
            people.forEach(person -> work.add(() -> edit(person, new Random(seed + people.indexOf(person) * 100L))));
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        Project stored = shared.stored();
        List<Logged> log = log();

        assertThat(log).hasSize((int) stored.revision() - 1).hasSizeGreaterThan(EDITS);
        assertThat(log).extracting(Logged::kind).contains("edit", "undo", "redo");
        assertThat(stored.design()).isEqualTo(replayed(log));
        assertThat(stored.design()).isEqualTo(history.get(stored.revision()));
        everyUndoSparesTheOther(log);
    }

    private Void edit(EditorFixture.Editor person, Random random) {
        RandomEdits edits = new RandomEdits(random.nextLong());
        Design seen = shared.design();
        for (int i = 0; i < EDITS; i++) {
            Result<Editing.Edited> result = switch (random.nextInt(5)) {
                case 0 -> person.undo().orElse(null);
                case 1 -> person.redo().orElse(null);
                // What was seen may be old: that is how two people meet.
                default -> person.apply(edits.on(random.nextInt(3) == 0 ? shared.design() : seen));
            };
            if (result instanceof Result.Ok<Editing.Edited>(Editing.Edited edited)) {
                history.put(edited.revision(), edited.design());
                seen = edited.design();
            }
        }
        return null;
    }

    private List<Logged> log() {
        return shared.database
                .jdbc()
                .sql("select revision, account_id, kind, root, edit from design_edit order by revision")
                .query((row, number) -> new Logged(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }

    private Design replayed(List<Logged> log) {
        Design design = Objects.requireNonNull(history.get(1L));
        for (Logged entry : log) {
            Edit edit = org.netloom.format.EditJson.own(entry.edit());
            design = edit.applyTo(design).get();
        }
        return design;
    }

    /** Each fact remembers who made it what it is; an undo may change only what its own person made. */
    private void everyUndoSparesTheOther(List<Logged> log) {
        List<Map<String, UUID>> makers = new ArrayList<>();
        makers.add(Map.of());
        makers.add(Map.of());
        int undone = 0;
        for (Logged entry : log) {
            int revision = (int) entry.revision();
            Map<String, UUID> before = makers.get(revision - 1);
            Map<String, UUID> after = new HashMap<>(before);
            for (String fact : changed(revision)) {
                if (entry.kind().equals("undo")) {
                    assertThat(before.get(fact))
                            .as("%s changed by the undo at revision %d of %d", fact, revision, entry.root())
                            .isEqualTo(entry.account());
                    UUID earlier = makers.get((int) entry.root() - 1).get(fact);
                    if (earlier == null) {
                        after.remove(fact);
                    } else {
                        after.put(fact, earlier);
                    }
                    undone++;
                } else {
                    if (entry.kind().equals("redo")) {
                        UUID earlier = makers.get((int) entry.root() - 1).get(fact);
                        assertThat(before.get(fact))
                                .as("%s overwritten by the redo at revision %d of %d", fact, revision, entry.root())
                                .isEqualTo(earlier);
                    }
                    after.put(fact, entry.account());
                }
            }
            makers.add(after);
        }
        assertThat(undone).isGreaterThan(20);
    }

    private Set<String> changed(int revision) {
        Map<String, Object> before = facts(Objects.requireNonNull(history.get(revision - 1L)));
        Map<String, Object> after = facts(Objects.requireNonNull(history.get((long) revision)));
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(fact -> Objects.equals(before.get(fact), after.get(fact)));
        return all;
    }

    private static Map<String, Object> facts(Design design) {
        Map<String, Object> facts = new HashMap<>();
        facts("", design, facts);
        design.blocks().forEach((id, block) -> {
            facts.put("block " + id, true);
            facts.put("block " + id + " name", block.name());
            facts.put("block " + id + " exposed", block.exposed());
            facts.put("block " + id + " origin", String.valueOf(block.origin()));
            facts("block " + id + " ", block.inside(), facts);
        });
        return facts;
    }

    private static void facts(String where, Design design, Map<String, Object> facts) {
        design.layers().forEach((id, layer) -> {
            facts.put(where + id, layer.type());
            facts.put(where + id + " name", layer.name());
            facts.put(where + id + " place", layer.position());
            layer.values().forEach((name, value) -> facts.put(where + id + " set " + name, value));
        });
        design.wires().forEach(wire -> facts.put(where + wire.from() + " to " + wire.to(), true));
    }
}
