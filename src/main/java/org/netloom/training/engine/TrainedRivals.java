package org.netloom.training.engine;

import java.util.List;
import org.netloom.datasets.Samples;
import org.netloom.layers.Op;
import org.netloom.layers.Rivals;
import org.netloom.training.Evaluation;
import org.netloom.training.Roles;
import org.netloom.training.TrainingJob;

/** A generator and a discriminator with the weights that training gave them. */
public final class TrainedRivals {

    private static final long EVALUATED = 15;
    private static final int GENERATED = 1000;

    private final TrainingJob job;
    private final Latent latent;
    private final TrainedModel generator;
    private final TrainedModel discriminator;

    TrainedRivals(
            TrainingJob job,
            Rivals rivals,
            Player generator,
            Player discriminator,
            Latent latent,
            long iteration,
            int epoch) {
        this.job = job;
        this.latent = latent;
        this.generator = new TrainedModel(job.plan(), generator, latent.roles(), iteration, epoch);
        String output = rivals.discriminator().outputs().get(0);
        Roles.Goal goal = new Roles.Goal(
                output, rivals.discriminator().node(output).orElseThrow().output(), Op.Compare.With.DATA, 1, 0, true);
        this.discriminator = new TrainedModel(
                job.plan(),
                discriminator,
                new Roles(Adversaries.entering(rivals).inputs(), List.of(goal), List.of()),
                iteration,
                epoch);
    }

    /** Makes examples of noise. */
    public TrainedModel generator() {
        return generator;
    }

    /** Says how likely an example is real. */
    public TrainedModel discriminator() {
        return discriminator;
    }

    /** Rows of noise as the generator takes them: always the same for the same purpose. */
    public float[] noise(int count, long purpose) {
        return latent.rows(count, Draws.of(job.plan().seed(), purpose, 0));
    }

    /** Examples that the generator makes: always the same for the same weights and purpose. */
    public float[] made(int count, long purpose) {
        return generator.predict(noise(count, purpose), count);
    }

    /** Share of the first {@code count} rows that the discriminator takes for real. */
    double takenForReal(float[] rows, int count) {
        float[] said = discriminator.predict(rows, count);
        int taken = 0;
        for (float probability : said) {
            if (probability > 0.5f) {
                taken++;
            }
        }
        return taken / (double) count;
    }

    /** How well the discriminator tells real examples that neither has learnt from and newly generated ones apart. */
    public Evaluation.OfRivals evaluate(Samples samples) {
        return new Evaluation.OfRivals(
                samples.count(),
                GENERATED,
                takenForReal(samples.features(), samples.count()),
                takenForReal(made(GENERATED, EVALUATED), GENERATED));
    }
}
