package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.List;
import org.netloom.design.Block;

/** What a person can do with blocks. */
interface BlockCommands extends Serializable {

    void group(List<String> layers);

    void ungroup(List<String> layers);

    /** Shows the inside of the block that this layer uses. */
    void open(String layer);

    void expose(Block block);

    void rename(Block block, String name);

    void save(Block block);
}
