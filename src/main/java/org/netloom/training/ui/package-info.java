/** What a person sees of a run. */
@NullMarked
@NamedInterface("ui")
package org.netloom.training.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
