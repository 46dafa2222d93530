package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.design.Edit;

class UndoHistoryTest {

    private static final Edit FIRST = new Edit.Rename("a", "first");
    private static final Edit SECOND = new Edit.Rename("a", "second");

    private final UndoHistory history = new UndoHistory();

    @Test
    void takesBackTheNewestFirst() {
        history.did(FIRST);
        history.did(SECOND);

        assertThat(history.nextUndo()).contains(SECOND);
    }

    @Test
    void whatWasTakenBackCanBeDoneAgain() {
        history.did(FIRST);
        history.undid(SECOND);

        assertThat(history.nextUndo()).isEmpty();
        assertThat(history.nextRedo()).contains(SECOND);
    }

    @Test
    void aNewEditForgetsWhatWasTakenBack() {
        history.did(FIRST);
        history.undid(SECOND);
        history.did(FIRST);

        assertThat(history.nextRedo()).isEmpty();
    }

    @Test
    void remembersTheNewestTwoHundred() {
        for (int i = 0; i < 300; i++) {
            history.did(new Edit.Rename("a", "n" + i));
        }
        int count = 0;
        while (history.nextUndo().isPresent()) {
            history.dropUndo();
            count++;
        }

        assertThat(count).isEqualTo(200);
    }
}
