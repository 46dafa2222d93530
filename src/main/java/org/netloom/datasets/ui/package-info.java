/** The pages on which a person looks at data. */
@NullMarked
package org.netloom.datasets.ui;

import org.jspecify.annotations.NullMarked;
