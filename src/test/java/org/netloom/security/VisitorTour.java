package org.netloom.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What somebody without an account is shown, and what addresses can make a page say. */
final class VisitorTour {

    private final WatchedPage page;
    private final PoisonedPlace place;

    VisitorTour(WatchedPage page, PoisonedPlace place) {
        this.page = page;
        this.place = place;
    }

    void sharedPages() {
        page.visit(place.projectLink);
        page.find(".react-flow__node").first().waitFor();
        page.find("netloom-live-chart #legend button").first().waitFor();
        page.shows(place.layers).shows(PoisonedPlace.NET + " · Netloom", PoisonedPlace.RUN, PoisonedPlace.NOTE);
        page.hoverCharts(List.of(PoisonedPlace.RUN));
        page.visit(place.projectLink + "/runs/" + place.run);
        page.find("netloom-live-chart #legend button").first().waitFor();
        page.shows(PoisonedPlace.RUN + " · Netloom", PoisonedPlace.NOTE);
        page.visit(place.runLink).shows(PoisonedPlace.RUN + " · Netloom", PoisonedPlace.NOTE);
        page.hoverCharts(List.of());
    }

    void invitation() {
        page.visit(place.invitation);
        page.shows("Join “" + PoisonedPlace.WORKSPACE + "”", PoisonedPlace.OWNER, PoisonedPlace.STRANGER_EMAIL);
        page.visit("/login?error=" + encoded("<script>pwn()</script>"));
        page.find("vaadin-password-field").waitFor();
        page.holdsNothingPlanted();
    }

    /** The invited person makes an account under a name that is an attack, and is in. */
    void join() {
        page.visit(place.guestInvitation).shows(PoisonedPlace.GUEST_EMAIL, "Join “" + PoisonedPlace.WORKSPACE + "”");
        page.find("vaadin-text-field input").fill(PoisonedPlace.GUEST);
        page.find("vaadin-password-field input").fill(org.netloom.process.RunningNetloom.PASSWORD);
        page.click("vaadin-button");
        page.find(".netloom-home").waitFor();
        page.shows(PoisonedPlace.GUEST);
    }

    /** Signed in: the invitation greets by name. */
    void invitedAgain() {
        page.visit(place.invitation).shows(PoisonedPlace.OWNER, "Join “" + PoisonedPlace.WORKSPACE + "”");
        page.visit(place.invitation + "/sign-in").shows("Join “" + PoisonedPlace.WORKSPACE + "”");
    }

    void addresses() {
        String hostile = encoded("\"><img src=x onerror=pwn()>'${pwn()}{{1+1}}");
        for (String path : List.of(
                "/", "/projects/", "/runs/", "/datasets/", "/workspaces/", "/shared/", "/join/", "/no/such/page/")) {
            page.visit(path + hostile);
            page.find(".netloom-mishap, .netloom-sign-in").first().waitFor();
            page.holdsNothingPlanted();
        }
        List.of("/api/v1/projects/", "/api/v1/nothing/", "/api/v1/runs/" + place.run + "/evaluation?split=", "/VAADIN/")
                .forEach(path -> page.visit(path + hostile).holdsNothingPlanted());
    }

    /** Pages that show nothing of anybody; only the frame round them does. */
    void elsewhere() {
        page.visit("/datasets").shows("Iris");
        page.visit("/datasets/iris").shows("Iris");
        page.visit("/system").shows("Java");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
