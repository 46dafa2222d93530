/** What a person sees of links, comments, mentions, notes, tags and activity. */
@NullMarked
@NamedInterface("ui")
package org.netloom.sharing.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
