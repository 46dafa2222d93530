/** The SQL of accounts, workspaces and tokens. */
@NullMarked
package org.netloom.workspace.store;

import org.jspecify.annotations.NullMarked;
