package org.netloom.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium with one page; what goes wrong in the page is remembered. */
final class Browsing implements AutoCloseable {

    private final Playwright playwright;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Browsing() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("NETLOOM_CHROMIUM", "/usr/bin/chromium");
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))
                .newPage(new Browser.NewPageOptions().setViewportSize(1440, 900).setAcceptDownloads(true));
        page.setDefaultTimeout(60_000);
        page.onPageError(errors::add);
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
