package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.netloom.security.Calls.Call;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Somebody with an account of their own has got hold of all ids of somebody else, and tries each where an id may stand. */
class OtherTenantAttacksTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Who does not look after the installation is told so, whatever the id. */
    private static final Pattern FOR_ADMINISTRATORS =
            Pattern.compile("\\w+ /api/v1/(accounts/.*|administration/.*|invitations/.*)");

    private final Target target = Target.shared();
    private final Belongings adas = new Belongings(target, target.ada, target.project, target.run);
    private final Belongings mallorys = mallorys();

    private Belongings mallorys() {
        String project = target.make(target.mallory, "{\"template\": \"xor-2-2-1\"}");
        String run = target.sent(target.mallory, "POST", "/api/v1/projects/" + project + "/runs", "{}")
                .path("id")
                .asString();
        return new Belongings(target, target.mallory, project, run);
    }

    @Test
    void idsOfAnothersThingsAreAnsweredLikeIdsOfNothing() {
        Map<String, String> before = target.state();
        List<String> wrong = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        for (Call call : Calls.of(target)) {
            List<String> places = call.places().stream()
                    .filter(place -> adas.find(place).isPresent())
                    .toList();
            // Each choice of places at which another's id stands; those that are left are the attacker's own.
            for (int foreign = 1; foreign < 1 << places.size(); foreign++) {
                Set<String> chosen = new HashSet<>();
                for (int i = 0; i < places.size(); i++) {
                    if ((foreign >> i & 1) == 1) {
                        chosen.add(places.get(i));
                    }
                }
                tried.addAll(chosen);
                tryOne(call, chosen, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried)
                .contains("workspace", "project", "run", "comment", "link", "token", "invitation", "account", "tenant");
        assertThat(target.state()).isEqualTo(before);
    }

    private void tryOne(Call call, Set<String> foreign, List<String> wrong) {
        Map<String, String> none = new HashMap<>();
        foreign.forEach(place -> none.put(place, UUID.randomUUID().toString()));
        Raw.Answer others = send(call, place -> foreign.contains(place) ? adas.id(place) : mallorys.id(place));
        Raw.Answer nothing = send(call, place -> foreign.contains(place) ? none.get(place) : mallorys.id(place));
        int right = FOR_ADMINISTRATORS.matcher(call.toString()).matches() ? 403 : 404;
        if (others.status() != right
                || nothing.status() != right
                || !withoutIds(others.body()).equals(withoutIds(nothing.body()))
                || !others.body().contains("\"fix\"")) {
            wrong.add(call + " with another's " + foreign + ": " + others.status() + " " + others.body()
                    + ", with none: " + nothing.status() + " " + nothing.body());
        }
    }

    private Raw.Answer send(Call call, UnaryOperator<String> ids) {
        return target.call(target.mallory, call.verb(), call.at(ids), call.body(ids), "If-Match: \"1\"");
    }

    private static String withoutIds(String body) {
        return ID.matcher(body).replaceAll("…");
    }

    @Test
    void idsOfAnothersThingsInBodiesAndQueriesOpenNothing() {
        Map<String, String> before = target.state();
        String project = "/api/v1/projects/" + mallorys.id("project");
        String workspace = "/api/v1/workspaces/" + mallorys.id("workspace");
        for (String[] attack : new String[][] {
            {"workspace", "404", "POST", project + "/move", "{\"workspace\": \"%s\"}"},
            {"workspace", "404", "POST", project + "/copy", "{\"workspace\": \"%s\"}"},
            {"comment", "422", "POST", project + "/comments", "{\"text\": \"x\", \"thread\": \"%s\"}"},
            {"account", "422", "POST", project + "/comments", "{\"text\": \"@{%s}\"}"},
            {"project", "200", "GET", workspace + "/runs?project=%s", ""},
            {"account", "200", "GET", workspace + "/audit?account=%s", ""}
        }) {
            Raw.Answer others = with(attack, adas.id(attack[0]));
            Raw.Answer nothing = with(attack, UUID.randomUUID().toString());
            assertThat(others.status()).as(attack[3] + others.body()).isEqualTo(Integer.parseInt(attack[1]));
            assertThat(withoutIds(others.body())).isEqualTo(withoutIds(nothing.body()));
        }
        assertThat(target.state()).isEqualTo(before);
    }

    private Raw.Answer with(String[] attack, String id) {
        return target.call(target.mallory, attack[2], attack[3].formatted(id), attack[4].formatted(id));
    }

    @Test
    void anothersLiveChannelsAreAnsweredLikeThoseOfNothing() {
        Map<String, String> before = target.state();
        List<String> paths = new ArrayList<>();
        target.server
                .context()
                .getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().forEach((path, handler) -> {
                    if (handler instanceof WebSocketHttpRequestHandler) {
                        paths.add(path);
                    }
                }));
        assertThat(paths).containsExactlyInAnyOrder("/ws/runs/{run}", "/ws/projects/{project}");
        for (String path : paths) {
            Call channel = new Call("GET", path, false, List.of());
            String who = "Authorization: Bearer " + target.mallory.token;
            String cookie = "Cookie: " + target.session(target.mallory);
            assertThat(Raw.upgraded(target.server.port(), channel.at(mallorys.ids()), who)
                            .status())
                    .isEqualTo(101);
            for (String as : List.of(who, cookie)) {
                for (String query :
                        List.of("", "?after=0", "?after=1&link=none", "?workspace=" + mallorys.id("workspace"))) {
                    Raw.Answer others = Raw.upgraded(target.server.port(), channel.at(adas.ids()) + query, as);
                    Raw.Answer nothing = Raw.upgraded(
                            target.server.port(),
                            channel.at(place -> UUID.randomUUID().toString()) + query,
                            as);
                    assertThat(others.status()).as(path + query).isEqualTo(404);
                    assertThat(nothing.status()).as(path + query).isEqualTo(404);
                    assertThat(withoutIds(others.body()))
                            .isEqualTo(withoutIds(nothing.body()))
                            .contains("\"fix\"");
                }
            }
        }
        assertThat(target.state()).isEqualTo(before);
    }
}
