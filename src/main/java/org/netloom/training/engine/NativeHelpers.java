package org.netloom.training.engine;

import org.nd4j.linalg.factory.Nd4j;
import org.netloom.layers.Network;
import org.netloom.layers.Op;

/** Whether the native library may hand operations on to oneDNN. */
final class NativeHelpers {

    private NativeHelpers() {}

    /** Whether arrays lie in the processor's memory. */
    static boolean onProcessor() {
        return Nd4j.getBackend().getClass().getSimpleName().startsWith("Cpu");
    }

    /** Holds for the whole process, which works on one network at a time. */
    static void choose(Network network) {
        boolean refused =
                network.nodes().stream().flatMap(node -> node.ops().stream()).anyMatch(NativeHelpers::fails);
        Nd4j.getEnvironment().allowHelpers(!refused);
    }

    /** libnd4j tells oneDNN a wrong padding for these, and the operation breaks off. */
    private static boolean fails(Op op) {
        return op instanceof Op.Conv conv
                && (conv.kind() == Op.Conv.Kind.DEPTHWISE && conv.multiplier() == 1
                        || conv.window().directions() == 1)
                && conv.window().dilation().stream().anyMatch(step -> step > 1);
    }
}
