/** What people show to others and say to each other: shared links, comments, mentions, notes and tags. */
@NullMarked
@ApplicationModule(
        displayName = "Sharing",
        allowedDependencies = {
            "workspace",
            "workspace::ui",
            "news",
            "design",
            "layers",
            "format",
            "datasets",
            "templates",
            "editor",
            "editor::store",
            "editor::ui",
            "training",
            "training::store",
            "training::ui"
        })
package org.netloom.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
