package org.netloom.editor.ui;

/**
 * One wire as the canvas draws it.
 *
 * @param shape what it carries; empty when unknown, which is drawn dashed
 * @param shapeChanges whether the shape is shown without being asked for
 */
public record CanvasWire(String id, String from, String to, String shape, boolean shapeChanges) {}
