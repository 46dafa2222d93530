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
        for (int x = 0; x < columns; x++) {
            int at = corner + x * stride[1];
            best[row * columns + x] = plane[at];
            found[row * columns + x] = at;
        }
        for (int p = 0; p < kernel[0]; p++) {
            for (int q = p == 0 ? 1 : 0; q < kernel[1]; q++) {
                larger(plane, corner + p * width + q, stride[1], best, found, row * columns, columns);
            }
        }
    }

    private static void larger(float[] plane, int from, int step, float[] best, int[] found, int at, int count) {
        for (int x = 0; x < count; x++) {
            int place = from + x * step;
            float number = plane[place];
            boolean isLarger = number > best[at + x];
            best[at + x] = isLarger ? number : best[at + x];
            found[at + x] = isLarger ? place : found[at + x];
        }
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
