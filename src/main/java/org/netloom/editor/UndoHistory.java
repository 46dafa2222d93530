package org.netloom.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.netloom.design.Edit;

/** What one person can take back and do again in one design. Safe for use by several threads. */
final class UndoHistory {

    private static final int LONGEST = 200;

    private final Deque<Edit> undo = new ArrayDeque<>();
    private final Deque<Edit> redo = new ArrayDeque<>();

    synchronized void did(Edit inverse) {
        push(undo, inverse);
        redo.clear();
    }

    synchronized Optional<Edit> nextUndo() {
        return Optional.ofNullable(undo.peek());
    }

    synchronized Optional<Edit> nextRedo() {
        return Optional.ofNullable(redo.peek());
    }

    synchronized void undid(Edit inverse) {
        undo.poll();
        push(redo, inverse);
    }

    synchronized void redid(Edit inverse) {
        redo.poll();
        push(undo, inverse);
    }

    synchronized void dropUndo() {
        undo.poll();
    }

    synchronized void dropRedo() {
        redo.poll();
    }

    private static void push(Deque<Edit> stack, Edit edit) {
        stack.push(edit);
        if (stack.size() > LONGEST) {
            stack.removeLast();
        }
    }
}
