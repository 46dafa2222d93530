package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A page that is read as a person reads it, and searched for elements that a text has become. */
final class WatchedPage {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Which of the wanted texts stand nowhere: in words, in what is read out, in fields, in the title; in shadows, too. */
    private static final String MISSING = """
            wanted => {
              const texts = [document.title];
              const read = root => {
                const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
                while (nodes.nextNode()) {
                  const node = nodes.currentNode;
                  if (node.nodeType === Node.TEXT_NODE) {
                    if (!/^(script|style)$/i.test(node.parentNode.nodeName)) texts.push(node.data);
                    continue;
                  }
                  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-changed-by', 'data-person']) {
                    if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
                  }
                  if (/^(input|textarea)$/i.test(node.nodeName)) texts.push(node.value);
                  if (node.shadowRoot) read(node.shadowRoot);
                }
              };
              read(document.documentElement);
              return wanted.filter(text => !texts.some(each => each.includes(text)));
            }""";

    /** Elements that the product never makes: with handlers in attributes, with addresses elsewhere, scripts without the page's word. */
    private static final String PLANTED = """
            () => {
              const found = [];
              const elsewhere = (element, name) => {
                const value = element.getAttribute(name).trim();
                if (/^(data:image\\/|blob:)/i.test(value)) return false;
                const address = new URL(value, document.baseURI);
                const outgoing = element.localName === 'a' && /^https?:$/.test(address.protocol)
                    && (element.rel || '').includes('noopener');
                return address.origin !== location.origin && !outgoing;
              };
              const search = root => root.querySelectorAll('*').forEach(element => {
                const names = element.getAttributeNames();
                if (names.some(name => /^on/i.test(name))
                    || names.some(name => /^(href|xlink:href|src|srcset|action|formaction|data|background|poster)$/i.test(name)
                        && elsewhere(element, name))
                    || names.includes('srcdoc')
                    || /^(x-planted|iframe|object|embed|frame|applet|marquee)$/i.test(element.localName)
                    || element.localName === 'script' && !element.nonce
                    || element.localName === 'base' && element !== document.querySelector('head > base')
                    || element.localName === 'img' && element.getAttribute('src') === 'x') {
                  found.push(element.outerHTML.slice(0, 200));
                }
                if (element.shadowRoot) search(element.shadowRoot);
              });
              search(document);
              return found;
            }""";

    private final Page page;
    private final String origin;
    private final List<String> visited = new ArrayList<>();
    private final Set<String> opened = new TreeSet<>();

    WatchedPage(Page page, String origin) {
        this.page = page;
        this.origin = origin;
    }

    Page page() {
        return page;
    }

    /** Paths that were asked for. */
    List<String> visited() {
        return visited;
    }

    /** Classes of the dialogs that were opened. */
    Set<String> opened() {
        return opened;
    }

    WatchedPage opens(String dialog) {
        wait("vaadin-dialog[opened]", WaitForSelectorState.ATTACHED);
        opened.add(dialog);
        return holdsNothingPlanted();
    }

    WatchedPage closes() {
        Locator dialog = find("vaadin-dialog[opened]");
        for (int tries = 0; dialog.count() > 0; tries++) {
            assertThat(tries).isLessThan(20);
            press("Escape");
            page.waitForTimeout(100);
        }
        return this;
    }

    private void wait(String selector, WaitForSelectorState state) {
        find(selector).first().waitFor(new Locator.WaitForOptions().setState(state));
    }

    WatchedPage visit(String path) {
        visited.add(path);
        page.navigate(origin + path);
        return this;
    }

    /** Waits for the texts, letter by letter as they were given, and finds that none of them has become an element. */
    WatchedPage shows(Collection<String> texts) {
        List<String> missing = missing(texts);
        for (long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
                !missing.isEmpty() && System.nanoTime() < end; ) {
            page.waitForTimeout(50);
            missing = missing(missing);
        }
        assertThat(missing).as("not shown as they are at %s", page.url()).isEmpty();
        return holdsNothingPlanted();
    }

    WatchedPage shows(String... texts) {
        return shows(List.of(texts));
    }

    @SuppressWarnings("unchecked")
    private List<String> missing(Collection<String> texts) {
        return (List<String>) page.evaluate(MISSING, List.copyOf(texts));
    }

    WatchedPage holdsNothingPlanted() {
        assertThat((List<?>) page.evaluate(PLANTED))
                .as("planted at %s", page.url())
                .isEmpty();
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator find(String selector, String text) {
        return page.locator(selector).filter(new Locator.FilterOptions().setHasText(text));
    }

    WatchedPage click(String selector) {
        find(selector).first().click();
        return this;
    }

    WatchedPage click(String selector, String text) {
        find(selector, text).first().click();
        return this;
    }

    WatchedPage press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Rests the pointer on each chart of the page until it says what is under it. */
    WatchedPage hoverCharts(Collection<String> texts) {
        Locator charts = find("netloom-live-chart");
        for (int i = 0; i < charts.count(); i++) {
            Locator plot = charts.nth(i).locator("#plot");
            plot.scrollIntoViewIfNeeded();
            plot.hover();
            var box = plot.boundingBox();
            // A short run has no point where a long one is half way.
            List<String> said = new ArrayList<>();
            for (double along : new double[] {0.5, 0.35, 0.25, 0.15}) {
                page.mouse().move(box.x + box.width * along + 5, box.y + box.height / 2);
                charts.nth(i).locator(".tip-row").first().waitFor();
                said.addAll(charts.nth(i).locator(".tip-row span").allTextContents());
            }
            texts.forEach(
                    text -> assertThat(said).anySatisfy(row -> assertThat(row).contains(text)));
            holdsNothingPlanted();
        }
        return this;
    }
}
