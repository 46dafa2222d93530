package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;

/** Every family of networks learns, trained by the product as a whole within its template's budget, most on the real MNIST. */
class FamiliesAcceptance {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    static Path home;

    private static RunningNetloom netloom;
    private static ApiClient api;

    @BeforeAll
    static void startWithTheRealData() throws IOException {
        RealMnist.into(home);
        netloom = RunningNetloom.standalone(home);
        api = new ApiClient(netloom);
    }

    @AfterAll
    static void stop() {
        if (netloom != null) {
            api.close();
            netloom.close();
        }
    }

    @Test
    void leNetReads985OfAThousandDigitsAfterTwoEpochs() {
        assertThat(figure("mnist-lenet", "accuracy")).isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void lstmReadsDigitsRowByRow() {
        assertThat(figure("mnist-lstm", "accuracy")).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void gruReadsDigitsRowByRow() {
        assertThat(figure("mnist-gru", "accuracy")).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void theVisionTransformerReadsDigits() {
        assertThat(figure("mnist-vit", "accuracy")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theAutoencoderGivesDigitsBack() {
        assertThat(figure("mnist-autoencoder", "mse")).isLessThan(0.012);
    }

    @Test
    void wordOrderIsUnderstood() {
        assertThat(figure("reviews-bidirectional", "accuracy")).isGreaterThanOrEqualTo(0.95);
        assertThat(figure("reviews-transformer", "accuracy")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theMarkedNumbersAreAdded() {
        assertThat(figure("adding-gru", "rmse")).isLessThan(0.05);
    }

    @Test
    void theParityIsKeptStepByStep() {
        assertThat(figure("running-parity-rnn", "accuracy")).isGreaterThanOrEqualTo(0.95);
    }

    private static double figure(String template, String name) {
        String run = api.run(api.project(template), "{}");
        JsonNode end = api.untilEnded(run, PATIENCE);
        assertThat(end.path("state").asString()).as("%s", end).isEqualTo("finished");
        double figure = api.evaluation(run).path(name).asDouble(Double.NaN);
        System.out.printf(
                "%s: %s %.4f after %.0f s%n",
                template,
                name,
                figure,
                end.path("timings").path("trainingSeconds").asDouble());
        return figure;
    }
}
