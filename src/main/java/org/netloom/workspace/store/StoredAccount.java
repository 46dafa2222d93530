package org.netloom.workspace.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with what is needed to sign in to it.
 *
 * @param password encoded, with the name of its scheme in front; null where an identity provider knows it
 * @param epoch raised to end every session that began before
 */
public record StoredAccount(UUID id, String email, @Nullable String password, int epoch) {}
