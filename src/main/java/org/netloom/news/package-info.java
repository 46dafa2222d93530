/** What processes tell each other through the database: that something has changed, never what. */
@NullMarked
@ApplicationModule(displayName = "News", allowedDependencies = "workspace")
package org.netloom.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
