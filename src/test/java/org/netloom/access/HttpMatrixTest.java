package org.netloom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.Open;

/** Calls every endpoint and every live channel over the wire, as everybody who may ask. */
class HttpMatrixTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

    /** What stands in an address and is no id of a world. */
    private static final Map<String, String> WORDS = Map.of("dataset", "iris", "epoch", "1");

    /** Bodies of calls that read them before anybody is asked. */
    private static final Map<String, String> BODIES = Map.of(
            "/design", "{\"layers\": [], \"wires\": []}",
            "/members/{account}", "{\"role\": \"viewer\"}",
            "/comments/{comment}", "{\"text\": \"Other words\"}",
            "/edits", "{\"kind\": \"rename\", \"layer\": \"none\", \"name\": \"none\"}");

    /** The one call that takes a password; a token does not get past its chain. */
    private static final Set<String> WITH_PASSWORD = Set.of("POST /api/v1/tokens");

    /** Statuses that say who may, not what is wrong with the question. */
    private static final Set<Integer> OF_ACCESS = Set.of(401, 403, 404);

    private final MatrixServer server = MatrixServer.shared();
    private final Caller caller = new Caller(server);
    private final Footprint footprint = new Footprint(server.jdbc());
    private final World theirs = World.theirs(server);
    private World archived = World.archived(server);
    private World ours = World.ours(server);
    private final String[] theirIds =
            theirs.ids().values().stream().map(String::valueOf).toArray(String[]::new);
    private @Nullable Map<String, String> now;
    private int calls;

    @Test
    void everyEndpointLetsInWhomItSaysAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Doors.Door> doors = endpoints();
        assertThat(doors).hasSizeGreaterThan(25);
        for (Doors.Door door : doors) {
            for (Asker asker : Asker.values()) {
                check(door, asker, wrong);
            }
            if (PLACE.matcher(door.path()).find() && !door.isPlanted() && !isForAdministrators(door)) {
                hides(door, wrong);
            }
        }
        assertThat(wrong).filteredOn(each -> !each.contains("/planted/")).isEmpty();
        assertThat(wrong)
                .filteredOn(each -> each.contains("/planted/"))
                .as("the two that were planted are found, by those who get in although they may not")
                .extracting(each ->
                        each.replaceAll("ENDPOINT POST /api/v1/planted/(.*)/\\{workspace} \\w+: (\\w+) .*", "$1 $2"))
                .containsExactlyInAnyOrder(
                        "forgets VIEWER",
                        "forgets STRANGER",
                        "forgets ADMINISTRATOR",
                        "forgets READING_TOKEN",
                        "forgets OF_ARCHIVED",
                        "asks-for-less EDITOR");
        MatrixReport.tried("endpoints", doors.size(), calls);
    }

    @Test
    void everyLiveChannelLetsInWhomItSaysAndNobodyElse() {
        List<Doors.Door> doors = Doors.all(server).stream()
                .filter(door -> door.kind() == Doors.Kind.LIVE)
                .toList();
        assertThat(doors).isNotEmpty();
        for (Doors.Door door : doors) {
            for (Asker asker : Asker.values()) {
                calls++;
                World asked = asker == Asker.OF_ARCHIVED ? archived : ours;
                assertThat(caller.upgrade(asker, filled(door.path(), asked.ids())))
                        .as("%s %s", door, asker)
                        .isEqualTo(
                                asker.answerOf(door.guard()) instanceof Asker.Answer.Refused refused
                                        ? refused.reason().status()
                                        : 101);
            }
            assertThat(caller.upgrade(Asker.OWNER, filled(door.path(), nowhere())))
                    .isEqualTo(404);
        }
        MatrixReport.tried("live channels", doors.size(), calls);
    }

    private List<Doors.Door> endpoints() {
        return Doors.all(server).stream()
                .filter(door -> door.kind() == Doors.Kind.ENDPOINT && !(door.guard() instanceof Guard.Missing))
                .filter(door -> !WITH_PASSWORD.contains(door.verb() + " " + door.path())
                        && !door.verb().equals("ANY"))
                .toList();
    }

    private void check(Doors.Door door, Asker asker, List<String> wrong) {
        World asked = asker == Asker.OF_ARCHIVED ? archived : ours;
        Asker.Answer right = Particular.answer(door.verb() + " " + door.path(), door.guard(), asker);
        boolean reads = door.verb().equals("GET");
        boolean mustNotChange = !(right instanceof Asker.Answer.Allowed) || asker == Asker.READING_TOKEN;
        Map<String, String> before = reads || !mustNotChange ? Map.of() : now();
        String lastWrite = reads ? "" : footprint.lastWrite();
        Caller.Answer answer = caller.withToken(asker, door.verb(), filled(door.path(), asked.ids()), body(door));
        calls++;
        String problem = problem(right, answer.status());
        if (problem.isEmpty() && reads && asker != Asker.READING_TOKEN) {
            Caller.Answer inBrowser = caller.inBrowser(asker, "GET", filled(door.path(), asked.ids()), "");
            problem = problem(right, inBrowser.status());
            calls++;
        }
        if (!reads && !lastWrite.equals(footprint.lastWrite())) {
            now = null;
            String changed = mustNotChange ? Footprint.difference(before, now()) : "";
            if (problem.isEmpty() && !changed.isEmpty()) {
                problem = "changes " + changed;
            }
            if (!mustNotChange || !changed.isEmpty()) {
                server.cast.recover();
                if (asker == Asker.OF_ARCHIVED) {
                    archived = World.archived(server);
                } else {
                    ours = World.ours(server);
                }
                now = null;
            }
        }
        if (!problem.isEmpty()) {
            wrong.add(door + " " + door.guard() + ": " + asker + " " + problem + " " + answer.body());
        }
    }

    private Map<String, String> now() {
        if (now == null) {
            now = footprint.take();
        }
        return now;
    }

    private static String problem(Asker.Answer right, int status) {
        return switch (right) {
            case Asker.Answer.Allowed allowed ->
                OF_ACCESS.contains(status) || status >= 500 ? "is refused with " + status : "";
            case Asker.Answer.UnchangedAnyhow anyhow -> status >= 500 ? "is answered " + status : "";
            case Asker.Answer.Refused refused ->
                status == refused.reason().status()
                        ? ""
                        : "is answered " + status + ", not " + refused.reason().status();
        };
    }

    /** What is another's is answered exactly as what does not exist, and nothing of it is changed. */
    private void hides(Doors.Door door, List<String> wrong) {
        Matcher places = PLACE.matcher(door.path());
        while (places.find()) {
            String name = places.group(1);
            if (theirs.find(name).isEmpty()) {
                continue;
            }
            Map<String, UUID> foreign = new TreeMap<>(ours.ids());
            foreign.put(name, theirs.id(name));
            Map<String, UUID> none = new TreeMap<>(ours.ids());
            none.put(name, UUID.randomUUID());
            Map<String, String> theirsBefore = footprint.take(theirIds);
            String lastWrite = footprint.lastWrite();
            Caller.Answer others = caller.withToken(Asker.OWNER, door.verb(), filled(door.path(), foreign), body(door));
            Caller.Answer nothing = caller.withToken(Asker.OWNER, door.verb(), filled(door.path(), none), body(door));
            calls += 2;
            if (others.status() != 404 || nothing.status() != 404) {
                wrong.add(door + ": another's " + name + " is answered " + others.status() + " " + others.body()
                        + ", none " + nothing.status());
            }
            if (!without(others, foreign).equals(without(nothing, none))) {
                wrong.add(door + ": another's " + name + " is answered " + others.body() + ", none " + nothing.body());
            }
            if (!lastWrite.equals(footprint.lastWrite())) {
                now = null;
                String changed = Footprint.difference(theirsBefore, footprint.take(theirIds));
                if (!changed.isEmpty()) {
                    wrong.add(door + ": another's " + name + " lets it change " + changed);
                }
            }
        }
    }

    private static String without(Caller.Answer answer, Map<String, UUID> ids) {
        String body = answer.body();
        for (UUID id : ids.values()) {
            body = body.replace(id.toString(), "…");
        }
        return body;
    }

    private static Map<String, UUID> nowhere() {
        return new TreeMap<>(
                Map.of("workspace", UUID.randomUUID(), "project", UUID.randomUUID(), "run", UUID.randomUUID()));
    }

    private static boolean isForAdministrators(Doors.Door door) {
        return door.guard() instanceof Guard.OpenTo(Open.To to, String because) && to == Open.To.ADMINISTRATORS;
    }

    private static String filled(String path, Map<String, UUID> ids) {
        return PLACE.matcher(path).replaceAll(place -> {
            String name = path.startsWith("/api/v1/invitations/") ? World.INSTALLATION : place.group(1);
            UUID id = ids.get(name);
            if (id == null && !WORDS.containsKey(name)) {
                throw new AssertionError(path + ": say in World or here what “" + name + "” may be");
            }
            return id == null ? WORDS.get(name) : id.toString();
        });
    }

    private static String body(Doors.Door door) {
        return BODIES.entrySet().stream()
                .filter(body -> door.path().endsWith(body.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }
}
