/** Runs, their curves, checkpoints and results in PostgreSQL. */
@NullMarked
package org.netloom.training.store;

import org.jspecify.annotations.NullMarked;
