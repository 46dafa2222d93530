package org.netloom.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Brings definitions of blocks from elsewhere into a design. What is there already, unchanged, is used again. */
public final class Adoption {

    private final Design design;
    private final Map<String, String> ids = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Set<String> takenIds;
    private final Set<String> takenNames = new HashSet<>();

    private Adoption(Design design) {
        this.design = design;
        this.takenIds = new HashSet<>(design.blocks().keySet());
        design.blocks().values().forEach(block -> takenNames.add(block.name()));
    }

    /**
     * What a design needs for the first use.
     *
     * @param edits add the definitions that are missing; none where all are there
     * @param block the definition as the design has it after the edits
     */
    public record Adopted(List<Edit> edits, Block block) {
        public Adopted {
            edits = List.copyOf(edits);
        }

        /** The design after the edits. */
        public Design in(Design design) {
            return edits.isEmpty()
                    ? design
                    : new Edit.Batch(edits).applyTo(design).get();
        }
    }

    /** @param definitions each after those that it uses, see {@link Blocks#closure}; the last is the one that is wanted */
    public static Adopted of(Design design, List<Block> definitions) {
        Adoption adoption = new Adoption(design);
        Block last = null;
        for (Block definition : definitions) {
            last = adoption.adopt(definition);
        }
        return new Adopted(adoption.edits, Objects.requireNonNull(last));
    }

    /** The edit that gives a definition, and with it all its uses, another inside and other exposed parameters. */
    public static Edit update(Design design, String block, List<Block> definitions) {
        Adoption adoption = new Adoption(design);
        definitions.subList(0, definitions.size() - 1).forEach(adoption::adopt);
        Block newest = adoption.translated(definitions.get(definitions.size() - 1));
        adoption.edits.add(new BlockEdit.PutBlock(newest.identified(block)));
        return new Edit.Batch(adoption.edits);
    }

    private Block adopt(Block definition) {
        Block wanted = translated(definition);
        Optional<Block> there = design.blocks().values().stream()
                .filter(block -> block.identified("").equals(wanted.identified("")))
                .findFirst();
        Block adopted = there.orElseGet(() -> added(wanted));
        ids.put(definition.id(), adopted.id());
        return adopted;
    }

    private Block added(Block wanted) {
        Block added = wanted.identified(free(wanted.id(), takenIds, "")).named(free(wanted.name(), takenNames, " "));
        takenIds.add(added.id());
        takenNames.add(added.name());
        edits.add(new BlockEdit.PutBlock(added));
        return added;
    }

    /** With the ids that the definitions inside have in this design. */
    private Block translated(Block definition) {
        Design inside = definition.inside();
        for (Layer layer : definition.inside().layers().values()) {
            String id = Block.definition(layer.type()).map(ids::get).orElse(null);
            if (id != null) {
                inside = inside.withLayer(new Layer(
                        layer.id(), definition.identified(id).type(), layer.name(), layer.position(), layer.values()));
            }
        }
        return definition.with(inside);
    }

    private static String free(String wanted, Set<String> taken, String gap) {
        String stem = wanted.length() > 50 ? wanted.substring(0, 50) : wanted;
        String candidate = wanted;
        for (int number = 2; taken.contains(candidate); number++) {
            candidate = stem + gap + number;
        }
        return candidate;
    }
}
