package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.training.TrainingPlan.Augmentation;

class AugmenterTest {

    private static final Shape.Image SHAPE = new Shape.Image(1, 3, 3);
    private static final float[] PICTURE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static float[] varied(Augmentation most, int epoch, int example) {
        float[] into = new float[9];
        new Augmenter(most, 5, SHAPE).vary(PICTURE, 0, epoch, example, into);
        return into;
    }

    @Test
    void leavesPicturesAloneWhereNothingIsToChange() {
        assertThat(varied(new Augmentation(0, 0, 0, false, false, 0), 0, 0)).containsExactly(PICTURE);
    }

    @Test
    void mirrorsAboutHalfOfThePictures() {
        Augmentation mirror = new Augmentation(0, 0, 0, true, true, 0);
        Set<List<Float>> seen = new HashSet<>();
        for (int example = 0; example < 40; example++) {
            float[] picture = varied(mirror, 0, example);
            seen.add(List.of(picture[0], picture[1], picture[2]));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        List.of(1f, 2f, 3f), List.of(3f, 2f, 1f), List.of(7f, 8f, 9f), List.of(9f, 8f, 7f));
    }

    @Test
    void changesStayWithinTheirMostAndDifferByEpochAndExample() {
        Augmentation all = new Augmentation(1, 20, 0.2, false, false, 0);
        assertThat(varied(all, 0, 0))
                .containsExactly(varied(all, 0, 0))
                .isNotEqualTo(varied(all, 1, 0))
                .isNotEqualTo(varied(all, 0, 1));
        for (int example = 0; example < 50; example++) {
            for (float pixel : varied(all, 2, example)) {
                assertThat(pixel).isBetween(0f, 9f);
            }
        }
    }

    @Test
    void aShiftMovesTheCentreOfMassAndFillsTheEdge() {
        Shape.Image wide = new Shape.Image(1, 1, 21);
        float[] dot = new float[21];
        dot[10] = 1;
        for (int example = 0; example < 20; example++) {
            float[] into = new float[21];
            new Augmenter(new Augmentation(4, 0, 0, false, false, 0), 1, wide).vary(dot, 0, 0, example, into);
            double centre = 0;
            double mass = 0;
            for (int x = 0; x < 21; x++) {
                centre += x * into[x];
                mass += into[x];
            }
            // The row above and below a single line is the fill, so what is left of the dot is less than all of it.
            assertThat(mass).isBetween(0.0, 1.0 + 1e-6);
            if (mass > 0) {
                assertThat(centre / mass).isCloseTo(10, within(5.0));
            }
        }
    }

    @Test
    void trainingVariesItsPicturesOnlyAndGoesOnBitForBit() throws IOException {
        Network network = network(input(1, 4, 4), Layer.of("flat", "flatten"), output(3, "softmax"));
        Samples train = Fixtures.clouds(Shape.of(1, 4, 4), 3, 18, 1);
        Object[] settings = {"epochs", 3, "batchSize", 5, "augment", true, "augmentRotate", 15.0, "augmentScale", 10.0};
        Fixtures.Recorder watch = new Fixtures.Recorder() {
            @Override
            public boolean wantsCheckpoint() {
                return true;
            }
        };
        Trainer whole = new Trainer(Fixtures.job(network, plan(network, settings), train, train));
        whole.train(Optional.empty(), watch);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        watch.checkpoints.get(6L).writeTo(bytes);
        Trainer resumed = new Trainer(Fixtures.job(network, plan(network, settings), train, train));
        resumed.train(Optional.of(new ByteArrayInputStream(bytes.toByteArray())), new Fixtures.Recorder());
        Trainer plain = new Trainer(Fixtures.job(network, plan(network, "epochs", 3, "batchSize", 5), train, train));
        plain.train(Optional.empty(), new Fixtures.Recorder());

        assertThat(resumed.model().orElseThrow().parameters())
                .containsExactly(whole.model().orElseThrow().parameters())
                .isNotEqualTo(plain.model().orElseThrow().parameters());
        Engine engine = whole.supervised().engine();
        assertThat(engine.look(engine.batches(train), 512).loss())
                .isEqualTo(watch.values(org.netloom.training.Series.VALIDATION_LOSS)
                        .get(2));
    }
}
