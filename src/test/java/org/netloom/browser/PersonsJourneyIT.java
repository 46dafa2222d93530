package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.process.RunningNetloom.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.ApiClient;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.Examples;
import org.netloom.datasets.Normalization;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Split;
import org.netloom.datasets.SplitSpec;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;

/** A stranger opens the product, draws a digit classifier, trains it and takes it home. */
class PersonsJourneyIT {

    @TempDir
    Path home;

    private RunningNetloom netloom;
    private Browsing browsing;
    private Page page;
    private Workshop workshop;

    @BeforeEach
    void open() {
        netloom = RunningNetloom.fresh(home);
        browsing = new Browsing();
        page = browsing.page();
        workshop = new Workshop(page);
    }

    @AfterEach
    void close() {
        browsing.close();
        netloom.close();
    }

    @Test
    void drawsRepairsTrainsReloadsStopsAndDownloads() throws Exception {
        createTheFirstAccount();
        beginABlankProject();
        drawTheNetwork();
        repairItByOneClick();
        workshop.set("units", "48");
        assertThat(page.locator("#total-parameters")).containsText("41,466");
        stopARunMidway();

        String run = trainToTheEndWithAReload();
        downloadAndCompare(run);

        assertThat(browsing.errors()).isEmpty();
    }

    private void createTheFirstAccount() {
        page.navigate(netloom.url());
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("E-mail").fill(RunningNetloom.EMAIL);
        page.locator("vaadin-password-field input").fill(RunningNetloom.PASSWORD);
        page.getByText("Create account").click();
        assertThat(page.getByText("Your networks live here")).isVisible();
    }

    private void beginABlankProject() {
        page.getByText("New project").first().click();
        page.locator(".netloom-template.blank").click();
        page.waitForURL(Pattern.compile(".*/projects/.+"));
        assertThat(page.locator("netloom-canvas")).isVisible();
    }

    private void drawTheNetwork() {
        workshop.drag("input", 330, 60);
        workshop.drag("dense", 330, 180);
        workshop.drag("dense", 330, 300);
        workshop.drag("output", 330, 420);
        workshop.connect("input1", "dense1");
        workshop.connect("dense1", "dense2");
        workshop.connect("dense2", "output1");
    }

    private void repairItByOneClick() {
        assertThat(workshop.check()).containsText("problem");
        workshop.select("dense1");
        assertThat(page.locator(".netloom-inspector .netloom-problem")).containsText("1 × 28 × 28");
        page.locator(".netloom-inspector").getByText("Insert Flatten → 784").click();
        assertThat(workshop.cards()).hasCount(5);
        assertThat(workshop.check()).containsText("Ready to train");
    }

    private void stopARunMidway() {
        workshop.deselect();
        workshop.set("epochs", "100000");
        workshop.train();
        openTheRun();
        await("some training", () -> workshop.points() > 5);
        page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Stop"))
                .click();
        assertThat(page.locator("netloom-run-progress"))
                .containsText("Stopped", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        page.goBack();
        assertThat(page.locator("netloom-canvas")).isVisible();
    }

    private void openTheRun() {
        page.getByText("Open the run").click();
        page.waitForURL(Pattern.compile(".*/runs/.+"));
    }

    private String trainToTheEndWithAReload() {
        workshop.set("epochs", "40");
        workshop.train();
        openTheRun();
        String run = page.url().substring(page.url().lastIndexOf('/') + 1);
        await("twenty points while it runs", () -> workshop.points() >= 20);
        assertThat(page.locator("netloom-run-progress")).containsText("Training");
        int before = workshop.points();
        page.reload();
        await("the curve to come back", () -> workshop.points() >= before);
        assertThat(page.locator("netloom-run-progress"))
                .containsText("Finished", new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
        try (ApiClient api = new ApiClient(netloom)) {
            int stored = api.curve(run, "train.loss").size();
            await("every point", () -> workshop.points() >= stored);
            assertThat(workshop.curve().stream().map(Number::longValue))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, stored).boxed().toList());
        }
        return run;
    }

    private void downloadAndCompare(String run) throws Exception {
        Locator link = page.locator("a[href*='format=dl4j']");
        Download download = page.waitForDownload(link::click);
        ComputationGraph graph =
                ModelSerializer.restoreComputationGraph(download.path().toFile());
        Examples digits = new DatasetCatalog(home).load("digits").get();
        Split split = Split.of(digits, SplitSpec.fractions(0.15, 0.15, 42)).get();
        Samples test =
                Samples.of(digits, split.test(), Normalization.none(), 10).get();
        try (ApiClient api = new ApiClient(netloom)) {
            JsonNode golden = api.get("/api/v1/runs/" + run).path("proof").path("predictions");
            assertThat(golden.size()).isEqualTo(20);
            INDArray rows = Nd4j.create(test.features(), new long[] {test.count(), 1, 28, 28}, 'c');
            INDArray predicted = graph.outputSingle(rows);
            double largest = 0;
            for (int row = 0; row < golden.size(); row++) {
                for (int unit = 0; unit < 10; unit++) {
                    largest = Math.max(
                            largest, Math.abs(golden.get(row).get(unit).asDouble() - predicted.getDouble(row, unit)));
                }
            }
            assertThat(largest).isLessThan(1e-6);
        }
    }
}
