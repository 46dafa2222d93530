package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.XOR;
import static org.netloom.training.engine.Fixtures.clouds;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;
import static org.netloom.training.engine.Fixtures.row;
import static org.netloom.training.engine.Fixtures.samples;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;

class TrainerTest {

    private static final Network CLASSIFIER = network(input(4), dense("hidden", 6, "relu"), output(3, "softmax"));

    @Test
    void tellsALossForEachIterationAndTheEpochsFigures() {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        TrainingEnd end = new Trainer(job(
                        CLASSIFIER,
                        plan(CLASSIFIER, "epochs", 3, "batchSize", 8, "learningRate", 0.01),
                        clouds(Shape.of(4), 3, 30, 1),
                        clouds(Shape.of(4), 3, 12, 2)))
                .train(Optional.empty(), watch);

        assertThat(end).isEqualTo(new TrainingEnd.Finished(12, 3, 3, false));
        assertThat(watch.values(Series.TRAIN_LOSS)).hasSize(12);
        assertThat(watch.samples).isEqualTo(90);
        List<Double> losses = watch.values(Series.TRAIN_LOSS);
        double firstEpoch = (8 * (losses.get(0) + losses.get(1) + losses.get(2)) + 6 * losses.get(3)) / 30;
        assertThat(watch.values(Series.TRAIN_LOSS_EPOCH).get(0)).isCloseTo(firstEpoch, within(1e-12));
        assertThat(watch.values(Series.TRAIN_ACCURACY_EPOCH)).hasSize(3).allMatch(a -> a >= 0 && a <= 1);
        assertThat(watch.values(Series.VALIDATION_LOSS)).hasSize(3);
        assertThat(watch.values(Series.VALIDATION_ACCURACY)).hasSize(3);
    }

