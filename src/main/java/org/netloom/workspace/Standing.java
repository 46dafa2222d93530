package org.netloom.workspace;

import java.util.Optional;

/**
 * How somebody stands to a workspace.
 *
 * @param role empty for those who are no members
 */
public record Standing(Optional<Role> role, boolean archived, boolean deleted) {}
