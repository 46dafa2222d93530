package org.netloom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.process.RunningNetloom;

/** An owner lets somebody in by a link; both find on every page what they may do there, and nothing that is broken. */
@Tag("thorough")
class InvitedIT {

    /** Names of elements on the page that nothing stands behind, as when the build left their code out. */
    private static final String UNKNOWN = """
            () => {
              const unknown = new Set();
              const look = root => root.querySelectorAll('*').forEach(element => {
                if (/^(vaadin|netloom)-/.test(element.localName) && element.localName !== 'vaadin-grid-cell-content'
                    && !customElements.get(element.localName)) unknown.add(element.localName);
                if (element.shadowRoot) look(element.shadowRoot);
              });
              look(document);
              return [...unknown];
            }""";

    private static final int NARROW = 390;

    @TempDir
    Path folder;

    private RunningNetloom netloom;

    @Test
    void comesInByALinkAndFindsPagesThatWork() {
        try (RunningNetloom running = RunningNetloom.standalone(folder);
                Browsing browsing = new Browsing()) {
            netloom = running;
            Page ada = browsing.page();
            signIn(ada);
            String workspace = makeWorkspace(ada, "Vision lab");
            String project = project(ada);
            String link = invite(ada, workspace);

            Page bob = browsing.somebodyElse();
            join(bob, link, workspace);
            List<String> pages =
                    List.of("", "runs", "datasets", "activity", "settings", "inbox", "account", "workspaces", project);
            pages.forEach(page -> isWhole(ada, page));
            pages.forEach(page -> isWhole(bob, page));
            List.of("audit", "accounts", "system").forEach(page -> isWhole(ada, page));

            onlyLooks(bob, project);
            isMentionedAndLedThere(ada, bob, project);
            assertThat(browsing.errors()).isEmpty();
        }
    }

    private void signIn(Page page) {
        page.navigate(netloom.url() + "/login");
        page.locator("input[name=username]").fill(RunningNetloom.EMAIL);
        page.locator("input[name=password]").fill(RunningNetloom.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator("vaadin-side-nav")).isVisible();
    }

    private String makeWorkspace(Page page, String name) {
        page.navigate(netloom.url() + "/workspaces");
        button(page, "New workspace").click();
        page.getByLabel("Name of the workspace").fill(name);
        button(page, "Create").click();
        page.waitForURL(Pattern.compile(".*/workspaces/[0-9a-f-]{36}$"));
        return page.url().replaceFirst(".*/workspaces/", "");
    }

    private static String project(Page page) {
        page.getByText("XOR with a 2-2-1 network").click();
        page.waitForURL("**/projects/**");
        page.locator(".react-flow__node").first().waitFor();
        return page.url().replaceFirst(".*/projects/", "projects/");
    }

    private String invite(Page page, String workspace) {
        page.navigate(netloom.url() + "/workspaces/" + workspace + "/settings");
        Locator invitations = page.locator(".netloom-invitations");
        invitations.locator("vaadin-select").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Viewer"))
                .click();
        invitations
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make a link"))
                .click();
        Locator link = page.locator(".netloom-secret input");
        assertThat(link).hasValue(Pattern.compile("^http://localhost:\\d+/join/\\S{20,}"));
        assertThat(invitations).containsText("Anyone with the link, as Viewer");
        return link.inputValue();
    }

    private void join(Page page, String link, String workspace) {
        page.navigate(link);
        assertThat(page.getByText("Join “Vision lab”")).isVisible();
        page.getByLabel("Your name").fill("Bob");
        page.getByLabel("E-mail").fill("bob@example.org");
        page.locator("vaadin-password-field input").fill(RunningNetloom.PASSWORD);
        button(page, "Create account and join").click();
        assertThat(page).hasURL(netloom.url() + "/workspaces/" + workspace);
    }

    /** All its parts are there, and it fits a telephone. */
    private void isWhole(Page page, String address) {
        page.navigate(netloom.url() + "/" + address);
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        page.setViewportSize(NARROW, 844);
        page.waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
        page.setViewportSize(1440, 900);
        assertThat(page.evaluate(UNKNOWN)).as("/" + address).isEqualTo(List.of());
        assertThat(page.locator("body")).not().containsText(Pattern.compile("!\\{"));
    }

    private void onlyLooks(Page page, String project) {
        Locator navigation = page.locator("vaadin-side-nav");
        assertThat(navigation.getByText("Settings")).isVisible();
        assertThat(navigation.getByText("Audit log")).isHidden();
        page.navigate(netloom.url() + "/" + project);
        Locator canvas = page.locator("netloom-canvas");
        canvas.waitFor();
        assertThat(canvas.boundingBox().width).as("has the room of the palette").isGreaterThan(600);
        for (String gesture : List.of("Train", "Share", "Undo (Ctrl+Z)", "Redo (Ctrl+Shift+Z)")) {
            assertThat(button(page, gesture)).isHidden();
        }
        assertThat(button(page, "Shared links")).isVisible();
    }

    private void isMentionedAndLedThere(Page ada, Page bob, String project) {
        ada.navigate(netloom.url() + "/" + project);
        ada.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Comments"))
                .click();
        Locator text = ada.locator(".netloom-composer textarea").first();
        text.pressSequentially("Are two enough, @Bo");
        ada.locator(".netloom-offered vaadin-button").first().click();
        text.press("Control+Enter");
        assertThat(ada.locator(".netloom-comment")).containsText("Are two enough, @Bob");

        bob.navigate(netloom.url() + "/inbox");
        bob.locator(".netloom-inbox-row").click();
        assertThat(bob.locator(".netloom-comment.is-wanted")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
