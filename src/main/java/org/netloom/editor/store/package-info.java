/** Projects in PostgreSQL. */
@NullMarked
package org.netloom.editor.store;

import org.jspecify.annotations.NullMarked;
