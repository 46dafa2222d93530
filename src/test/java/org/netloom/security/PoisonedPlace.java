package org.netloom.security;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.netloom.ApiClient;
import org.netloom.TestDatabase;
import org.netloom.format.Json;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A workspace in which every name and every text is an attack, made through the HTTP API by its owner. */
final class PoisonedPlace {

    static final String OWNER = Hostile.name("Ada");
    static final String GUEST = "=1+1;" + Hostile.name("Bob");
    static final String GUEST_EMAIL = Hostile.email("bob");
    static final String STRANGER_EMAIL = Hostile.email("eve");
    static final String WORKSPACE = Hostile.name("Lab");
    static final String ARCHIVED_WORKSPACE = Hostile.name("Old");
    static final String DELETED_WORKSPACE = Hostile.name("Lost");
    static final String NET = Hostile.name("Net");
    static final String SECOND = Hostile.name("Two");
    static final String SKETCH = Hostile.name("Draw");
    static final String MOVING = Hostile.name("Move");
    static final String ARCHIVED = Hostile.name("Box");
    static final String DELETED = "@" + Hostile.name("Bin");
    static final String RUN = Hostile.name("Run");
    static final String SECOND_RUN = Hostile.name("Gate");
    static final String PAUSED_RUN = Hostile.name("Wait");
    static final String FAILED_RUN = Hostile.name("Fail");
    static final String REASON = Hostile.name("Why");
    static final String BLOCK = Hostile.name("Block");
    static final String BLOCK_LAYER = Hostile.name("Use");
    static final String EXPOSED = Hostile.name("Width");
    static final String TALK = Hostile.text("said");
    static final String NOTE = Hostile.text("noted");

    final String workspace;
    final String net;
    final String second;
    final String sketch;
    final String run;
    final String sameName;
    final String otherRun;
    final String failed;
    final String invitation;
    final String guestInvitation;
    final String projectLink;
    final String runLink;
    /** Names of the layers that are trained. */
    final List<String> layers;

    private final ApiClient api;

    PoisonedPlace(ApiClient api, TestDatabase database) {
        this.api = api;
        api.call("PATCH", "/api/v1/account", named(OWNER));
        workspace = id(api.post("/api/v1/workspaces", named(WORKSPACE)));
        String old = id(api.post("/api/v1/workspaces", named(ARCHIVED_WORKSPACE)));
        api.post("/api/v1/workspaces/" + old + "/archive", "");
        String lost = id(api.post("/api/v1/workspaces", named(DELETED_WORKSPACE)));
        api.call("DELETE", "/api/v1/workspaces/" + lost, "");
        net = project(NET, "xor-2-2-1");
        layers = renameLayers();
        run = run(net, RUN);
        sameName = run(net, RUN);
        second = project(SECOND, "perceptron-and");
        otherRun = run(second, SECOND_RUN);
        failed = run(second, FAILED_RUN);
        Hostile.SHAPES.forEach(shape -> project(shape, ""));
        project(MOVING, "");
        api.post("/api/v1/projects/" + project(ARCHIVED, "") + "/archive", "");
        api.call("DELETE", "/api/v1/projects/" + project(DELETED, ""), "");
        sketch = project(SKETCH, "");
        drawTheSketch();
        invitation = invite(STRANGER_EMAIL);
        guestInvitation = invite(GUEST_EMAIL);
        api.post("/api/v1/invitations", json().put("email", STRANGER_EMAIL).toString());
        projectLink = api.post("/api/v1/projects/" + net + "/links", "{}")
                .path("path")
                .asString();
        runLink = api.post("/api/v1/runs/" + run + "/links", "{}").path("path").asString();
        List.of("projects/" + net, "runs/" + run).forEach(this::note);
        List.of(run, sameName, otherRun, failed).forEach(each -> api.untilEnded(each, Duration.ofMinutes(1)));
        breakTheRun(database);
        String waiting = run(second, PAUSED_RUN, 1_000_000);
        api.untilIteration(waiting, 1, Duration.ofMinutes(1));
        api.post("/api/v1/runs/" + waiting + "/pause", "");
    }

    private List<String> renameLayers() {
        JsonNode design = api.get("/api/v1/projects/" + net + "/design");
        return design.path("layers")
                .valueStream()
                .map(layer -> {
                    String name = Hostile.name("L" + layer.path("id").asString().substring(0, 3));
                    edit(
                            net,
                            json().put("kind", "rename")
                                    .put("layer", layer.path("id").asString())
                                    .put("name", name));
                    return name;
                })
                .toList();
    }

