package org.netloom.workspace;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who is asking: a signed-in account.
 *
 * @param administrator whether they look after this installation; says nothing about any workspace
 */
public record Person(UUID account, String email, String name, boolean administrator) implements Serializable {}
