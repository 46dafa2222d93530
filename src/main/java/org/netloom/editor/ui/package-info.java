/** What a person sees of the workshop. */
@NullMarked
package org.netloom.editor.ui;

import org.jspecify.annotations.NullMarked;
