package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;

/** The course's small networks, trained by the product as a whole, come out as the course says. */
@Tag("thorough")
class CourseTemplatesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path home;

    private static RunningNetloom netloom;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        netloom = RunningNetloom.standalone(home);
        api = new ApiClient(netloom);
    }

    @AfterAll
    static void stop() {
        api.close();
        netloom.close();
    }

    private static String trained(String template) {
        String run = api.run(api.project(template), "{}");
        JsonNode end = api.untilEnded(run, PATIENCE);
        assertThat(end.path("state").asString()).as("%s", end).isEqualTo("finished");
        return run;
    }

    private static double lastLoss(String run) {
        JsonNode points = api.curve(run, "train.loss");
        return points.get(points.size() - 1).get(2).asDouble();
    }

    @Test
    void thePerceptronFindsThePlane() {
        assertThat(api.evaluation(trained("perceptron-regression")).path("r2").asDouble())
                .isGreaterThan(0.98);
    }

    @Test
    void thePerceptronPartsTheMoonsAsWellAsALineCan() {
        assertThat(api.evaluation(trained("perceptron-classification"))
                        .path("accuracy")
                        .asDouble())
                .isBetween(0.8, 0.95);
    }

    @Test
    void thePerceptronLearnsAndAndOr() {
        for (String gate : new String[] {"perceptron-and", "perceptron-or"}) {
            String run = trained(gate);
            assertThat(api.evaluation(run).path("accuracy").asDouble()).as(gate).isEqualTo(1.0);
            assertThat(lastLoss(run)).as(gate).isLessThan(0.1);
        }
    }

    @Test
    void thePerceptronCannotLearnXor() {
        String run = trained("xor-perceptron");
        assertThat(lastLoss(run)).isCloseTo(Math.log(2), within(0.02));
        assertThat(api.evaluation(run).path("accuracy").asDouble()).isLessThanOrEqualTo(0.75);
    }

    @Test
    void twoHiddenNeuronsLearnXor() {
        String run = trained("xor-2-2-1");
        assertThat(api.evaluation(run).path("accuracy").asDouble()).isEqualTo(1.0);
        assertThat(lastLoss(run)).isLessThan(0.05);
    }

    @Test
    void theWorkedExampleComesOutAsOnTheLecturesPaper() {
        String run = trained("worked-2-2-2");

        JsonNode points = api.curve(run, "train.loss");
        assertThat(points.size()).isEqualTo(1);
        assertThat(points.get(0).get(2).asDouble()).isCloseTo(0.249090, within(1e-6));
        JsonNode layers = api.get("/api/v1/runs/" + run).path("proof").path("weights");
        JsonNode hidden = layers.get(0).path("weights");
        JsonNode output = layers.get(1).path("weights");
        double[] trained = {
            hidden.get(0).get(0).asDouble(),
            hidden.get(0).get(1).asDouble(),
            hidden.get(1).get(0).asDouble(),
            hidden.get(1).get(1).asDouble(),
            output.get(0).get(0).asDouble(),
            output.get(1).get(0).asDouble(),
            output.get(0).get(1).asDouble(),
            output.get(1).get(1).asDouble()
        };
        assertThat(trained)
                .containsExactly(
                        new double[] {
                            0.0993352, 0.1991959, 0.2966758, 0.3959793, 0.4518781, 0.5507336, 0.7105639, 0.8108152
                        },
                        within(1e-6));
        assertThat(layers.get(0).path("biases").get(0).asDouble()).isEqualTo(0.25);
        assertThat(layers.get(1).path("biases").get(1).asDouble()).isCloseTo(0.35, within(1e-7));
    }

    @Test
    void renderedDigitsAreLearned() {
        assertThat(api.evaluation(trained("digits-mlp")).path("accuracy").asDouble())
                .isGreaterThan(0.95);
    }
}
