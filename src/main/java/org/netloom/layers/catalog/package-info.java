/** The layer types, one to a file. */
@NullMarked
package org.netloom.layers.catalog;

import org.jspecify.annotations.NullMarked;
