/**
 * Layers that DL4J lacks, or has too slow, written against DL4J, ND4J and the JDK only, so that they can travel with a downloaded
 * model.
 */
@NullMarked
package org.netloom.training.engine.dl4j;

import org.jspecify.annotations.NullMarked;