    @Test
    void validatesBetweenEpochsToo() {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(
                        CLASSIFIER,
                        plan(CLASSIFIER, "epochs", 1, "batchSize", 3, "validateEvery", 4),
                        clouds(Shape.of(4), 3, 30, 1),
                        clouds(Shape.of(4), 3, 12, 2)))
                .train(Optional.empty(), watch);
        assertThat(watch.points.stream().filter(p -> p.series() == Series.VALIDATION_LOSS))
                .extracting(Fixtures.Point::iteration)
                .containsExactly(4L, 8L, 10L);
    }

    @Test
    void validationFiguresEqualTheEvaluationsOnTheSameSamples() {
        Samples heldOut = clouds(Shape.of(4), 3, 700, 2);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Trainer trainer = new Trainer(job(
                CLASSIFIER,
                plan(CLASSIFIER, "epochs", 5, "learningRate", 0.02),
                clouds(Shape.of(4), 3, 300, 1),
                heldOut));
        trainer.train(Optional.empty(), watch);
        var evaluation = (org.netloom.training.Evaluation.OfClasses) trainer.model()
                .orElseThrow()
                .evaluate(heldOut, new org.netloom.datasets.Target.Classes(List.of("a", "b", "c")));
        assertThat(evaluation.accuracy())
                .isGreaterThan(0.8)
                .isCloseTo(watch.values(Series.VALIDATION_ACCURACY).get(4), within(1e-12));
    }

    @Test
    void endsFailedWithTheIterationAndAdviceWhenTheLossIsNoNumber() {
        Network network = network(input(1), output(1, "cube"));
        Fixtures.Recorder watch = new Fixtures.Recorder();
        TrainingEnd end = new Trainer(job(
                        network,
                        plan(network, "optimizer", "sgd", "learningRate", 90.0, "loss", "mse", "epochs", 100),
                        samples(1, 1, row(3, 100), row(5, 7))))
                .train(Optional.empty(), watch);

        assertThat(end).isInstanceOfSatisfying(TrainingEnd.Failed.class, failed -> {
            assertThat(failed.problem().code()).isEqualTo("loss-not-finite");
            assertThat(failed.problem().what()).contains("iteration " + failed.iteration());
            assertThat(failed.problem().fix()).contains("learning rate");
            assertThat(watch.points.get(watch.points.size() - 1).value()).isNotFinite();
            assertThat(watch.points.get(watch.points.size() - 1).iteration()).isEqualTo(failed.iteration());
        });
    }

    @Test
    void keepsTheBestWeightsWhenStoppingEarly() {
        Samples heldOut = clouds(Shape.of(4), 3, 30, 3);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Trainer trainer = new Trainer(job(
                CLASSIFIER,
                plan(CLASSIFIER, "epochs", 400, "learningRate", 0.1, "earlyStopping", true, "patience", 4),
                clouds(Shape.of(4), 3, 21, 1),
                heldOut));
        TrainingEnd end = trainer.train(Optional.empty(), watch);

        List<Double> losses = watch.values(Series.VALIDATION_LOSS);
        assertThat(end).isInstanceOfSatisfying(TrainingEnd.Finished.class, finished -> {
            assertThat(finished.early()).isTrue();
            assertThat(finished.bestEpoch()).isEqualTo(finished.epoch() - 4);
            assertThat(losses.get(finished.bestEpoch() - 1))
                    .isEqualTo(losses.stream().min(Double::compare).orElseThrow());
        });
        Engine.Look look = look(trainer, heldOut);
        assertThat(look.loss()).isEqualTo(losses.stream().min(Double::compare).orElseThrow());
    }

    private static Engine.Look look(Trainer trainer, Samples samples) {
        Engine engine = trainer.supervised().engine();
        return engine.look(engine.batches(samples), 512);
    }

    @Test
    void keepsAFrozenBiasBitEqual() {
        Network network = network(
                input(4),
                dense("hidden", 6, "tanh")
                        .with("biasStart", Value.of(0.3))
                        .with("l2", Value.of(0.1))
                        .with("trainBias", Value.of(false)),
                output(3, "softmax"));
        for (String optimizer : List.of("sgd", "momentum", "adam", "adamw", "rmsprop", "adadelta")) {
            TrainedModel model = Fixtures.trained(
                    job(network, plan(network, "optimizer", optimizer, "epochs", 3), clouds(Shape.of(4), 3, 30, 1)));
            assertThat(model.biases("hidden")).containsOnly(0.3f);
            assertThat(model.biases("out")).doesNotContain(0f);
        }
    }

    @Test
    void dropoutDoesNothingWhenPredicting() {
        for (String kind : List.of("standard", "alpha", "gaussian")) {
            Network network = network(
                    input(4),
                    Layer.of("drop", "dropout").with("rate", Value.of(0.9)).with("kind", kind),
                    output(3, "identity").with("initializer", "ones"));
            TrainedModel model = Fixtures.trained(job(
                    network,
                    plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1),
                    clouds(Shape.of(4), 3, 9, 1)));
            assertThat(model.predict(new float[] {1, 2, 3, 4}, 1)).containsOnly(10f);
        }
    }

    @Test
    void flattensChannelsFirst() {
        Network network = network(
                input(2, 2, 3),
                Layer.of("again", "reshape").with("shape", Value.dims(3, 2, 2)),
                Layer.of("rows", "reshape").with("shape", Value.dims(6, 2)),
                Layer.of("flat", "flatten"),
                output(12, "identity").with("weights", identity(12)));
        float[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        TrainedModel model = Fixtures.trained(job(
                network,
                plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1),
                new Samples(Shape.of(2, 2, 3), 1, numbers, new float[12], 12)));
        assertThat(model.predict(numbers, 1)).containsExactly(numbers);
    }

    private static Value identity(int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        return Fixtures.table(rows);
    }

    @Test
    void hingeLearnsFromZerosAndOnes() {
        Network network = network(input(2), dense("hidden", 8, "tanh"), output(1, "identity"));
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Trainer trainer = new Trainer(
                job(network, plan(network, "loss", "hinge", "learningRate", 0.05, "epochs", 300), XOR, XOR));
        trainer.train(Optional.empty(), watch);
        assertThat(watch.values(Series.VALIDATION_ACCURACY).get(299)).isEqualTo(1);
        assertThat(watch.values(Series.VALIDATION_LOSS).get(299)).isLessThan(0.01);
    }
}
