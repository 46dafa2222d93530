package org.netloom.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.netloom.ApiClient;

/** A walk through the workshop of a project: canvas, side, dock, palette and every dialog. */
final class WorkshopTour {

    private static final String TOLD = "vaadin-notification-card";

    private final WatchedPage page;
    private final PoisonedPlace place;

    WorkshopTour(WatchedPage page, PoisonedPlace place) {
        this.page = page;
        this.place = place;
    }

    void walk() {
        page.visit("/projects/" + place.sketch);
        page.find(".react-flow__node").first().waitFor();
        page.shows(Hostile.SHAPES).shows(PoisonedPlace.SKETCH, PoisonedPlace.BLOCK, PoisonedPlace.BLOCK_LAYER);
        layers();
        dock();
        palette();
        block();
        insideTheBlock();
    }

    private void layers() {
        for (int i : List.of(0, 2, 9, 17, 21)) {
            select("l" + i);
            page.find(".netloom-inspector").waitFor();
            page.shows(Hostile.SHAPES.get(i));
        }
        page.find(".nl-badge").first().hover();
        page.holdsNothingPlanted();
        gesture("group-layers", List.of("in", "l1"));
        page.find(TOLD, "is an end of the network").waitFor();
        page.shows(Hostile.name("In") + " is an end of the network");
    }

    private void dock() {
        page.click(".netloom-dock vaadin-tab", "Problems");
        page.find(".netloom-dock .netloom-problem").first().waitFor();
        page.holdsNothingPlanted();
        page.click(".netloom-dock vaadin-tab", "Layers");
        page.find(".netloom-dock vaadin-grid").waitFor();
        page.shows(Hostile.SHAPES.getFirst());
    }

    private void palette() {
        Locator item = page.find(".nl-palette-item", PoisonedPlace.BLOCK).first();
        item.hover();
        page.find(".nl-palette-about strong", PoisonedPlace.BLOCK).waitFor();
        page.find("netloom-palette vaadin-text-field input").fill("<img src=x onerror=pwn()>$&");
        page.shows("<img src=x onerror=pwn()>$&");
        page.find("netloom-palette vaadin-text-field input").fill("");
        gesture("open-quick-add", Map.of("x", 0, "y", 0, "left", 300, "top", 300, "from", ""));
        page.opens("QuickAdd");
        page.find("vaadin-dialog[opened] vaadin-combo-box input").fill("Block\"");
        page.shows(PoisonedPlace.BLOCK).closes();
        gesture("command", "showKeys");
        page.opens("KeysHelp").closes();
    }

    private void block() {
        select("use");
        page.find(".netloom-inspector .netloom-block").waitFor();
        page.shows(PoisonedPlace.BLOCK, PoisonedPlace.BLOCK_LAYER, PoisonedPlace.EXPOSED);
        page.click(".netloom-block vaadin-button", "Save to the workspace");
        page.shows(PoisonedPlace.BLOCK + " is kept in the workspace");
        page.click(".netloom-block vaadin-button", "Choose parameters");
        page.opens("ExposeDialog");
        page.shows("Parameters of " + PoisonedPlace.BLOCK, Hostile.name("A") + " · Dense", PoisonedPlace.EXPOSED);
        page.closes();
    }

    private void insideTheBlock() {
        page.click(".netloom-block vaadin-button", "Open");
        page.find(".netloom-crumbs", PoisonedPlace.BLOCK_LAYER).waitFor();
        page.shows(Hostile.name("A"), Hostile.name("B"), PoisonedPlace.BLOCK, PoisonedPlace.BLOCK_LAYER);
        page.click(".netloom-crumbs vaadin-button");
    }

    /** The other project has been spoken of and noted about. */
    void readWhatIsSaid() {
        page.visit("/projects/" + place.net).click(".netloom-dock vaadin-tab", "Comments");
        page.find(".netloom-comment").first().waitFor();
        page.shows(PoisonedPlace.TALK).shows("@" + PoisonedPlace.GUEST, PoisonedPlace.GUEST, PoisonedPlace.OWNER);
        page.click(".netloom-comment-layer");
        page.shows("Comment on the layer " + place.layers.getFirst());
        page.click(".netloom-dock vaadin-tab", "Notes");
        page.find(".netloom-notes-text").waitFor();
        page.shows(PoisonedPlace.NOTE);
        page.click(".netloom-share-button").opens("ShareDialog");
        page.shows("Made by " + PoisonedPlace.OWNER).closes();
    }

    /** Somebody else comes, points, changes and removes. */
    void meet(WatchedPage other, ApiClient api) {
        page.visit("/projects/" + place.sketch);
        page.find(".react-flow__node").first().waitFor();
        other.visit("/projects/" + place.sketch);
        other.find(".react-flow__node").first().waitFor();
        gesture(other, "selection-changed", List.of("l3"));
        page.shows(PoisonedPlace.GUEST + " is here");
        gesture(other, "cursor-moved", Map.of("over", true, "x", 50, "y", 50));
        page.find(".nl-cursor .nl-person-name", PoisonedPlace.GUEST).waitFor();
        page.find(".nl-held .nl-person-name", PoisonedPlace.GUEST).waitFor();
        page.holdsNothingPlanted();
        select("l3");
        page.find("[data-setting='units'] input").fill("11");
        page.press("Tab");
        assertThat(other.find("[data-setting='units'] input")).hasValue("11");
        change(api, "{\"kind\": \"set-parameter\", \"layer\": \"l3\", \"parameter\": \"units\", \"value\": 22}");
        page.shows("changed by " + PoisonedPlace.GUEST);
        gesture("command", "undo");
        page.shows(PoisonedPlace.GUEST + " changed “units” of “" + Hostile.SHAPES.get(3) + "” since");
        change(api, "{\"kind\": \"remove-layers\", \"ids\": [\"l3\"]}");
        page.shows(PoisonedPlace.GUEST + " removed “" + Hostile.SHAPES.get(3) + "”");
    }

    private void change(ApiClient api, String edit) {
        api.post("/api/v1/projects/" + place.sketch + "/edits", edit);
    }

    private void select(String layer) {
        gesture("selection-changed", List.of(layer));
    }

    private void gesture(String name, Object detail) {
        gesture(page, name, detail);
    }

    /** What the canvas tells the server when a gesture is finished. */
    private static void gesture(WatchedPage page, String name, Object detail) {
        page.page()
                .evaluate(
                        "([name, detail]) => document.querySelector('netloom-canvas')"
                                + ".dispatchEvent(new CustomEvent('netloom-' + name, {detail}))",
                        List.of(name, detail));
    }
}
