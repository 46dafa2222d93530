package org.netloom.design;

/** Carries the output of one layer to an input of another. Inputs are taken in the order of the wires in the design. */
public record Wire(String id, String from, String to) {

    /** A wire whose id follows from its ends: two layers are joined at most once. */
    public static Wire between(String from, String to) {
        return new Wire(from + ">" + to, from, to);
    }
}
