/** What a person sees of a run. */
@NullMarked
package org.netloom.training.ui;

import org.jspecify.annotations.NullMarked;
