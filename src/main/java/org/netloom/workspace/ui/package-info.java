/** The pages for signing in. */
@NullMarked
package org.netloom.workspace.ui;

import org.jspecify.annotations.NullMarked;
