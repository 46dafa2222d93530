package org.netloom.design;

/**
 * A one-click repair.
 *
 * @param label what it does and the shape it gives, such as {@code Insert Flatten → 784}
 */
public record Repair(String label, Edit edit) {}
