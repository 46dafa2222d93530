/** The only place that knows DL4J and ND4J: lowers networks, trains, evaluates, keeps checkpoints. Never loaded by the web role. */
@NullMarked
package org.netloom.training.engine;

import org.jspecify.annotations.NullMarked;
