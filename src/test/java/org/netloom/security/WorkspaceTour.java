package org.netloom.security;

import com.microsoft.playwright.Locator;
import java.util.List;

/** A walk through the pages of a workspace and of the accounts. */
final class WorkspaceTour {

    private final WatchedPage page;
    private final PoisonedPlace place;

    WorkspaceTour(WatchedPage page, PoisonedPlace place) {
        this.page = page;
        this.place = place;
    }

    void projects() {
        page.visit("/workspaces/" + place.workspace).shows(Hostile.SHAPES);
        page.shows(PoisonedPlace.NET, PoisonedPlace.WORKSPACE, PoisonedPlace.OWNER)
                .shows(place.layers);
        page.shows("Training loss of " + PoisonedPlace.RUN);
        page.visit("/").shows(PoisonedPlace.WORKSPACE);
        page.click(".netloom-switcher vaadin-button").shows(PoisonedPlace.ARCHIVED_WORKSPACE);
        page.press("Escape");
        page.click(".netloom-account")
                .find("vaadin-context-menu-item", "Sign out")
                .waitFor();
        page.press("Escape");
        page.click("vaadin-button", "New project").opens("NewProjectDialog").closes();
        menu(PoisonedPlace.MOVING, "Rename");
        page.find(".netloom-card-title vaadin-text-field input").waitFor();
        page.shows(PoisonedPlace.MOVING).press("Escape");
        menu(PoisonedPlace.MOVING, "Copy to…");
        page.opens("MoveDialog").shows("Copy “" + PoisonedPlace.MOVING + "”");
        page.click("vaadin-dialog[opened] vaadin-select");
        page.find("vaadin-select-item", PoisonedPlace.WORKSPACE).first().click();
        page.click("vaadin-dialog[opened] vaadin-button[theme~='primary']");
        page.shows("“" + PoisonedPlace.MOVING + "” was copied to “" + PoisonedPlace.WORKSPACE + "”");
        menu(Hostile.SHAPES.get(2), "Archive");
        page.shows("“" + Hostile.SHAPES.get(2) + "” is archived.");
        menu(Hostile.SHAPES.get(8), "Delete");
        page.shows("“" + Hostile.SHAPES.get(8) + "” was deleted.");
    }

    private void menu(String project, String item) {
        Locator name =
                page.find(".netloom-card-title").getByText(project, new Locator.GetByTextOptions().setExact(true));
        page.find(".netloom-card")
                .filter(new Locator.FilterOptions().setHas(name))
                .first()
                .locator(".netloom-card-more")
                .click();
        page.click("vaadin-context-menu-item", item);
    }

    void settings() {
        page.visit("/workspaces/" + place.workspace + "/settings");
        page.shows("Settings of " + PoisonedPlace.WORKSPACE, PoisonedPlace.ARCHIVED, PoisonedPlace.DELETED);
        page.shows(PoisonedPlace.GUEST, PoisonedPlace.GUEST_EMAIL, PoisonedPlace.OWNER + " (you)");
        page.shows("Role of " + PoisonedPlace.GUEST, "Remove " + PoisonedPlace.GUEST);
        page.shows(PoisonedPlace.STRANGER_EMAIL);
        page.find("vaadin-email-field", "with an account").locator("input").fill(PoisonedPlace.STRANGER_EMAIL);
        page.press("Enter");
        page.shows("with the address " + PoisonedPlace.STRANGER_EMAIL);
        page.find("[aria-label=" + quoted("Take " + PoisonedPlace.ARCHIVED + " out of the archive") + "]")
                .click();
        page.shows("“" + PoisonedPlace.ARCHIVED + "” is back.");
        page.visit("/settings").shows(PoisonedPlace.WORKSPACE);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    void workspaces() {
        page.visit("/workspaces");
        page.shows(
                PoisonedPlace.WORKSPACE,
                PoisonedPlace.ARCHIVED_WORKSPACE,
                PoisonedPlace.DELETED_WORKSPACE,
                "Restore " + PoisonedPlace.DELETED_WORKSPACE);
        page.click(".netloom-page-head vaadin-button").opens("NewWorkspaceDialog");
        String name = Hostile.name("Fresh");
        page.find("vaadin-dialog[opened] input").fill(name);
        page.press("Enter");
        page.find(".netloom-eyebrow", name).waitFor();
        // The name is there before the address is.
        page.page().waitForURL(url -> url.matches(".*/workspaces/[0-9a-f-]{36}") && !url.contains(place.workspace));
        page.page().navigate(page.page().url() + "/settings");
        page.click("vaadin-button", "Archive workspace").shows("“" + name + "” is archived.");
        page.click("vaadin-button", "Delete workspace").shows("“" + name + "” was deleted.");
        page.visit("/workspaces/" + place.workspace).shows(PoisonedPlace.WORKSPACE);
    }

    void whatHappened() {
        page.visit("/activity").shows(PoisonedPlace.OWNER, PoisonedPlace.GUEST);
        Locator more = page.find("vaadin-button", "Show older");
        while (more.isVisible()) {
            int before = page.find(".netloom-activity-list li").count();
            more.click();
            page.find(".netloom-activity-list li").nth(before).waitFor();
        }
        page.shows(PoisonedPlace.NET, PoisonedPlace.RUN, PoisonedPlace.DELETED, PoisonedPlace.SKETCH);
        page.visit("/inbox");
        page.find(".netloom-inbox-row").first().waitFor();
        page.shows(PoisonedPlace.GUEST, PoisonedPlace.WORKSPACE);
        page.shows("on " + place.layers.getFirst() + " in " + PoisonedPlace.NET);
    }

    void auditLog() {
        page.visit("/audit");
        page.find("vaadin-grid-cell-content", "Member joined").first().waitFor();
        page.shows(PoisonedPlace.OWNER, PoisonedPlace.GUEST, PoisonedPlace.GUEST_EMAIL, PoisonedPlace.WORKSPACE);
        page.find("vaadin-combo-box").nth(1).locator("input").click();
        page.find("vaadin-combo-box-item", PoisonedPlace.GUEST).click();
        page.shows(PoisonedPlace.GUEST);
        page.click("vaadin-tab", "All accounts");
        page.find("vaadin-combo-box").nth(1).locator("[part~='clear-button']").click();
        page.shows(Hostile.email("nobody"), PoisonedPlace.GUEST_EMAIL);
    }

    void accounts() {
        page.visit("/accounts");
        page.shows(PoisonedPlace.OWNER, PoisonedPlace.GUEST, PoisonedPlace.GUEST_EMAIL, PoisonedPlace.STRANGER_EMAIL);
        page.shows("Disable: " + PoisonedPlace.GUEST);
        page.visit("/account").shows(PoisonedPlace.OWNER);
        List.of(Hostile.name("Token"), Hostile.SHAPES.getFirst()).forEach(name -> {
            page.find("vaadin-text-field:has([slot='label']:text-is('Name')) input")
                    .fill(name);
            page.click("vaadin-button", "Make token").shows("New token “" + name + "”");
        });
        page.shows(Hostile.name("Token"));
    }
}
