package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.FloatPointer;

/** Blocks: candidate g, forget f, output o, input i. {@code c = f c′ + i g, h = o φ(c)}. */
final class LstmStrip extends Strip {

    private final Curve curve;
    private final Curve gate;
    private final float[][] values;
    private final float[][] cells;
    private final float[][] squashed;
    private final float[] nothing;
    private final float[] slopes;
    private final float[] cellSlopes;
    private final float[] byBlocks;
    private final float[] byCell;
    /** Slope by the cell, from the step after. */
    private final float[] carried;

    LstmStrip(Setting setting, Curve curve, Curve gate) {
        super(setting);
        this.curve = curve;
        this.gate = gate;
        values = new float[kept()][4 * size];
        cells = new float[kept()][size];
        squashed = new float[kept()][size];
        nothing = new float[size];
        boolean both = setting.keeps();
        slopes = new float[both ? 4 * size : 0];
        cellSlopes = new float[both ? size : 0];
        byBlocks = new float[both ? 4 * size : 0];
        byCell = new float[both ? size : 0];
        carried = new float[both ? size : 0];
    }

    @Override
    void step(int t, FloatPointer fromInput, FloatPointer fromState) {
        float[] v = values[at(t)];
        float[] cell = cells[at(t)];
        float[] shown = squashed[at(t)];
        fromInput.get(v, 0, 4 * size);
        FloatCurves.apply(curve, v, 0, size);
        FloatCurves.apply(gate, v, size, 4 * size);
        remember(v, cellBefore(t), cell, size);
        System.arraycopy(cell, 0, shown, 0, size);
        FloatCurves.apply(curve, shown, 0, size);
        show(v, shown, state(t), size);
    }

    private float[] cellBefore(int t) {
        return t == 0 ? nothing : cells[at(t - 1)];
    }

    private static void remember(float[] v, float[] before, float[] cell, int size) {
        for (int k = 0; k < size; k++) {
            cell[k] = v[size + k] * before[k] + v[3 * size + k] * v[k];
        }
    }

    private static void show(float[] v, float[] shown, float[] state, int size) {
        for (int k = 0; k < size; k++) {
            state[k] = v[2 * size + k] * shown[k];
        }
    }

    @Override
    void forget(int t, float[] counts) {
        onlyWhere(counts, cells[at(t)], units);
        onlyWhere(counts, squashed[at(t)], units);
        onlyWhere(counts, values[at(t)], 4 * units);
    }

    @Override
    void back(int t, float[] error, FloatPointer byInput, FloatPointer byState) {
        if (t == steps - 1) {
            java.util.Arrays.fill(carried, 0);
        }
        float[] v = values[t];
        FloatCurves.slopes(curve, v, slopes, 0, size);
        FloatCurves.slopes(gate, v, slopes, size, 4 * size);
        FloatCurves.slopes(curve, squashed[t], cellSlopes, 0, size);
        byCell(error, v, size);
        byOutput(error, squashed[t], size);
        byCandidate(v, size);
        byInputGate(v, size);
        byForget(cellBefore(t), size);
        carryOn(v, size);
        byInput.put(byBlocks, 0, 4 * size);
    }

    private void byCell(float[] error, float[] v, int n) {
        float[] to = byCell;
        float[] later = carried;
        float[] slope = cellSlopes;
        for (int k = 0; k < n; k++) {
            to[k] = later[k] + error[k] * v[2 * n + k] * slope[k];
        }
    }

    private void byOutput(float[] error, float[] shown, int n) {
        float[] to = byBlocks;
        float[] slope = slopes;
        for (int k = 0; k < n; k++) {
            to[2 * n + k] = error[k] * shown[k] * slope[2 * n + k];
        }
    }

    private void byCandidate(float[] v, int n) {
        float[] to = byBlocks;
        float[] slope = slopes;
        float[] cell = byCell;
        for (int k = 0; k < n; k++) {
            to[k] = cell[k] * v[3 * n + k] * slope[k];
        }
    }

    private void byInputGate(float[] v, int n) {
        float[] to = byBlocks;
        float[] slope = slopes;
        float[] cell = byCell;
        for (int k = 0; k < n; k++) {
            to[3 * n + k] = cell[k] * v[k] * slope[3 * n + k];
        }
    }

    private void byForget(float[] before, int n) {
        float[] to = byBlocks;
        float[] slope = slopes;
        float[] cell = byCell;
        for (int k = 0; k < n; k++) {
            to[n + k] = cell[k] * before[k] * slope[n + k];
        }
    }

    private void carryOn(float[] v, int n) {
        float[] to = carried;
        float[] cell = byCell;
        for (int k = 0; k < n; k++) {
            to[k] = cell[k] * v[n + k];
        }
    }

    @Override
    void carry(float[] before) {}
}
