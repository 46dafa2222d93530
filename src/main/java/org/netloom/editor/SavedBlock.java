package org.netloom.editor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.netloom.design.Block;

/**
 * A block that a workspace keeps for reuse.
 *
 * @param version raised by one with every change
 * @param definitions each after those that it uses; the last is the block itself
 */
public record SavedBlock(
        UUID id, UUID workspace, String name, int version, List<Block> definitions, Instant changedAt) {

    public SavedBlock {
        definitions = List.copyOf(definitions);
    }

    /** The block as a design gets it: it remembers where it comes from. */
    public List<Block> copies() {
        int last = definitions.size() - 1;
        List<Block> copies = new java.util.ArrayList<>(definitions.subList(0, last));
        copies.add(definitions.get(last).named(name).from(origin()));
        return copies;
    }

    public Block.Origin origin() {
        return new Block.Origin(id.toString(), version);
    }
}
