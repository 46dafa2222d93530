/** What a person sees of the workshop. */
@NullMarked
@NamedInterface("ui")
package org.netloom.editor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
