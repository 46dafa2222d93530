package org.netloom.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium with a page; what goes wrong in its pages is remembered. */
final class Browsing implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Browsing() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("NETLOOM_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        page = somebodyElse();
    }

    /** A page of another person, who shares nothing with the first. */
    Page somebodyElse() {
        Page another = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1440, 900).setAcceptDownloads(true));
        another.setDefaultTimeout(60_000);
        another.onPageError(errors::add);
        another.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        return another;
    }

    Page page() {
        return page;
    }

    List<String> errors() {
        return errors;
    }

    /** What the page looked like at the end, for whoever wonders why a test failed. */
    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser-at-the-end.png")));
        playwright.close();
    }
}
