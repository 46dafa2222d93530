/** The workshop: gestures become edits, edits become revisions. */
@NullMarked
package org.netloom.editor;

import org.jspecify.annotations.NullMarked;