    /** A layer for each attack, which all have problems, and a block of two others. */
    private void drawTheSketch() {
        ObjectNode add = json().put("kind", "add-layers");
        ArrayNode added = add.putArray("layers");
        for (int i = 0; i < Hostile.SHAPES.size(); i++) {
            layer(added, "dense", "l" + i, Hostile.SHAPES.get(i), 240 * (i % 6), 200 + 130 * (i / 6));
        }
        layer(added, "input", "in", Hostile.name("In"), 0, 0);
        layer(added, "dense", "a", Hostile.name("A"), 240, 0);
        layer(added, "dense", "b", Hostile.name("B"), 240, 130);
        layer(added, "output", "out", Hostile.name("Out"), 480, 0);
        ArrayNode wires = add.putArray("wires");
        List.of(List.of("in", "a"), List.of("a", "b"), List.of("b", "out"))
                .forEach(wire -> wires.addObject().put("from", wire.getFirst()).put("to", wire.getLast()));
        edit(sketch, add);
        ObjectNode group = json().put("kind", "group").put("block", "block1").put("layer", "use");
        group.put("name", BLOCK).putArray("layers").add("a").add("b");
        edit(sketch, group);
        edit(sketch, json().put("kind", "rename").put("layer", "use").put("name", BLOCK_LAYER));
        ObjectNode expose = json().put("kind", "expose").put("block", "block1");
        expose.putArray("exposed")
                .addObject()
                .put("name", "width")
                .put("label", EXPOSED)
                .putArray("targets")
                .addObject()
                .put("layer", "a")
                .put("parameter", "units");
        edit(sketch, expose);
    }

    private static void layer(ArrayNode layers, String type, String id, String name, int x, int y) {
        layers.addObject()
                .put("id", id)
                .put("type", type)
                .put("name", name)
                .put("x", x)
                .put("y", y);
    }

    /** The two speak to each other. */
    void talk(ApiClient guest) {
        JsonNode members = api.get("/api/v1/workspaces/" + workspace + "/members");
        String ada = members.get(0).path("account").asString();
        String bob = members.get(1).path("account").asString();
        String layer = api.get("/api/v1/projects/" + net + "/design")
                .path("layers")
                .get(0)
                .path("id")
                .asString();
        String toBob = json().put("text", TALK + "\n@{" + bob + "}").toString();
        api.post("/api/v1/projects/" + net + "/comments", toBob);
        api.post("/api/v1/runs/" + run + "/comments", toBob);
        guest.post(
                "/api/v1/projects/" + net + "/comments",
                json().put("text", TALK + "\n@{" + ada + "}")
                        .put("layer", layer)
                        .toString());
    }

    private void note(String subject) {
        api.call(
                "PUT", "/api/v1/" + subject + "/notes", json().put("text", NOTE).toString(), "If-Match", "\"0\"");
        api.call("PUT", "/api/v1/" + subject + "/tags", "{\"tags\": [\"pwn\", \"x-planted\"]}");
    }

    /** A reason with names in it, as a worker would write it. */
    private void breakTheRun(TestDatabase database) {
        ObjectNode reason = json().put("code", "bad")
                .put("what", REASON)
                .put("expected", REASON)
                .put("fix", REASON);
        database.jdbc()
                .sql("update run set state = 'FAILED', reason = ? where id = ?::uuid")
                .params(reason.toString(), failed)
                .update();
    }

    void edit(String project, JsonNode edit) {
        api.post("/api/v1/projects/" + project + "/edits", edit.toString());
    }

    private String project(String name, String template) {
        return id(api.post(
                "/api/v1/workspaces/" + workspace + "/projects",
                json().put("name", name).put("template", template).toString()));
    }

    private String run(String project, String name) {
        return run(project, name, 3);
    }

    private String run(String project, String name, int epochs) {
        return id(api.post(
                "/api/v1/projects/" + project + "/runs",
                json().put("name", name).put("epochs", epochs).toString()));
    }

    private String invite(String email) {
        return api.post(
                        "/api/v1/workspaces/" + workspace + "/invitations",
                        json().put("email", email).put("role", "editor").toString())
                .path("path")
                .asString();
    }

    static String named(String name) {
        return json().put("name", name).toString();
    }

    static ObjectNode json() {
        return Json.object();
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }

    /** Asks for a token with an address that nobody has. */
    static void knock(RunningNetloom netloom) {
        String basic = Base64.getEncoder()
                .encodeToString((Hostile.email("nobody") + ":wrong").getBytes(StandardCharsets.UTF_8));
        RunningNetloom.send(HttpRequest.newBuilder(URI.create(netloom.url() + "/api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
