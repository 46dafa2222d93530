/** The HTTP API and the live frames of runs: thin doors to the services of the other modules. */
@NullMarked
@ApplicationModule(displayName = "HTTP API")
package org.netloom.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
