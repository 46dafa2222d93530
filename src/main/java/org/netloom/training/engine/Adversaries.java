package org.netloom.training.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.layers.Rivals;
import org.netloom.training.Roles;
import org.netloom.training.SampleSheet;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/**
 * A generator and a discriminator that learn in turn (Goodfellow et al., Generative Adversarial Networks, 2014, algorithm 1): for
 * each mini-batch some steps of the discriminator D on real and generated examples, then one of the generator G, which lowers
 * −log D(G(z)).
 */
final class Adversaries implements Learner {

    private static final long CHANCE = 3;
    private static final long LATENT = 11;
    private static final long SHOWN = 12;
    private static final long LOOKED_AT = 13;
    private static final int SHEET = 64;
    private static final int LOOK_SIZE = 512;

    private final TrainingJob job;
    private final Rivals rivals;
    private final Player generator;
    private final Player discriminator;
    private final Latent latent;
    private final Duel duel;
    private final Batches real;
    private final Samples heldOut;

    Adversaries(TrainingJob job, Rivals rivals) {
        this.job = job;
        this.rivals = rivals;
        duel = new Duel(rivals, job.plan(), DataType.FLOAT);
        discriminator = player(duel.discriminator(), 1);
        generator = player(duel.generator(), rivals.rules().generatorRate());
        latent = new Latent(rivals.generator());
        real = new Batches(job.train(), entering(rivals), Judge.NONE, Masking.NONE);
        real.varyAs(job);
        heldOut = job.validation().filter(some -> some.count() > 0).orElse(job.train());
    }

    private Player player(Duel.Side side, double pace) {
        return new Player(side.network(), side.lowered(), side.graph(), new Descent(side.graph(), job.plan(), pace));
    }

    /** All of an example enters the discriminator. */
    static Roles entering(Rivals rivals) {
        return new Roles(List.of(new Roles.Part(rivals.meeting(), rivals.rules().shape(), 0)), List.of(), List.of());
    }

    TrainedRivals trained(long iteration, int epoch) {
        return new TrainedRivals(job, rivals, generator, discriminator, latent, iteration, epoch);
    }

    @Override
    public double step(
            int @Nullable [] order,
            int from,
            int size,
            long iteration,
            int epoch,
            Progress progress,
            TrainingWatch watch) {
        duel.generator().at(iteration, epoch);
        duel.discriminator().at(iteration, epoch);
        Draws chance = Draws.of(job.plan().seed(), CHANCE, iteration);
        Draws noise = Draws.of(job.plan().seed(), LATENT, iteration);
        double judging = 0;
        double making = 0;
        int steps = rivals.rules().discriminatorSteps();
        for (int k = 1; k <= steps; k++) {
            INDArray[] drawn = latent.drawn(size, noise);
            long seed = chance.next();
            INDArray made = duel.made(drawn, seed);
            int row = Math.floorMod(from + (k - 1) * size, real.count() - size + 1);
            judging = discriminate(
                    real.gatherVaried(order, row, size, epoch).inputs()[0], made, iteration, epoch, chance);
            if (k == steps) {
                // What the discriminator has just seen: the generator learns what it says now.
                seed(chance);
                making = duel.fool(drawn, made, seed);
                generator.descent().step(size, iteration, epoch);
            }
        }
        progress.add(judging, size, 0);
        progress.generatorLossSum += making * size;
        watch.point(Series.GENERATOR_LOSS, iteration + 1, epoch + 1, making);
        watch.point(Series.DISCRIMINATOR_LOSS, iteration + 1, epoch + 1, judging);
        return judging + making;
    }

    /** One step of the discriminator; its loss before the step. */
    private double discriminate(INDArray shown, INDArray made, long iteration, int epoch, Draws chance) {
        seed(chance);
        double total = duel.judge(shown, rivals.rules().realTarget());
        discriminator.descent().hold();
        seed(chance);
        total += duel.judge(made, 0);
        discriminator.descent().step((int) shown.size(0), iteration, epoch);
        return total;
    }

    /** Dropout and the like draw from here on. */
    private static void seed(Draws chance) {
        Nd4j.getRandom().setSeed(chance.next());
    }

    @Override
    public void endEpoch(Progress progress, int epoch, TrainingWatch watch) {
        watch.point(Series.GENERATOR_LOSS_EPOCH, progress.iteration, epoch, progress.generatorLossSum / progress.seen);
        watch.point(Series.DISCRIMINATOR_LOSS_EPOCH, progress.iteration, epoch, progress.lossSum / progress.seen);
    }

    @Override
    public Optional<Double> validate(Progress progress, int epoch, TrainingWatch watch) {
        TrainedRivals now = trained(progress.iteration, epoch);
        int count = Math.min(LOOK_SIZE, heldOut.count());
        watch.point(
                Series.DISCRIMINATOR_FOOLED,
                progress.iteration,
                epoch,
                now.takenForReal(now.made(LOOK_SIZE, LOOKED_AT), LOOK_SIZE));
        watch.point(Series.DISCRIMINATOR_REAL, progress.iteration, epoch, now.takenForReal(heldOut.features(), count));
        return Optional.empty();
    }

    @Override
    public void show(long iteration, int epoch, TrainingWatch watch) {
        watch.samples(new SampleSheet(
                iteration,
                epoch,
                rivals.rules().shape(),
                SHEET,
                trained(iteration, epoch).made(SHEET, SHOWN)));
    }

    @Override
    public float[] parameters() {
        return joined(discriminator.descent().weights(), generator.descent().weights());
    }

    @Override
    public void setParameters(float[] numbers) {
        int first = discriminator.descent().size();
        discriminator.descent().setWeights(java.util.Arrays.copyOfRange(numbers, 0, first));
        generator.descent().setWeights(java.util.Arrays.copyOfRange(numbers, first, numbers.length));
    }

    @Override
    public float[] memory() {
        return joined(discriminator.descent().memory(), generator.descent().memory());
    }

    @Override
    public int memorySize() {
        return discriminator.descent().memorySize() + generator.descent().memorySize();
    }

    @Override
    public void setMemory(float[] numbers) {
        int first = discriminator.descent().memorySize();
        discriminator.descent().setMemory(java.util.Arrays.copyOfRange(numbers, 0, first));
        generator.descent().setMemory(java.util.Arrays.copyOfRange(numbers, first, numbers.length));
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
