package org.netloom.workspace;

import java.util.Optional;

/**
 * How somebody stands to a workspace, and to a project of it.
 *
 * @param role empty for those who are no members
 * @param archived whether the workspace is to be read only
 * @param projectArchived whether only the project is
 */
public record Standing(Optional<Role> role, boolean archived, boolean projectArchived, boolean deleted) {}
