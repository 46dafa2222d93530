package org.netloom.training.ui;

import com.vaadin.flow.server.Command;
import java.io.Serializable;

/** How whoever looks at a page was let in, for pages that members and visitors with a link share. */
public interface Entry extends Serializable {

    /** By an account; there is nothing to do. */
    Entry MEMBER = new Entry() {
        @Override
        public void in(Command use) {
            use.execute();
        }

        @Override
        public boolean isVisitor() {
            return false;
        }
    };

    /** Runs what needs access. May keep it from running, where the way in was closed meanwhile. */
    void in(Command use);

    /** Whether it is somebody from outside: is shown no names of people, no files and nothing to press. */
    boolean isVisitor();
}
