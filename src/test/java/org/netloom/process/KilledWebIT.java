package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import tools.jackson.databind.JsonNode;

@Tag("thorough")
class KilledWebIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LONGER = "{\"epochs\": 40, \"batchSize\": 32}";

    @TempDir
    Path home;

    private RunningNetloom netloom;

    @AfterEach
    void stop() {
        netloom.close();
    }

    @Test
    void aKilledWebProcessChangesNothingInTheResultOfARun() throws IOException {
        netloom = RunningNetloom.standalone(home);
        String undisturbed;
        String disturbed;
        try (ApiClient api = new ApiClient(netloom)) {
            String project = api.project("digits-mlp");
            undisturbed = api.run(project, LONGER);
            assertThat(api.untilEnded(undisturbed, PATIENCE).path("state").asString())
                    .isEqualTo("finished");
            disturbed = api.run(project, LONGER);
            api.untilIteration(disturbed, 1500, PATIENCE);
        }

        netloom.kill();
        netloom = netloom.again();

        try (ApiClient api = new ApiClient(netloom)) {
            JsonNode end = api.untilEnded(disturbed, PATIENCE);
            assertThat(end.path("state").asString()).as("%s", end).isEqualTo("finished");
            JsonNode curve = api.curve(disturbed, "train.loss");
            assertThat(curve).isEqualTo(api.curve(undisturbed, "train.loss"));
            for (int i = 0; i < curve.size(); i++) {
                assertThat(curve.get(i).get(0).asLong()).isEqualTo(i + 1L);
            }
            assertThat(parameters(api, disturbed)).isEqualTo(parameters(api, undisturbed));
        }
    }

    private static byte[] parameters(ApiClient api, String run) throws IOException {
        byte[] file = api.bytes("/api/v1/runs/" + run + "/export?format=dl4j").body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("coefficients.bin")) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("no parameters in the model file");
    }
}
