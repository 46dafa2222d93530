package org.netloom.training.engine;

import java.nio.FloatBuffer;

/** Takes the largest number of each window, plane by plane, and remembers where it was: the first, if several are the largest. */
record PlanePooling(int height, int width, int rows, int columns, int[] kernel, int[] stride) {

    /** @param places gets where in its plane each number of the output was found */
    void forward(FloatBuffer input, int[] places, FloatBuffer output) {
        int size = height * width;
        int results = rows * columns;
        Strips strips = Strips.of(places.length / results);
        strips.each(strip -> {
            float[] plane = new float[size];
            float[] best = new float[results];
            int[] found = new int[results];
            for (int number = strips.from(strip); number < strips.to(strip); number++) {
                input.get(number * size, plane);
                for (int row = 0; row < rows; row++) {
                    pool(plane, row, best, found);
                }
                output.put(number * results, best);
                System.arraycopy(found, 0, places, number * results, results);
            }
        });
    }

    private void pool(float[] plane, int row, float[] best, int[] found) {
        int corner = row * stride[0] * width;
        if (kernel[0] == 2 && kernel[1] == 2) {
            fours(plane, corner, width, stride[1], best, found, row * columns, columns);
            return;
        }
        for (int x = 0; x < columns; x++) {
            int at = largest(plane, corner + x * stride[1]);
            best[row * columns + x] = plane[at];
            found[row * columns + x] = at;
        }
    }

    private int largest(float[] plane, int corner) {
        int best = corner;
        for (int p = 0; p < kernel[0]; p++) {
            for (int q = 0; q < kernel[1]; q++) {
                int at = corner + p * width + q;
                best = plane[at] > plane[best] ? at : best;
            }
        }
        return best;
    }

    /** The usual window, without branches: which number is the largest cannot be foreseen. */
    private static void fours(
            float[] plane, int corner, int width, int step, float[] best, int[] found, int to, int count) {
        for (int x = 0; x < count; x++) {
            int at = corner + x * step;
            int a = key(plane[at]);
            int b = key(plane[at + 1]);
            int c = key(plane[at + width]);
            int d = key(plane[at + width + 1]);
            int right = isLess(a, b);
            int upper = a ^ (a ^ b) & right;
            int rightBelow = isLess(c, d);
            int lower = c ^ (c ^ d) & rightBelow;
            int below = isLess(upper, lower);
            int largest = at - right + (width + right - rightBelow & below);
            best[to + x] = plane[largest];
            found[to + x] = largest;
        }
    }

    /** A whole number that is larger where the number is. */
    private static int key(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /** −1 if so, else 0. */
    private static int isLess(int a, int b) {
        return (int) ((long) a - b >> 63);
    }

    /** Gives each slope to where the output's number came from. */
    static void backward(int size, int results, FloatBuffer error, int[] places, FloatBuffer inputError) {
        Strips strips = Strips.of(places.length / results);
        strips.each(strip -> {
            float[] plane = new float[size];
            float[] given = new float[results];
            for (int number = strips.from(strip); number < strips.to(strip); number++) {
                error.get(number * results, given);
                java.util.Arrays.fill(plane, 0);
                int first = number * results;
                for (int i = 0; i < results; i++) {
                    plane[places[first + i]] += given[i];
                }
                inputError.put(number * size, plane);
            }
        });
    }
}
