/** What surrounds every page: layout, navigation, security of the web role, errors, look. */
@NullMarked
package org.netloom.shell;

import org.jspecify.annotations.NullMarked;
