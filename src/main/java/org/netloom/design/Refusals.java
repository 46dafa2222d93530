package org.netloom.design;

import org.jspecify.annotations.Nullable;

/** Why an edit could not be applied. */
final class Refusals {

    private Refusals() {}

    static Problem layerGone(String id) {
        return Problem.error(
                        "layer-gone",
                        "The layer “" + id + "” is not in the design any more.",
                        "The edit needs it.",
                        "Someone may have removed it meanwhile: look at the design as it is now and repeat the edit if it still makes sense.")
                .at(id);
    }

    static Problem wireGone(String id) {
        return Problem.error(
                "wire-gone",
                "The wire “" + id + "” is not in the design any more.",
                "The edit needs it.",
                "Someone may have removed it meanwhile: look at the design as it is now and repeat the edit if it still makes sense.");
    }

    static Problem alreadyThere(String id) {
        return Problem.error(
                        "layer-exists",
                        "There is a layer with the id “" + id + "” already.",
                        "Every layer has an id of its own.",
                        "Add it under another id.")
                .at(id);
    }

    static Problem alreadyConnected(Wire wire) {
        return Problem.error(
                        "already-connected",
                        "“" + wire.from() + "” and “" + wire.to() + "” are connected already.",
                        "Two layers are joined by one wire at most.",
                        "Leave the wire that is there.")
                .at(wire.to());
    }

    static Problem wireToItself(String id) {
        return Problem.error(
                        "wire-to-itself",
                        "A wire would lead from “" + id + "” back to itself.",
                        "Data flows from one layer to another.",
                        "End the wire at another layer.")
                .at(id);
    }

    static Problem badName(@Nullable String id, String name) {
        return Problem.error(
                        "bad-name",
                        name.isBlank() ? "The name is empty." : "The name has " + name.length() + " characters.",
                        "A name has 1 to 60 characters.",
                        "Type a shorter, visible name.")
                .at(id);
    }

    static Problem nameTaken(String id, String name) {
        return Problem.error(
                        "name-taken",
                        "Another layer is called “" + name + "”.",
                        "Every layer has a name of its own.",
                        "Choose another name.")
                .at(id);
    }
}
