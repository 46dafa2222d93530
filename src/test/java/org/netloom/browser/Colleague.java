package org.netloom.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.netloom.ApiClient;
import org.netloom.process.RunningNetloom;

/** One of several people, with a browser, a token and a thread of their own. */
final class Colleague implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final RunningNetloom netloom;
    private final ApiClient api;
    private final Browsing browsing;
    private final String project;
    private final Random random;

    Colleague(RunningNetloom netloom, String email, String project, long seed) {
        this.netloom = netloom;
        this.project = project;
        this.random = new Random(seed);
        this.api = new ApiClient(netloom, email);
        this.browsing = now(Browsing::new);
        see(page -> {
            page.navigate(netloom.url() + "/projects/" + project);
            page.locator("input[name='username']").fill(email);
            page.locator("input[name='password']").fill(RunningNetloom.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/projects/" + project + "**");
            page.locator(".react-flow__node").first().waitFor();
            return null;
        });
    }

    @FunctionalInterface
    interface Sight<T> {
        T of(Page page) throws Exception;
    }

    /** Does something in this person's browser, on this person's thread. */
    <T> T see(Sight<T> sight) {
        return now(() -> sight.of(browsing.page()));
    }

    private <T> T now(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ApiClient api() {
        return api;
    }

    List<String> errors() {
        return browsing.errors();
    }

    /** So many edits: half by what the canvas tells of gestures, some by keys, the rest through the API. */
    Future<Integer> editAtRandom(int edits) {
        return thread.submit(() -> {
            Page page = browsing.page();
            for (int i = 0; i < edits; i++) {
                List<String> ids = ids(page);
                String one = ids.get(random.nextInt(ids.size()));
                String other = ids.get(random.nextInt(ids.size()));
                switch (random.nextInt(12)) {
                    case 0 ->
                        gesture(page, "add-layer", Map.of("type", "dense", "x", place(), "y", place(), "wire", ""));
                    case 1, 2, 3, 4 ->
                        gesture(page, "move-layers", List.of(Map.of("id", one, "x", place(), "y", place())));
                    case 5 -> gesture(page, "connect-layers", Map.of("from", one, "to", other));
                    case 6 -> gesture(page, "remove-layers", List.of(ids.size() > 5 ? one : "none"));
                    case 7 -> gesture(page, "command", random.nextBoolean() ? "undo" : "redo");
                    case 8 -> {
                        page.locator("netloom-canvas .nl-canvas")
                                .press(random.nextInt(3) > 0 ? "Alt+ArrowRight" : "Control+z");
                    }
                    default ->
                        api.postAnyhow(
                                "/api/v1/projects/" + project + "/edits",
                                "{\"kind\": \"set-parameter\", \"layer\": \"" + one
                                        + "\", \"parameter\": \"units\", \"value\": " + (1 + random.nextInt(500))
                                        + "}");
                }
            }
            return edits;
        });
    }

    private int place() {
        return 8 * random.nextInt(120);
    }

    /** What the canvas tells the server when a gesture is finished. */
    static void gesture(Page page, String name, Object detail) {
        page.evaluate(
                "([name, detail]) => document.querySelector('netloom-canvas')"
                        + ".dispatchEvent(new CustomEvent('netloom-' + name, {detail}))",
                List.of(name, detail));
    }

    @SuppressWarnings("unchecked")
    static List<String> ids(Page page) {
        return (List<String>)
                page.evaluate("() => [...document.querySelectorAll('.react-flow__node')].map(node => node.dataset.id)");
    }

    /** What the canvas shows: cards with name, summary and place, and wires. */
    String shown() {
        return see(page -> (String) page.evaluate("""
                () => JSON.stringify({
                  cards: [...document.querySelectorAll('.react-flow__node')].map(node => {
                    const [, x, y] = /translate\\(([-.\\d]+)px,\\s*([-.\\d]+)px\\)/.exec(node.style.transform);
                    return [node.dataset.id, node.querySelector('.nl-name').textContent, +x, +y,
                            node.querySelector('.nl-summary').textContent];
                  }).sort(),
                  wires: [...document.querySelectorAll('.react-flow__edge')].map(edge => edge.dataset.id).sort()
                })"""));
    }

    String url() {
        return netloom.url();
    }

    @Override
    public void close() {
        now(() -> {
            browsing.close();
            return null;
        });
        thread.shutdownNow();
    }
}
