package org.netloom.editor;

import java.util.UUID;

/** A project is in another workspace now, with its runs. Told within the transaction that moves it. */
public record ProjectMoved(UUID project, UUID from, UUID to) {}
