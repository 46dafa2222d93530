package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A walk through the pages of runs, with the pointer on their charts. */
final class RunTour {

    private final WatchedPage page;
    private final PoisonedPlace place;

    RunTour(WatchedPage page, PoisonedPlace place) {
        this.page = page;
        this.place = place;
    }

    void table() {
        page.visit("/workspaces/" + place.workspace).shows(PoisonedPlace.WORKSPACE);
        page.visit("/runs");
        page.find("vaadin-grid .netloom-row-link").first().waitFor();
        page.shows(
                PoisonedPlace.RUN,
                PoisonedPlace.SECOND_RUN,
                PoisonedPlace.FAILED_RUN,
                PoisonedPlace.NET,
                PoisonedPlace.SECOND,
                "Stop " + PoisonedPlace.PAUSED_RUN + " of " + PoisonedPlace.SECOND);
        compare();
        String sought = "\"><img src=x onerror=pwn()>'${pwn()}";
        page.visit("/runs?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8))
                .shows(sought);
    }

    private void compare() {
        Locator boxes = page.find("vaadin-grid vaadin-checkbox:not(#selectAllCheckbox):visible");
        for (int i = 0; i < boxes.count(); i++) {
            boxes.nth(i).click();
        }
        page.click(".netloom-bar vaadin-button");
        page.find(".netloom-comparison").waitFor();
        List<String> labels = List.of(
                PoisonedPlace.NET + " · " + PoisonedPlace.RUN, PoisonedPlace.SECOND + " · " + PoisonedPlace.SECOND_RUN);
        page.find(".netloom-comparison netloom-live-chart #legend button")
                .first()
                .waitFor();
        page.shows(labels).hoverCharts(labels);
    }

    void run() {
        page.visit("/runs/" + place.run);
        page.find("netloom-live-chart #legend button").first().waitFor();
        page.shows(PoisonedPlace.RUN + " · " + PoisonedPlace.NET).shows(place.layers);
        page.shows(PoisonedPlace.TALK).shows(PoisonedPlace.NOTE).shows("@" + PoisonedPlace.GUEST);
        page.hoverCharts(List.of());
        page.click(".netloom-share-button").opens("ShareDialog");
        page.shows("Made by " + PoisonedPlace.OWNER).closes();
        page.click(".netloom-notes vaadin-button", "Edit notes").shows(PoisonedPlace.NOTE);
        page.click(".netloom-notes vaadin-button", "Cancel");
        mention();
        tag();
        download();
        page.visit("/runs/" + place.failed).shows(PoisonedPlace.FAILED_RUN, PoisonedPlace.REASON);
    }

    private void mention() {
        Locator text = page.find(".netloom-composer textarea").first();
        text.click();
        page.page().keyboard().type("@=1+");
        page.find(".netloom-offered vaadin-button", PoisonedPlace.GUEST).click();
        page.shows("@" + PoisonedPlace.GUEST + " ");
        int before = page.find(".netloom-mention").count();
        page.click(".netloom-composer-foot vaadin-button", "Comment");
        page.find(".netloom-mention").nth(before).waitFor();
        assertThat(page.find(".netloom-mention").allTextContents()).containsOnly("@" + PoisonedPlace.GUEST);
        page.click(".netloom-comment vaadin-button", "Answer").shows("Answer " + PoisonedPlace.OWNER);
        page.click(".netloom-composer-foot vaadin-button", "Cancel");
    }

    /** Tags are words: anything else is told, and not kept. */
    private void tag() {
        String wanted = "<img src=x onerror=pwn()>".toLowerCase(Locale.ROOT);
        Locator tags = page.find("vaadin-multi-select-combo-box input");
        tags.fill(wanted);
        page.press("Enter");
        page.shows(wanted).press("Escape");
    }

    private void download() {
        Locator link = page.find("a[href*='format=bundle']");
        Download download = page.page().waitForDownload(link::click);
        assertThat(download.suggestedFilename()).matches("netloom-[a-z0-9-]+\\.zip");
    }
}
