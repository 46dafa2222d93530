package org.netloom.training.engine;

import org.netloom.design.Shape;
import org.netloom.training.TrainingPlan;

/**
 * Varies training pictures. How a picture is changed follows from the seed, the epoch and the example's number alone, so that a
 * training goes on bit for bit from anywhere. Pixels in between are interpolated bilinearly.
 */
final class Augmenter {

    private static final long PURPOSE = 4;

    private final TrainingPlan.Augmentation most;
    private final long seed;
    private final int channels;
    private final int height;
    private final int width;

    Augmenter(TrainingPlan.Augmentation most, long seed, Shape.Image shape) {
        this.most = most;
        this.seed = seed;
        this.channels = Math.toIntExact(shape.channels());
        this.height = Math.toIntExact(shape.height());
        this.width = Math.toIntExact(shape.width());
    }

    /**
     * Writes a varied copy of a picture, channels first.
     *
     * @param from where the picture begins in {@code pictures}
     * @param epoch counted from 0
     * @param example its number in the training part
     */
    void vary(float[] pictures, int from, int epoch, int example, float[] into) {
        Draws draws = Draws.of(seed, PURPOSE, (long) epoch << 32 | example);
        double right = either(draws) * most.shift();
        double down = either(draws) * most.shift();
        double angle = Math.toRadians(either(draws) * most.rotate());
        double size = 1 + either(draws) * most.scale();
        double mirrorX = draws.unit() < 0.5 && most.flipHorizontal() ? -1 : 1;
        double mirrorY = draws.unit() < 0.5 && most.flipVertical() ? -1 : 1;
        // Where each pixel comes from: back from the shift, the turn, the growth and the mirror, about the middle.
        double cos = StrictMath.cos(angle) / size;
        double sin = StrictMath.sin(angle) / size;
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - middleX - right;
                double dy = y - middleY - down;
                double sourceX = middleX + mirrorX * (cos * dx + sin * dy);
                double sourceY = middleY + mirrorY * (cos * dy - sin * dx);
                for (int channel = 0; channel < channels; channel++) {
                    int plane = channel * height * width;
                    into[plane + y * width + x] = at(pictures, from + plane, sourceX, sourceY);
                }
            }
        }
    }

    private static double either(Draws draws) {
        return 2 * draws.unit() - 1;
    }

    private float at(float[] pictures, int plane, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        double upper = (1 - right) * pixel(pictures, plane, left, top)
                + (right == 0 ? 0 : right * pixel(pictures, plane, left + 1, top));
        if (down == 0) {
            return (float) upper;
        }
        double lower = (1 - right) * pixel(pictures, plane, left, top + 1)
                + (right == 0 ? 0 : right * pixel(pictures, plane, left + 1, top + 1));
        return (float) ((1 - down) * upper + down * lower);
    }

    private float pixel(float[] pictures, int plane, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? most.fill() : pictures[plane + y * width + x];
    }
}
