/**
 * What a layer is: its parameters, its shapes and the operations it stands for. A layer type is described once, in one file of
 * {@code layers.catalog}; palette, form, help page, API schema and every export follow from that description.
 */
@NullMarked
package org.netloom.layers;

import org.jspecify.annotations.NullMarked;
