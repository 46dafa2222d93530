package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.process.RunningNetloom;

/** Someone makes a block of two layers, repeats it, looks inside, exposes a parameter and keeps it for other projects. */
@Tag("thorough")
class BlocksIT {

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
        page.navigate(netloom.url());
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("E-mail").fill(RunningNetloom.EMAIL);
        page.locator("vaadin-password-field input").fill(RunningNetloom.PASSWORD);
        page.getByText("Create account").click();
        assertThat(page.getByText("Your networks live here")).isVisible();
    }

    @AfterEach
    void close() {
        browsing.close();
        netloom.close();
    }

    @Test
    void isMadeOpenedChangedAndKept() {
        beginABlankProject();
        drawAChain();

        makeABlock("dense1", "dense2");
        assertThat(workshop.cards()).hasCount(4);
        assertThat(workshop.wires()).hasCount(3);
        long once = parameters();
        workshop.set("repeat", "3");
        assertThat(workshop.card("block1")).containsText("× 3");
        assertThat(parameters()).isEqualTo(once + 2 * (2 * (64 * 64 + 64)));

        exposeTheUnitsOfTheFirstLayer();
        workshop.set("units", "32");
        assertThat(workshop.card("block1")).containsText("32");

        openAndLeaveAgain();
        keepForOtherProjects();
        assertThat(page.locator(".netloom-check")).containsText("Ready to train");

        workshop.select("block1");
        panel("Ungroup").click();
        assertThat(workshop.cards()).hasCount(3 + 3 * 2);
        assertThat(browsing.errors()).isEmpty();

        beginABlankProject();
        assertThat(page.locator(".nl-palette-item").filter(text("Block 1"))).isVisible();
    }

    private void beginABlankProject() {
        page.navigate(netloom.url());
        page.getByText("New project").first().click();
        page.locator(".netloom-template.blank").click();
        page.waitForURL(Pattern.compile(".*/projects/.+"));
        assertThat(page.locator("netloom-canvas")).isVisible();
    }

    /** Each layer is added below the one before and fed by it. */
    private void drawAChain() {
        int cards = 0;
        for (String type : List.of("input", "flatten", "dense", "dense", "output")) {
            page.locator(".nl-palette-item[data-type='" + type + "']").dblclick();
            assertThat(workshop.cards()).hasCount(++cards);
            assertThat(workshop.wires()).hasCount(cards - 1);
        }
        page.getByLabel("Show the whole network").click();
    }

    private void makeABlock(String first, String second) {
        workshop.card(first).click();
        workshop.card(second).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page.locator(".netloom-selection .netloom-group").click();
        assertThat(workshop.card("block1")).isVisible();
        assertThat(page.locator(".netloom-inspector")).containsText("dense1 → dense2");
    }

    private void exposeTheUnitsOfTheFirstLayer() {
        panel("Choose parameters").click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        dialog.locator("vaadin-details-summary").filter(text("dense1")).click();
        dialog.locator("vaadin-details")
                .filter(text("dense1"))
                .getByLabel("Units")
                .fill("Units");
        dialog.getByText("Done").click();
    }

    private void openAndLeaveAgain() {
        panel("Open").click();
        assertThat(workshop.card("in1")).isVisible();
        assertThat(workshop.cards()).hasCount(4);
        assertThat(workshop.card("dense1")).containsText("32");
        assertThat(page.locator(".netloom-crumbs")).containsText("block1");
        page.locator(".netloom-crumbs").getByText("Design").click();
        assertThat(workshop.card("block1")).isVisible();
    }

    private void keepForOtherProjects() {
        workshop.select("block1");
        panel("Save to the workspace").click();
        assertThat(page.getByText("is kept in the workspace as version 1")).isVisible();
    }

    private Locator panel(String button) {
        return page.locator(".netloom-inspector .netloom-block vaadin-button").filter(text(button));
    }

    private long parameters() {
        return Long.parseLong(page.locator("#total-parameters").innerText().replaceAll("[^0-9]", ""));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
