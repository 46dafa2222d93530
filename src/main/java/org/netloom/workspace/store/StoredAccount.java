package org.netloom.workspace.store;

import java.util.UUID;

/**
 * An account with what is needed to sign in to it.
 *
 * @param password encoded, with the name of its scheme in front
 */
public record StoredAccount(UUID id, String email, String password) {}
