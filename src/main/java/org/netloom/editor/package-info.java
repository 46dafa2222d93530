/** Projects and the editing of their designs: edits, revisions, undo. */
@NullMarked
package org.netloom.editor;

import org.jspecify.annotations.NullMarked;
