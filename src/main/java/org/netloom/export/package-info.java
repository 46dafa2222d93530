/** Trained networks as files to take away. */
@NullMarked
@ApplicationModule(displayName = "Export")
package org.netloom.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
