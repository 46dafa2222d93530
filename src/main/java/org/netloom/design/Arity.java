package org.netloom.design;

/** How many wires a layer takes in, and whether it gives something out. */
public record Arity(int least, int most, boolean givesOutput) {
    public static final Arity SOURCE = new Arity(0, 0, true);
    public static final Arity ONE = new Arity(1, 1, true);
    public static final Arity MANY = new Arity(2, 64, true);
    public static final Arity SINK = new Arity(1, 1, false);

    public boolean isSource() {
        return most == 0;
    }

    public boolean isSink() {
        return !givesOutput;
    }
}
