package org.netloom.training;

import org.netloom.design.Shape;

/**
 * What a network makes at one moment of its training, from the same noise each time.
 *
 * @param iteration iterations done
 * @param epoch epochs done; 0 before the first
 * @param shape of each sample
 * @param numbers row by row, {@code count × shape size}, on the scale on which the network sees the data
 */
public record SampleSheet(long iteration, int epoch, Shape shape, int count, float[] numbers) {}
