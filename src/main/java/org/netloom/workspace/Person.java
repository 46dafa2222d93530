package org.netloom.workspace;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who is asking: a signed-in account and its role in its workspace.
 *
 * @param workspace the workspace the account belongs to; one for now
 */
public record Person(UUID account, String email, String name, UUID workspace, Role role) implements Serializable {}
