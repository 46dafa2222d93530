/** Links, comments, notes and tags in PostgreSQL. */
@NullMarked
package org.netloom.sharing.store;

import org.jspecify.annotations.NullMarked;
