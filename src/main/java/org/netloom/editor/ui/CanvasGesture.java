package org.netloom.editor.ui;

import java.util.List;

/** One finished gesture of a person on the canvas. Places are in canvas pixels at 100 % zoom. */
public sealed interface CanvasGesture {

    /** @param wire id of the wire it was dropped on, to be split by it; empty when dropped on the ground */
    record AddLayer(String type, double x, double y, String wire) implements CanvasGesture {}

    record MoveLayers(List<Place> places) implements CanvasGesture {
        public MoveLayers {
            places = List.copyOf(places);
        }
    }

    record Place(String id, double x, double y) {}

    record Connect(String from, String to) implements CanvasGesture {}

    record Disconnect(List<String> wires) implements CanvasGesture {}

    record RemoveLayers(List<String> layers) implements CanvasGesture {}

    record SelectionChanged(List<String> layers) implements CanvasGesture {}

    /** The pointer went over the canvas; not {@code over}: it left. Told only while somebody else is there. */
    record CursorMoved(boolean over, double x, double y) implements CanvasGesture {}

    record Duplicate(List<String> layers) implements CanvasGesture {}

    /**
     * A layer is wanted at a place, found by name.
     *
     * @param left where to open, in pixels from the canvas' left edge
     * @param top where to open, in pixels from the canvas' top edge
     * @param from id of the layer that it should be connected from, or empty
     */
    record OpenQuickAdd(double x, double y, double left, double top, String from) implements CanvasGesture {}

    /** A block is to be made of these layers. */
    record Group(List<String> layers) implements CanvasGesture {}

    /** The blocks among these are to be taken apart. */
    record Ungroup(List<String> layers) implements CanvasGesture {}

    /** A card was opened; means something for blocks only. */
    record Open(String layer) implements CanvasGesture {}

    /** Back from the inside of a block. */
    record Leave() implements CanvasGesture {}

    record Undo() implements CanvasGesture {}

    record Redo() implements CanvasGesture {}

    record Train() implements CanvasGesture {}

    record ShowKeys() implements CanvasGesture {}
}
