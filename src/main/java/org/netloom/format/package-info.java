/** Documents as JSON: reading with clear refusals, writing, migrations from older versions. */
@NullMarked
package org.netloom.format;

import org.jspecify.annotations.NullMarked;
