package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.FloatPointer;

/** {@code h = f(x W + h′ R + b)}. */
final class SimpleStrip extends Strip {

    private final Curve curve;
    private final float[] slopes;

    SimpleStrip(Setting setting, Curve curve) {
        super(setting);
        this.curve = curve;
        slopes = new float[size];
    }

    @Override
    void step(int t, FloatPointer fromInput, FloatPointer fromState) {
        float[] state = state(t);
        fromInput.get(state, 0, size);
        FloatCurves.apply(curve, state, 0, size);
    }

    @Override
    void forget(int t, float[] counts) {}

    @Override
    void back(int t, float[] error, FloatPointer byInput, FloatPointer byState) {
        FloatCurves.slopes(curve, state(t), slopes, 0, size);
        for (int k = 0; k < size; k++) {
            slopes[k] *= error[k];
        }
        byInput.put(slopes, 0, size);
    }

    @Override
    void carry(float[] before) {}
}
