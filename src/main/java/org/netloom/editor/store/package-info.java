/** Projects in PostgreSQL. */
@NullMarked
@NamedInterface("store")
package org.netloom.editor.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
