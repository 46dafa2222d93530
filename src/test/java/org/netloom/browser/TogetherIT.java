package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.process.RunningNetloom.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.TestDatabase;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two people in two browsers, served by two web processes on one database, work in one design. */
@Tag("thorough")
class TogetherIT {

    private static final String BOB = "bob@example.org";
    private static final int EDITS_EACH = 260;
    private static final int MEASURED = 60;

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.fresh();
    private RunningNetloom first;
    private RunningNetloom second;
    private String project = "";
    private Colleague ada;
    private Colleague bob;

    @BeforeEach
    void meet() {
        first = RunningNetloom.web(home.resolve("first"), database.environment());
        second = RunningNetloom.web(home.resolve("second"), database.environment());
        addBob();
        try (ApiClient api = new ApiClient(first)) {
            project = api.project("");
            List.of("input", "dense", "dense", "dense", "output")
                    .forEach(type -> api.post(
                            "/api/v1/projects/" + project + "/edits",
                            "{\"kind\": \"add-layers\", \"layers\": [{\"id\": \"" + type + "1\", \"type\": \"" + type
                                    + "\", \"x\": 0, \"y\": " + 140 * layers(api) + "}], \"wires\": []}"));
        }
        ada = new Colleague(first, RunningNetloom.EMAIL, project, 1);
        bob = new Colleague(second, BOB, project, 2);
    }

    private int layers(ApiClient api) {
        return api.get("/api/v1/projects/" + project + "/design").path("layers").size();
    }

    private void addBob() {
        UUID id = UUID.randomUUID();
        database.jdbc().sql("update account set name = 'Ada'").update();
        database.jdbc()
                .sql("insert into account (id, email, name, password) select ?, ?, 'Bob', password from account")
                .params(id, BOB)
                .update();
        database.jdbc()
                .sql("insert into member (workspace_id, account_id, role) select id, ?, 'EDITOR' from workspace")
                .param(id)
                .update();
    }

    @AfterEach
    void part() {
        ada.close();
        bob.close();
        first.close();
        if (second.isAlive()) {
            second.close();
        }
    }

    @Test
    void seeEachOtherAndWorkWithoutLosingAnything() throws Exception {
        theySeeEachOther();
        anOverwrittenValueIsTold();
        whatIsTypedIntoAListOfChoicesStays();
        whatIsSaidIsCountedBeforeItIsRead();
        measureHowSoonEditsAppear();
        editAtOnce();
        assertThat(ada.errors()).isEmpty();
        assertThat(bob.errors()).isEmpty();
        whoLeavesIsGone();
    }

    private void theySeeEachOther() {
        ada.see(page -> {
            page.locator(".react-flow__node[data-id='dense1']").click();
            page.mouse().move(700, 300);
            page.mouse().move(720, 320);
            return null;
        });
        bob.see(page -> {
            assertThat(page.locator(".netloom-person[aria-label='Ada is here']"))
                    .isVisible();
            assertThat(page.locator(".nl-held[data-person='Ada'][data-layer='dense1']"))
                    .isVisible();
            page.locator(".react-flow__node[data-id='dense1']").click();
            return null;
        });
        ada.see(page -> {
            assertThat(page.locator(".nl-held[data-person='Bob'][data-layer='dense1']"))
                    .isVisible();
            page.mouse().move(640, 280);
            return null;
        });
        bob.see(page -> {
            assertThat(page.locator(".nl-cursor[data-person='Ada'] .nl-cursor-body"))
                    .isVisible();
            return null;
        });
        screenshots("together");
    }

    /** Bob's newer value wins, Ada sees whose it is, keeps what she is typing elsewhere, and her undo spares it. */
    private void anOverwrittenValueIsTold() {
        ada.see(page -> {
            new Workshop(page).set("units", "11");
            page.locator(".netloom-inspector vaadin-text-field input").first().fill("Half a na");
            return null;
        });
        bob.see(page -> {
            assertThat(units(page)).hasValue("11");
            new Workshop(page).set("units", "22");
            return null;
        });
        ada.see(page -> {
            assertThat(units(page)).hasValue("22");
            assertThat(page.locator("[data-setting='units']")).hasAttribute("data-changed-by", "changed by Bob");
            Locator typing =
                    page.locator(".netloom-inspector vaadin-text-field input").first();
            assertThat(typing).hasValue("Half a na");
            assertThat(typing).isFocused();
            screenshot(page, "changed-by");
            typing.fill("dense1");
            typing.press("Tab");
            Colleague.gesture(page, "command", "undo");
            assertThat(page.getByText("Bob changed “units” of “dense1” since")).isVisible();
            assertThat(units(page)).hasValue("22");
            return null;
        });
    }

