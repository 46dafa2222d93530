package org.netloom.editor;

import org.netloom.design.Block;
import org.netloom.design.Problem;

/** What can be told of a design's blocks and the library of its workspace. */
final class LibraryProblems {

    private LibraryProblems() {}

    static Problem gone(String block) {
        return Problem.error(
                "block-gone",
                "The block “" + block + "” is not in the design any more.",
                "A block is saved from the design that has it.",
                "Look at the design as it is now.");
    }

    static Problem nameTaken(Block block) {
        return Problem.error(
                "name-taken",
                "The workspace has another block called “" + block.name() + "”.",
                "Every block of a workspace has a name of its own.",
                "Rename this block and save it again.");
    }

    static Problem full(int most) {
        return Problem.error(
                "too-many-blocks",
                "The workspace keeps " + most + " blocks already.",
                "That many at most.",
                "Take blocks out of the library that nobody needs any more; designs keep their copies.");
    }

    static Problem unreadable(Block block) {
        return Problem.error(
                "bad-name",
                "The name of the block “" + block.id() + "” has characters that cannot be seen.",
                "Others find the block by its name.",
                "Rename this block and save it again.");
    }

    static Problem stale(Block block, int base, int now) {
        return Problem.error(
                "stale-block",
                "“" + block.name() + "” was changed from version " + base + ", but the workspace is at version " + now
                        + ".",
                "A new version is made from the newest one.",
                "Update the uses in this design first, or rename the block and save it as a new one.");
    }

    static Problem newer(Block block, int here, int there) {
        return Problem.warning(
                "block-update",
                "The workspace has version " + there + " of “" + block.name() + "”; this design uses version " + here
                        + ".",
                "Designs keep their copy until they are updated.",
                "Update it, which replaces what was changed inside here, or stay with the copy.");
    }
}
