/** Ready designs in the order of the course, each with its data, its plan and the result to expect. */
@NullMarked
package org.netloom.templates;

import org.jspecify.annotations.NullMarked;
