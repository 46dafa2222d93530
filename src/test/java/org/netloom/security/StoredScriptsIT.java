package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.TestDatabase;
import org.netloom.process.RunningNetloom;

/** Names and texts that are scripts are shown as they were written, wherever they are shown, and never become anything else. */
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoredScriptsIT {

    private final TestDatabase database = TestDatabase.fresh();
    private RunningNetloom netloom;
    private WatchedBrowser browser;
    private WatchedPage ada;
    private WatchedPage bob;
    private WatchedPage visitor;
    private PoisonedPlace place;
    private ApiClient guest;
    private ApiClient owner;

    @BeforeAll
    void poison(@TempDir Path home) {
        netloom = RunningNetloom.start("standalone", home, RunningNetloom.freePort(), database.environment())
                .awaitReady();
        browser = new WatchedBrowser(netloom.url());
        ada = browser.person();
        bob = browser.person();
        visitor = browser.person();
        makeTheFirstAccount();
        owner = new ApiClient(netloom);
        place = new PoisonedPlace(owner, database);
        PoisonedPlace.knock(netloom);
        new VisitorTour(bob, place).join();
        guest = new ApiClient(netloom, PoisonedPlace.GUEST_EMAIL);
        place.talk(guest);
    }

    private void makeTheFirstAccount() {
        String noAddress = "'><svg/onload=pwn()>";
        ada.visit("/setup").find("vaadin-text-field input").fill(PoisonedPlace.OWNER);
        ada.find("vaadin-email-field input").fill(noAddress);
        ada.find("vaadin-password-field input").fill(RunningNetloom.PASSWORD);
        ada.click("vaadin-button").shows("'" + noAddress + "' is not an e-mail address");
        ada.find("vaadin-email-field input").fill(RunningNetloom.EMAIL);
        ada.click("vaadin-button").find(".netloom-home").waitFor();
        ada.shows(PoisonedPlace.OWNER);
    }

    @AfterEach
    void nothingHasRun() {
        assertThat(browser.alarms()).isEmpty();
    }

    @AfterAll
    void close() {
        // In the order in which they were begun: what was never begun keeps nothing running.
        netloom.close();
        browser.close();
        owner.close();
        guest.close();
    }

    @Test
    void amongProjectsAndInSettings() {
        WorkspaceTour tour = new WorkspaceTour(ada, place);
        tour.projects();
        tour.settings();
        tour.workspaces();
    }

    @Test
    void inTheWorkshop() {
        WorkshopTour tour = new WorkshopTour(ada, place);
        tour.walk();
        tour.readWhatIsSaid();
    }

    @Test
    void betweenTwoPeopleInOneDesign() {
        new WorkshopTour(ada, place).meet(bob, guest);
    }

    @Test
    void amongRunsAndOnTheirCharts() {
        new RunTour(ada, place).table();
    }

    @Test
    void onThePageOfARun() {
        new RunTour(ada, place).run();
    }

    @Test
    void inWhatHappenedAndOnThePagesOfAccounts() {
        WorkspaceTour tour = new WorkspaceTour(ada, place);
        tour.whatHappened();
        tour.auditLog();
        tour.accounts();
    }

    @Test
    void beforeVisitorsAndInvitedPeople() {
        VisitorTour tour = new VisitorTour(visitor, place);
        tour.sharedPages();
        tour.invitation();
        new VisitorTour(ada, place).invitedAgain();
    }

    @Test
    void inAddresses() {
        VisitorTour tour = new VisitorTour(ada, place);
        tour.addresses();
        tour.elsewhere();
    }

    @Test
    void inFiles() {
        new FileTour(netloom, owner, place).everything();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void onEveryPageAndInEveryDialogThereIs() {
        List<String> visited = Stream.of(ada, bob, visitor)
                .flatMap(page -> page.visited().stream())
                .map(path -> path.replaceFirst("\\?.*", ""))
                .toList();
        assertThat(EveryPage.routes()).hasSizeGreaterThan(20);
        assertThat(EveryPage.routes().stream()
                        .filter(route -> visited.stream().noneMatch(path -> path.matches(EveryPage.pattern(route)))))
                .as("pages that nobody has looked at here")
                .isEmpty();
        assertThat(ada.opened()).containsExactlyElementsOf(EveryPage.dialogs());
    }
}
