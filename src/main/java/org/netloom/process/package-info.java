/** The operating-system side of Netloom: its database, its worker process, its port, and how all of it starts and ends. */
@NullMarked
@ApplicationModule(displayName = "Process", allowedDependencies = "design")
package org.netloom.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
