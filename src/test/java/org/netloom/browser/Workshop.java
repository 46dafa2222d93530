package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** The project page as a person uses it. */
final class Workshop {

    private final Page page;

    Workshop(Page page) {
        this.page = page;
    }

    /** Drags a layer from the palette to a place on the canvas, in pixels from its top left corner. */
    void drag(String type, double x, double y) {
        int before = cards().count();
        Locator canvas = page.locator("netloom-canvas");
        page.locator(".nl-palette-item[data-type='" + type + "']")
                .dragTo(canvas, new Locator.DragToOptions().setTargetPosition(x, y));
        assertThat(cards()).hasCount(before + 1);
    }

    Locator cards() {
        return page.locator(".react-flow__node");
    }

    Locator card(String id) {
        return page.locator(".react-flow__node[data-id='" + id + "']");
    }

    Locator wires() {
        return page.locator(".react-flow__edge");
    }

    /** Draws a wire from the lower handle of one card to the upper handle of another. */
    void connect(String from, String to) {
        int before = wires().count();
        BoundingBox start = card(from).locator(".react-flow__handle-bottom").boundingBox();
        BoundingBox end = card(to).locator(".react-flow__handle-top").boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move((start.x + end.x) / 2, (start.y + end.y) / 2);
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().up();
        assertThat(wires()).hasCount(before + 1);
    }

    void select(String id) {
        card(id).click();
        assertThat(page.locator(".netloom-inspector")).isVisible();
    }

    void deselect() {
        page.locator(".react-flow__pane").click(new Locator.ClickOptions().setPosition(12, 12));
        assertThat(page.locator(".netloom-plan")).isVisible();
    }

    /** Types into a field of the form at the right and leaves it. */
    void set(String setting, String value) {
        Locator input = page.locator("[data-setting='" + setting + "'] input");
        input.fill(value);
        input.press("Tab");
    }

    void choose(String setting, String label) {
        Locator input = page.locator("[data-setting='" + setting + "'] input");
        input.fill(label);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    Locator check() {
        return page.locator(".netloom-check");
    }

    void dock(String tab) {
        page.locator(".netloom-dock vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText(tab))
                .click();
    }

    /** Presses Train and waits until the dock follows the new run. */
    void train() {
        Locator link = page.locator(".netloom-curves-head a");
        String before = link.count() == 0 ? "" : link.getAttribute("href");
        page.locator(".netloom-train").click();
        assertThat(page.locator(".netloom-curves-head a:not([href='" + before + "'])"))
                .isVisible();
    }

    /** Iterations of the per-iteration loss curve that the page holds. */
    @SuppressWarnings("unchecked")
    List<Number> curve() {
        return (List<Number>) page.locator("netloom-live-chart")
                .first()
                .evaluate("chart => chart.points('train.loss').map(point => point[0])");
    }

    int points() {
        return ((Number) page.locator("netloom-live-chart").first().evaluate("chart => chart.pointCount('train.loss')"))
                .intValue();
    }
}
