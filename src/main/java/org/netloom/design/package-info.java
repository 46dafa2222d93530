/**
 * The document: a network as a person drew it, and every change that can be made to it. Plain Java; knows no layer by name.
 */
@NullMarked
package org.netloom.design;

import org.jspecify.annotations.NullMarked;
