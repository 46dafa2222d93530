/**
 * The data that networks learn from: what is built in, how it is divided and scaled, and how it becomes numbers for training.
 * Plain Java; nothing is loaded before somebody asks for the examples themselves.
 */
@NullMarked
package org.netloom.datasets;

import org.jspecify.annotations.NullMarked;
