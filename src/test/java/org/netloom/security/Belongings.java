package org.netloom.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One thing of every kind that belongs to somebody, by the names that addresses use for their ids. */
final class Belongings {

    /** What stands in an address and is nobody's. */
    private static final Map<String, String> EVERYBODYS = Map.of("dataset", "iris", "epoch", "1");

    private final Map<String, String> ids = new HashMap<>();

    Belongings(Target target, Target.Somebody who, String project, String run) {
        ids.put("account", who.account.toString());
        ids.put("workspace", who.workspace.toString());
        ids.put("tenant", who.workspace.toString());
        ids.put("project", project);
        ids.put("run", run);
        ids.put("comment", made(target, who, "/api/v1/projects/" + project + "/comments", "{\"text\": \"Mine\"}"));
        ids.put(
                "link",
                target.sent(who, "POST", "/api/v1/runs/" + run + "/links", "{}")
                        .path("link")
                        .path("id")
                        .asString());
        String invitations = "/api/v1/workspaces/" + who.workspace + "/invitations";
        target.sent(who, "POST", invitations, "{\"role\": \"viewer\"}");
        ids.put(
                "invitation",
                target.sent(who, "GET", invitations, "").path(0).path("id").asString());
        ids.put(
                "token",
                target.sent(who, "GET", "/api/v1/tokens", "").path(0).path("id").asString());
        ids.forEach((name, id) -> UUID.fromString(id));
    }

    private static String made(Target target, Target.Somebody who, String path, String body) {
        return target.sent(who, "POST", path, body).path("id").asString();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    String id(String name) {
        return find(name)
                .or(() -> Optional.ofNullable(EVERYBODYS.get(name)))
                .orElseThrow(() -> new AssertionError("say in Belongings what “" + name + "” may be"));
    }

    UnaryOperator<String> ids() {
        return this::id;
    }
}
