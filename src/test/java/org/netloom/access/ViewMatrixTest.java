package org.netloom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.Open;

/** Opens every page as everybody who may ask, and reads what would be sent to their browser. */
class ViewMatrixTest {

    private static final Pattern PLACE = Pattern.compile(":(\\w+)[?*]?(?:\\([^)]*\\))?");

    /** What stands in an address and is no id of a world. */
    private static final Map<String, String> WORDS = Map.of("id", "iris", "secret", "nobody-made-this");

    /** A token is none, and a session that is over is found out before any page is made. */
    private static final Set<Asker> BROWSERS = EnumSet.complementOf(EnumSet.of(Asker.READING_TOKEN, Asker.DISABLED));

    /** Pages that only lead on to another. */
    private static final Map<String, String> LEADING_ON = Map.of("join/:secret/sign-in", "JoinView");

    private final MatrixServer server = MatrixServer.shared();
    private final Browser browser = new Browser(server);
    private final World ours = World.ours(server);
    private final World theirs = World.theirs(server);
    private final World archived = World.archived(server);
    private int opened;

    @Test
    void everyPageShowsItselfToWhomItSaysAndNothingOfAnybodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Doors.Door> pages = pages();
        assertThat(pages).hasSizeGreaterThan(7);
        for (Doors.Door page : pages) {
            for (Asker asker : Asker.values()) {
                if (BROWSERS.contains(asker)) {
                    check(page, asker, asker == Asker.OF_ARCHIVED ? archived : ours, answer(page, asker), wrong);
                }
            }
            if (isOfAWorld(page)) {
                check(page, Asker.OWNER, theirs, Asker.STRANGER.answerOf(page.guard()), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        MatrixReport.tried("pages", pages.size(), opened);
    }

    private List<Doors.Door> pages() {
        return Doors.all(server).stream()
                .filter(door -> door.kind() == Doors.Kind.PAGE
                        && !door.isPlanted()
                        && !door.path().startsWith("("))
                .toList();
    }

    /** A page whose address names nothing shows the workspace of whoever looks, which strangers have, too. */
    private static Asker.Answer answer(Doors.Door page, Asker asker) {
        boolean hasItsOwn = asker == Asker.STRANGER || asker == Asker.ADMINISTRATOR;
        boolean elsewhere = hasItsOwn && page.guard() instanceof Guard.ByRole && !isOfAWorld(page);
        return Particular.answer(page.path(), page.guard(), elsewhere ? Asker.OWNER : asker);
    }

    private static boolean isOfAWorld(Doors.Door page) {
        return Set.of("workspace", "project", "run").stream()
                .anyMatch(name -> page.path().contains(":" + name));
    }

    private void check(Doors.Door door, Asker asker, World asked, Asker.Answer right, List<String> wrong) {
        opened++;
        Browser.Page page = browser.open(asker, filled(door.path(), asked));
        String view = LEADING_ON.getOrDefault(door.path(), door.owner().getSimpleName());
        boolean fine = switch (right) {
            case Asker.Answer.Refused refused ->
                switch (refused.reason()) {
                    // The browser is sent elsewhere, where it gets the sign-in page.
                    case NOT_SIGNED_IN -> page.shown().equals("nothing");
                    case OTHER_WORKSPACE, ROLE_TOO_LOW, ARCHIVED -> page.shown().equals("AccessRefusedPage");
                };
            case Asker.Answer.Allowed allowed ->
                page.shown().equals(view)
                        || door.guard() instanceof Guard.OpenTo(Open.To to, String because)
                                && to == Open.To.EVERYONE
                                && !page.shown().equals("UnexpectedPage");
            case Asker.Answer.UnchangedAnyhow anyhow -> !page.shown().equals("UnexpectedPage");
        };
        if (!fine) {
            wrong.add(door + " " + door.guard() + ": " + asker + " gets " + page.shown() + ", should be " + right);
        }
        if (asker != Asker.STRANGER && theirs.isIn(page.sent()) || asker == Asker.STRANGER && ours.isIn(page.sent())) {
            wrong.add(door + ": " + asker + " is told of another workspace");
        }
        if (page.sent().contains("Exception")) {
            wrong.add(door + ": " + asker + " is shown an exception");
        }
    }

    private static String filled(String path, World world) {
        return PLACE.matcher(path).replaceAll(place -> {
            String name = place.group(1);
            return world.find(name).map(UUID::toString).orElseGet(() -> {
                if (!WORDS.containsKey(name)) {
                    throw new AssertionError(path + ": say in World or here what “" + name + "” may be");
                }
                return WORDS.get(name);
            });
        });
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheSignInPage() {
        Caller caller = new Caller(server);
        for (Doors.Door page : pages()) {
            if (page.guard() instanceof Guard.OpenTo(Open.To to, String because) && to == Open.To.EVERYONE) {
                continue;
            }
            for (Asker asker : List.of(Asker.NOBODY, Asker.DISABLED)) {
                Caller.Answer answer = caller.inBrowser(asker, "GET", "/" + filled(page.path(), ours), "");
                assertThat(answer.status()).as("%s %s", page, asker).isEqualTo(302);
                assertThat(answer.location()).as("%s %s", page, asker).endsWith("/login");
            }
        }
    }

    @Test
    void showsTheirOwnersWhatIsTheirs() {
        assertThat(ours.isIn(browser.open(Asker.VIEWER, "projects/" + ours.id("project"))
                        .sent()))
                .isTrue();
        assertThat(theirs.isIn(
                        browser.open(Asker.STRANGER, "runs/" + theirs.id("run")).sent()))
                .isTrue();
    }
}
