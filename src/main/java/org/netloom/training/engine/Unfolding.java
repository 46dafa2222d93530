package org.netloom.training.engine;

/**
 * Lays the windows of a picture out side by side, one column each, so that a convolution is a product of matrices; and adds such
 * columns back into a picture. Pictures are [channels, height, width] with their padding around them.
 *
 * @param down how far the window moves from one row of the output to the next
 * @param right how far it moves from one column to the next
 * @param gapDown rows from one row of the window to the next
 * @param gapRight columns from one column of the window to the next
 * @param above rows of padding before the first
 * @param left columns of padding before the first
 * @param rows of the output
 * @param columns of the output
 */
record Unfolding(
        int channels,
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        int down,
        int right,
        int gapDown,
        int gapRight,
        int above,
        int left,
        int rows,
        int columns) {

    private static final long MOST = 1 << 26;

    /** Numbers in a window. */
    int window() {
        return channels * kernelHeight * kernelWidth;
    }

    /** Windows in a picture. */
    int places() {
        return rows * columns;
    }

    int size() {
        return channels * height * width;
    }

    private int paddedHeight() {
        return Math.max((rows - 1) * down + (kernelHeight - 1) * gapDown + 1, above + height);
    }

    private int paddedWidth() {
        return Math.max((columns - 1) * right + (kernelWidth - 1) * gapRight + 1, left + width);
    }

    int paddedSize() {
        return channels * paddedHeight() * paddedWidth();
    }

    private boolean isPadded() {
        return paddedSize() != size();
    }

    /** Whether everything can be counted and one row of the output needs no absurd amount of memory. */
    boolean fits() {
        long window = (long) channels * kernelHeight * kernelWidth;
        long around = (long) channels
                * ((long) rows * down + (long) kernelHeight * gapDown + above + height)
                * ((long) columns * right + (long) kernelWidth * gapRight + left + width);
        return window < MOST && window * columns < MOST && around < MOST;
    }

    /** Puts padding around the picture that starts at {@code at}; the borders of {@code padded} are set to zero. */
    void pad(float[] pictures, int at, float[] padded) {
        if (!isPadded()) {
            System.arraycopy(pictures, at, padded, 0, size());
            return;
        }
        java.util.Arrays.fill(padded, 0, paddedSize(), 0);
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(pictures, at + (c * height + y) * width, padded, inside(c, y), width);
            }
        }
    }

    /** The other way round. */
    void cut(float[] padded, float[] pictures, int at) {
        if (!isPadded()) {
            System.arraycopy(padded, 0, pictures, at, size());
            return;
        }
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(padded, inside(c, y), pictures, at + (c * height + y) * width, width);
            }
        }
    }

    private int inside(int channel, int row) {
        return (channel * paddedHeight() + above + row) * paddedWidth() + left;
    }

    /**
     * Writes the windows of the output's rows {@code first … last − 1}.
     *
     * @param to [window, length], from the column {@code start} on
     */
    void unfold(float[] padded, int first, int last, float[] to, int start, int length) {
        int tall = paddedHeight();
        int wide = paddedWidth();
        int at = start;
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < kernelHeight; p++) {
                for (int q = 0; q < kernelWidth; q++) {
                    int corner = (c * tall + p * gapDown + first * down) * wide + q * gapRight;
                    gather(padded, corner, down * wide, last - first, to, at);
                    at += length;
                }
            }
        }
    }

    private void gather(float[] padded, int corner, int stride, int count, float[] to, int at) {
        int n = columns;
        int step = right;
        if (step == 1 && stride == n) {
            System.arraycopy(padded, corner, to, at, count * n);
            return;
        }
        for (int y = 0; y < count; y++) {
            int from = corner + y * stride;
            int into = at + y * n;
            if (step == 1) {
                System.arraycopy(padded, from, to, into, n);
            } else {
                for (int x = 0; x < n; x++) {
                    to[into + x] = padded[from + x * step];
                }
            }
        }
    }

    /** Adds to every number of a padded picture what the windows hold for it. */
    void fold(float[] from, int start, int length, int first, int last, float[] padded) {
        int tall = paddedHeight();
        int wide = paddedWidth();
        int at = start;
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < kernelHeight; p++) {
                for (int q = 0; q < kernelWidth; q++) {
                    int corner = (c * tall + p * gapDown + first * down) * wide + q * gapRight;
                    scatter(from, at, padded, corner, down * wide, last - first);
                    at += length;
                }
            }
        }
    }

    private void scatter(float[] from, int at, float[] padded, int corner, int stride, int count) {
        int n = columns;
        int step = right;
        for (int y = 0; y < count; y++) {
            int into = corner + y * stride;
            int start = at + y * n;
            if (step == 1) {
                for (int x = 0; x < n; x++) {
                    padded[into + x] += from[start + x];
                }
            } else {
                for (int x = 0; x < n; x++) {
                    padded[into + x * step] += from[start + x];
                }
            }
        }
    }
}
