package org.netloom.security;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real Chromium that raises an alarm when a text gets out of hand, in whichever page of whichever person. */
final class WatchedBrowser implements AutoCloseable {

    /** Tells what the Content-Security-Policy has kept from running: it was markup, then, and should have been text. */
    private static final String TELL_VIOLATIONS =
            "addEventListener('securitypolicyviolation', event => netloomAlarm(`the policy kept ${event.violatedDirective} "
                    + "from ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`), true);";

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;
    private final List<String> alarms = new ArrayList<>();

    WatchedBrowser(String origin) {
        this.origin = origin;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("NETLOOM_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** A page of somebody with cookies of their own. */
    WatchedPage person() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1500, 1600)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setLocale("en-GB"));
        context.setDefaultTimeout(30_000);
        context.exposeBinding(Hostile.CALL, (source, arguments) -> alarm("a script ran", source.page()));
        context.exposeBinding(
                "netloomAlarm", (source, arguments) -> alarm(String.valueOf(arguments[0]), source.page()));
        context.addInitScript(TELL_VIOLATIONS);
        context.onRequest(this::look);
        context.onDialog(dialog -> {
            alarm("a dialog: " + dialog.message(), dialog.page());
            dialog.dismiss();
        });
        context.onWebError(error -> alarm("an error: " + error.error(), error.page()));
        return new WatchedPage(context.newPage(), origin);
    }

    private Object alarm(String what, Page where) {
        alarms.add(what + " at " + where.url());
        return "";
    }

    /** Nothing is asked of other hosts, and nobody serves {@code x}. */
    private void look(Request request) {
        URI address = URI.create(request.url().replaceAll("[^!-~]|[\"<>\\\\^`{|}\\[\\]]", "_"));
        boolean inside = Set.of("data", "blob").contains(address.getScheme());
        if (!inside && (!request.url().startsWith(origin) || "x".equals(last(address)))) {
            alarms.add("a request for " + request.url());
        }
    }

    private static String last(URI address) {
        String path = String.valueOf(address.getPath());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Everything that went wrong so far. */
    List<String> alarms() {
        return List.copyOf(alarms);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
