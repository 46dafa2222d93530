package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.process.RunningNetloom;

/** The first minutes of a stranger with a fresh installation, and coming back to it. */
@Tag("thorough")
class SignInIT {

    private static final Pattern START_PAGE = Pattern.compile("^http://localhost:\\d+/(\\?.*)?$");

    @TempDir
    Path folder;

    @Test
    void makesTheFirstAccountAndFindsTheWayBackIn() {
        try (RunningNetloom netloom = RunningNetloom.fresh(folder);
                Browsing browsing = new Browsing()) {
            Page page = browsing.page();
            page.navigate(netloom.url() + "/runs");
            assertThat(page).hasURL(netloom.url() + "/setup");

            createAccount(page);
            assertThat(page).hasURL(START_PAGE);

            page.navigate(netloom.url() + "/setup");
            assertThat(page).hasURL(Pattern.compile(".*/login|" + START_PAGE.pattern()));

            choosesDark(page, netloom);
            everyEntryOfTheNavigationLeadsSomewhere(page);
            readsTheApiButMayNotWrite(page);
            page.navigate(netloom.url() + "/no/such/page");
            assertThat(page.getByText("There is no page at this address")).isVisible();

            signOut(page);
            signIn(page, "wrong password");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("e-mail address or the password is wrong");
            signIn(page, RunningNetloom.PASSWORD);
            assertThat(page).hasURL(START_PAGE);
            assertThat(browsing.errors()).isEmpty();
        }
    }

    private static void createAccount(Page page) {
        page.getByLabel("Your name").fill("Ada Lovelace");
        page.getByLabel("E-mail").fill(RunningNetloom.EMAIL);
        Locator password = page.locator("vaadin-password-field input");
        password.fill("short");
        Locator create = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create account"));
        create.click();
        assertThat(page.getByText("The password has 5 characters.")).isVisible();
        password.fill(RunningNetloom.PASSWORD);
        create.click();
    }

    private static void choosesDark(Page page, RunningNetloom netloom) {
        page.navigate(netloom.url() + "/system");
        Locator html = page.locator("html");
        assertThat(html).hasAttribute("theme", "light");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Light or dark"))
                .click();
        assertThat(html).hasAttribute("theme", "dark");
        page.reload();
        assertThat(html).hasAttribute("theme", "dark");
    }

    private static void everyEntryOfTheNavigationLeadsSomewhere(Page page) {
        Locator entries = page.locator("vaadin-side-nav-item");
        assertThat(entries).not().hasCount(0);
        for (int i = 0; i < entries.count(); i++) {
            entries.nth(i).click();
            assertThat(entries.nth(i)).hasAttribute("current", "");
            assertThat(page.locator(".netloom-mishap")).hasCount(0);
        }
    }

    private static void readsTheApiButMayNotWrite(Page page) {
        assertThat(page.evaluate("() => fetch('api/v1/system').then(answer => answer.status)"))
                .isEqualTo(200);
        assertThat(page.evaluate(
                        "() => fetch('api/v1/workspaces', {method: 'POST', body: '{}'}).then(answer => answer.status)"))
                .isIn(401, 403);
    }

    private static void signOut(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account of Ada Lovelace"))
                .click();
        page.getByText("Sign out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    private static void signIn(Page page, String password) {
        page.locator("input[name=username]").fill(RunningNetloom.EMAIL);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }
}
