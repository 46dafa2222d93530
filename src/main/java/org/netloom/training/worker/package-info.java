/** The worker's side: takes runs from the queue and has each trained in a process of its own. */
@NullMarked
@NamedInterface("worker")
package org.netloom.training.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