    /** Bob's edit reaches the page of Ada, who is looking for an activation. */
    private void whatIsTypedIntoAListOfChoicesStays() {
        ada.see(page -> {
            Locator choice = page.locator("[data-setting='activation'] input");
            choice.fill("Sig");
            bob.see(other -> {
                new Workshop(other).set("units", "23");
                return null;
            });
            assertThat(page.locator(".react-flow__node[data-id='dense1']")).containsText("23");
            assertThat(choice).hasValue("Sig");
            assertThat(choice).isFocused();
            choice.press("Escape");
            choice.press("Escape");
            return null;
        });
    }

    private void whatIsSaidIsCountedBeforeItIsRead() {
        bob.api().post("/api/v1/projects/" + project + "/comments", "{\"text\": \"Why three of them?\"}");
        ada.see(page -> {
            Locator tab =
                    page.locator(".netloom-dock vaadin-tab").filter(new Locator.FilterOptions().setHasText("Comments"));
            assertThat(tab).hasText("Comments (1)");
            tab.click();
            assertThat(page.locator(".netloom-comments").getByText("Why three of them?"))
                    .isVisible();
            return null;
        });
    }

    private static Locator units(Page page) {
        return page.locator("[data-setting='units'] input");
    }

    private void measureHowSoonEditsAppear() {
        bob.see(page -> page.evaluate("""
                () => {
                  window.seen = {};
                  window.watching = new MutationObserver(() => {
                    const place = document.querySelector('.react-flow__node[data-id="dense2"]').style.transform;
                    window.seen[place.replaceAll(' ', '')] ??= Date.now();
                  });
                  window.watching.observe(document.querySelector('netloom-canvas'), {subtree: true, attributes: true, attributeFilter: ['style']});
                }"""));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            String place = "translate(" + (400 + 8 * i) + "px,400px)";
            int x = 400 + 8 * i;
            long told = ada.see(page -> ((Number) page.evaluate(
                            "x => { document.querySelector('netloom-canvas').dispatchEvent(new CustomEvent('netloom-move-layers',"
                                    + " {detail: [{id: 'dense2', x, y: 400}]})); return Date.now(); }",
                            x))
                    .longValue());
            long seen = bob.see(page -> ((Number) page.waitForFunction("place => window.seen[place]", place)
                            .jsonValue())
                    .longValue());
            times.add(seen - told);
        }
        bob.see(page -> page.evaluate("() => window.watching.disconnect()"));
        times.sort(null);
        long p95 = times.get(times.size() * 95 / 100);
        System.out.println("LIVE edit to appearance at the other process: median " + times.get(times.size() / 2)
                + " ms, p95 " + p95 + " ms, longest " + times.getLast() + " ms");
    }

    private void editAtOnce() throws Exception {
        long begin = System.nanoTime();
        Future<Integer> adas = ada.editAtRandom(EDITS_EACH);
        Future<Integer> bobs = bob.editAtRandom(EDITS_EACH);
        int edits = adas.get() + bobs.get();
        System.out.println(
                "LIVE " + edits + " random edits of two people in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertThat(edits).isGreaterThanOrEqualTo(500);
        await("both to show the same", () -> ada.shown().equals(bob.shown()) && isStored(ada.shown()));
        assertThat(ada.shown()).isEqualTo(bob.shown());
        screenshots("after-many-edits");
    }

    private boolean isStored(String shown) {
        JsonNode design = ada.api().get("/api/v1/projects/" + project + "/design");
        JsonNode canvas = new JsonMapper().readTree(shown);
        Map<String, JsonNode> cards = new java.util.HashMap<>();
        canvas.path("cards").forEach(card -> cards.put(card.get(0).asString(), card));
        for (JsonNode layer : design.path("layers")) {
            JsonNode card = cards.remove(layer.path("id").asString());
            if (card == null
                    || !card.get(1).asString().equals(layer.path("name").asString())
                    || card.get(2).asDouble() != layer.path("x").asDouble()
                    || card.get(3).asDouble() != layer.path("y").asDouble()
                    || layer.path("parameters").has("units")
                            && layer.path("type").asString().equals("dense")
                            && !card.get(4)
                                    .asString()
                                    .startsWith(layer.path("parameters")
                                            .path("units")
                                            .asString())) {
                return false;
            }
        }
        TreeSet<String> stored = new TreeSet<>();
        design.path("wires").forEach(wire -> stored.add(wire.path("id").asString()));
        TreeSet<String> drawn = new TreeSet<>();
        canvas.path("wires").forEach(wire -> drawn.add(wire.asString()));
        return cards.isEmpty() && stored.equals(drawn);
    }

    private void whoLeavesIsGone() {
        ada.see(page -> {
            assertThat(page.locator(".netloom-person")).hasCount(1);
            return null;
        });
        second.kill();
        ada.see(page -> {
            assertThat(page.locator(".netloom-person"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(16_000));
            return null;
        });
    }

    private void screenshots(String name) {
        ada.see(page -> {
            screenshot(page, name + "-light");
            page.evaluate("() => window.netloomToggleAppearance()");
            screenshot(page, name + "-dark");
            page.evaluate("() => window.netloomToggleAppearance()");
            return null;
        });
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", name + ".png")));
    }
}
