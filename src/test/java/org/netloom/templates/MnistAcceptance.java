package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;

/** The course's figures on the real MNIST. Needs the four files in ../shared/data/mnist or NETLOOM_SHARED_DATA/mnist. */
class MnistAcceptance {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    Path home;

    private RunningNetloom netloom;
    private ApiClient api;

    @BeforeEach
    void startWithTheRealData() throws IOException {
        RealMnist.into(home);
        netloom = RunningNetloom.standalone(home);
        api = new ApiClient(netloom);
    }

    @AfterEach
    void stop() {
        if (netloom != null) {
            api.close();
            netloom.close();
        }
    }

    @Test
    void adamReachesTheTextsAccuracyWithTheTextsLosses() {
        String run = api.run(api.project("mnist-adam"), "{}");
        assertThat(api.untilEnded(run, PATIENCE).path("state").asString()).isEqualTo("finished");

        List<Double> losses = values(api.curve(run, "train.loss.epoch"));
        double accuracy = api.evaluation(run).path("accuracy").asDouble();
        System.out.println("MNIST with Adam: losses " + losses + ", accuracy " + accuracy);

        assertThat(losses).hasSize(5);
        assertThat(losses.get(0)).isBetween(0.25, 0.35);
        double[] text = {0.2995, 0.1396, 0.1034, 0.0846, 0.0719};
        for (int epoch = 0; epoch < text.length; epoch++) {
            assertThat(losses.get(epoch)).as("epoch %d", epoch + 1).isCloseTo(text[epoch], within(0.05));
        }
        assertThat(accuracy).isGreaterThanOrEqualTo(0.974);
    }

    @Test
    void gradientDescentReachesTheTextsAccuracies() {
        String run = api.run(api.project("mnist-sgd"), "{}");
        assertThat(api.untilEnded(run, PATIENCE).path("state").asString()).isEqualTo("finished");

        List<Double> every500 = new ArrayList<>();
        api.curve(run, "validation.accuracy").forEach(point -> {
            if (point.get(0).asLong() % 500 == 0) {
                every500.add(point.get(2).asDouble());
            }
        });
        System.out.println("MNIST with gradient descent: accuracy every 500 iterations " + every500);

        double[] text = {0.914, 0.931, 0.939, 0.947, 0.953, 0.956};
        assertThat(every500).hasSize(text.length);
        for (int i = 0; i < text.length; i++) {
            assertThat(every500.get(i)).as("iteration %d", 500 * (i + 1)).isCloseTo(text[i], within(0.015));
        }
        assertThat(api.evaluation(run).path("accuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
    }

    /** Validated on the test part, so that the members' figures and the committee's are about the same digits. */
    @Test
    void aCommitteeOfFiveBeatsItsMedianMember() {
        String run = api.run(
                api.project("mnist-adam"),
                "{\"epochs\": 1, \"restarts\": 5, \"combine\": \"vote\", \"validateOn\": \"test\"}");
        assertThat(api.untilEnded(run, PATIENCE).path("state").asString()).isEqualTo("finished");

        List<Double> members = new ArrayList<>();
        api.get("/api/v1/runs/" + run + "/metrics").path("members").forEach(member -> {
            members.add(member.path("validationAccuracy").asDouble());
            assertThat(member.path("weight").asDouble()).isEqualTo(0.2);
        });
        double committee = api.evaluation(run).path("accuracy").asDouble();
        System.out.println("MNIST committee: members " + members + ", together " + committee);

        assertThat(members).hasSize(5);
        double median = members.stream().sorted().toList().get(2);
        assertThat(committee).isGreaterThan(median);
    }

    private static List<Double> values(JsonNode points) {
        List<Double> values = new ArrayList<>();
        points.forEach(point -> values.add(point.get(2).asDouble()));
        return values;
    }
}
