/** The program: one jar, started in one of its roles. */
@NullMarked
package org.netloom;

import org.jspecify.annotations.NullMarked;
