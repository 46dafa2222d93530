/** The pages for signing in and for looking after a workspace. */
@NullMarked
@NamedInterface("ui")
package org.netloom.workspace.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
