package org.netloom.training.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Memory that one thread computes in. It is kept for the next who asks, whichever layer that is, and grows with the largest; there
 * are never more than there were threads at once.
 */
final class Scratch {

    private static final ConcurrentLinkedDeque<Scratch> IDLE = new ConcurrentLinkedDeque<>();

    /** What some memory is for. */
    enum Use {
        PICTURES,
        PADDED,
        SLOPES,
        COLUMNS,
        OUTPUTS,
        KNOWN
    }

    private final float[][] arrays = new float[Use.values().length][0];
    private final FloatPointer[] pointers = new FloatPointer[Use.values().length];

    private Scratch() {}

    /** The one that was given back last, which may still lie in a cache. */
    static Scratch borrow() {
        Scratch idle = IDLE.pollFirst();
        return idle == null ? new Scratch() : idle;
    }

    void giveBack() {
        IDLE.addFirst(this);
    }

    /** At least as long; what it holds is undefined. */
    float[] array(Use use, int length) {
        if (arrays[use.ordinal()].length < length) {
            arrays[use.ordinal()] = new float[length];
        }
        return arrays[use.ordinal()];
    }

    /** Native memory, at least as long; what it holds is undefined. */
    FloatPointer pointer(Use use, long length) {
        FloatPointer pointer = pointers[use.ordinal()];
        if (pointer == null || pointer.capacity() < length) {
            if (pointer != null) {
                pointer.close();
            }
            pointer = new FloatPointer(length);
            pointers[use.ordinal()] = pointer;
        }
        return pointer;
    }
}
