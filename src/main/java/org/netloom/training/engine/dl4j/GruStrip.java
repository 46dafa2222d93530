package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.FloatPointer;

/** Blocks: update z, reset r, candidate n. {@code n = φ(x W + b + r (h′ R + d)), h = (1 − z) n + z h′}. */
final class GruStrip extends Strip {

    private final Curve curve;
    private final Curve gate;
    /** Of each step: both gates, the candidate, and what the state gives to the candidate before it is reset. */
    private final float[][] gates;

    private final float[][] candidates;
    private final float[][] offered;
    private final float[] nothing;
    private final float[] input;
    private final float[] state;
    private final float[] slopes;
    private final float[] candidateSlopes;
    private final float[] byGates;
    private final float[] byCandidate;
    private final float[] byOffered;
    private final float[] carried;

    GruStrip(Setting setting, Curve curve, Curve gate) {
        super(setting);
        this.curve = curve;
        this.gate = gate;
        gates = new float[kept()][2 * size];
        candidates = new float[kept()][size];
        offered = new float[kept()][size];
        nothing = new float[size];
        input = new float[2 * size];
        state = new float[2 * size];
        boolean both = setting.keeps();
        slopes = new float[both ? 2 * size : 0];
        candidateSlopes = new float[both ? size : 0];
        byGates = new float[both ? 2 * size : 0];
        byCandidate = new float[both ? size : 0];
        byOffered = new float[both ? size : 0];
        carried = new float[both ? size : 0];
    }

    @Override
    void step(int t, FloatPointer fromInput, FloatPointer fromState) {
        float[] v = gates[at(t)];
        float[] candidate = candidates[at(t)];
        float[] given = offered[at(t)];
        fromInput.get(input, 0, 2 * size);
        fromState.get(state, 0, 2 * size);
        sum(input, state, v, 2 * size);
        FloatCurves.apply(gate, v, 0, 2 * size);
        part(fromInput, 2L * size).get(candidate, 0, size);
        part(fromState, 2L * size).get(given, 0, size);
        reset(v, given, candidate, size);
        FloatCurves.apply(curve, candidate, 0, size);
        mix(v, candidate, before(t), state(t), size);
    }

    private float[] before(int t) {
        return t == 0 ? nothing : state(t - 1);
    }

    private static void sum(float[] one, float[] other, float[] to, int n) {
        for (int k = 0; k < n; k++) {
            to[k] = one[k] + other[k];
        }
    }

    private static void reset(float[] v, float[] given, float[] candidate, int n) {
        for (int k = 0; k < n; k++) {
            candidate[k] += v[n + k] * given[k];
        }
    }

    private static void mix(float[] v, float[] candidate, float[] before, float[] to, int n) {
        for (int k = 0; k < n; k++) {
            to[k] = candidate[k] + v[k] * (before[k] - candidate[k]);
        }
    }

    @Override
    void forget(int t, float[] counts) {}

    @Override
    void back(int t, float[] error, FloatPointer byInput, FloatPointer byState) {
        float[] v = gates[t];
        FloatCurves.slopes(gate, v, slopes, 0, 2 * size);
        FloatCurves.slopes(curve, candidates[t], candidateSlopes, 0, size);
        byCandidate(error, v, size);
        byUpdate(error, before(t), candidates[t], size);
        byReset(offered[t], size);
        byOffered(v, size);
        carryOn(error, v, size);
        byInput.put(byGates, 0, 2 * size);
        part(byInput, 2L * size).put(byCandidate, 0, size);
        byState.put(byGates, 0, 2 * size);
        part(byState, 2L * size).put(byOffered, 0, size);
    }

    private void byCandidate(float[] error, float[] v, int n) {
        float[] to = byCandidate;
        float[] slope = candidateSlopes;
        for (int k = 0; k < n; k++) {
            to[k] = error[k] * (1 - v[k]) * slope[k];
        }
    }

    private void byUpdate(float[] error, float[] before, float[] candidate, int n) {
        float[] to = byGates;
        float[] slope = slopes;
        for (int k = 0; k < n; k++) {
            to[k] = error[k] * (before[k] - candidate[k]) * slope[k];
        }
    }

    private void byReset(float[] given, int n) {
        float[] to = byGates;
        float[] slope = slopes;
        float[] candidate = byCandidate;
        for (int k = 0; k < n; k++) {
            to[n + k] = candidate[k] * given[k] * slope[n + k];
        }
    }

    private void byOffered(float[] v, int n) {
        float[] to = byOffered;
        float[] candidate = byCandidate;
        for (int k = 0; k < n; k++) {
            to[k] = candidate[k] * v[n + k];
        }
    }

    private void carryOn(float[] error, float[] v, int n) {
        float[] to = carried;
        for (int k = 0; k < n; k++) {
            to[k] = error[k] * v[k];
        }
    }

    @Override
    void carry(float[] before) {
        float[] from = carried;
        for (int k = 0; k < before.length; k++) {
            before[k] += from[k];
        }
    }
}
