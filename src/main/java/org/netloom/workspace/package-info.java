/** Accounts, workspaces, members and API tokens; the one place where access is decided. */
@NullMarked
@ApplicationModule(displayName = "Workspace", allowedDependencies = "design")
package org.netloom.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
