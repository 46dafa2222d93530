package org.netloom.editor;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log of a design.
 *
 * @param revision of the design after it
 * @param account none: the account is gone
 * @param kind {@code edit}, {@code undo}, {@code redo} or {@code replace}
 * @param touched marks as in {@link org.netloom.design.Footprint}
 * @param edit as JSON; {@code replace-design} where the whole document was replaced
 */
public record Change(
        long revision, @Nullable UUID account, String name, String kind, Set<String> touched, String edit) {}
