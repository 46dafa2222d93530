/** The HTTP API: the same services as the pages, for programs. */
@NullMarked
package org.netloom.api;

import org.jspecify.annotations.NullMarked;
