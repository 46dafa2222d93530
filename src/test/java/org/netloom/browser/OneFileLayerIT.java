package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.process.PatchedProgram;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;

/** One file more in the catalog, and the layer is everywhere. */
@Tag("thorough")
class OneFileLayerIT {

    @TempDir
    Path folder;

    @Test
    void aNewLayerIsOneFile() throws Exception {
        PatchedProgram program =
                PatchedProgram.with(Path.of("src", "test", "layers", "NoisyDense.java"), folder.resolve("program"));
        assertThat(program.added()).hasSize(1);
        try (RunningNetloom netloom = RunningNetloom.standalone(folder.resolve("home"), program);
                ApiClient api = new ApiClient(netloom)) {
            assertThat(layerOf(api).path("help").asString()).startsWith("Neurons whose results");
            assertThat(layerOf(api).path("parameters").toString()).contains("\"shake\"");
            downloadWhatItLearned(api, drawnIn(netloom));
        }
    }

    private static JsonNode layerOf(ApiClient api) {
        for (JsonNode layer : api.get("/api/v1/layers")) {
            if (layer.path("type").asString().equals("noisy-dense")) {
                return layer;
            }
        }
        throw new AssertionError("The API does not know the layer");
    }

    /** A project with the layer in it, by palette, canvas and inspector. */
    private static String drawnIn(RunningNetloom netloom) {
        try (Browsing browsing = new Browsing()) {
            Page page = browsing.page();
            Workshop workshop = new Workshop(page);
            page.navigate(netloom.url());
            page.locator("input[name=username]").fill(RunningNetloom.EMAIL);
            page.locator("input[name=password]").fill(RunningNetloom.PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.getByText("New project").first().click();
            page.locator(".netloom-template.blank").click();
            page.waitForURL(Pattern.compile(".*/projects/.+"));
            workshop.drag("input", 330, 60);
            workshop.drag("noisy-dense", 330, 180);
            workshop.drag("output", 330, 300);
            workshop.connect("input1", "noisy-dense1");
            workshop.connect("noisy-dense1", "output1");
            workshop.select("noisy-dense1");
            assertThat(page.locator(".netloom-inspector")).containsText("Neurons whose results are shaken");
            workshop.set("shake", "0.2");
            page.locator(".netloom-inspector").getByText("Insert Flatten → 784").click();
            assertThat(workshop.check()).containsText("Ready to train");
            assertThat(browsing.errors()).isEmpty();
            return page.url().substring(page.url().lastIndexOf('/') + 1);
        }
    }

    private static void downloadWhatItLearned(ApiClient api, String project) throws Exception {
        JsonNode design = api.get("/api/v1/projects/" + project + "/design");
        assertThat(design.toString()).contains("noisy-dense1").contains("\"shake\":0.2");
        String run = api.run(project, "{\"epochs\": 1}");
        assertThat(api.untilEnded(run, Duration.ofMinutes(2)).path("state").asString())
                .isEqualTo("finished");
        ComputationGraph graph = ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(
                api.bytes("/api/v1/runs/" + run + "/export?format=dl4j").body()));
        assertThat(graph.getLayer("noisy-dense1").numParams()).isPositive();
    }
}
