/** Runs: what a person asks to be trained, how far it is, and how it ended. */
@NullMarked
package org.netloom.training;

import org.jspecify.annotations.NullMarked;
