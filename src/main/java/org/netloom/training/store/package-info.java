/** Runs, their curves, checkpoints and results in PostgreSQL. */
@NullMarked
@NamedInterface("store")
package org.netloom.training.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
