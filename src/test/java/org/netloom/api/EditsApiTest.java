package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.Role;
import tools.jackson.databind.JsonNode;

class EditsApiTest {

    private static final String ADD = """
            {"kind": "add-layers", "layers": [{"id": "dense1", "type": "dense", "x": 0, "y": 0}], "wires": []}
            """;

    private final ApiServer server = ApiServer.shared();
    private final ApiClient api = server.client();
    private String project = "";

    @BeforeEach
    void makeAProject() {
        project = "/api/v1/projects/"
                + api.post("/api/v1/workspaces/" + server.workspace() + "/projects", "{\"name\": \"Edited\"}")
                        .json()
                        .path("id")
                        .asString();
    }

    private static String units(Object value) {
        return "{\"kind\": \"set-parameter\", \"layer\": \"dense1\", \"parameter\": \"units\", \"value\": " + value
                + "}";
    }

    private JsonNode design() {
        return api.get(project + "/design").json();
    }

    @Test
    void editsTakesBackAndDoesAgain() {
        assertThat(api.post(project + "/edits", ADD).json().path("revision").asLong())
                .isEqualTo(2);
        assertThat(api.post(project + "/edits", units(64)).status()).isEqualTo(200);
        assertThat(design().at("/layers/0/parameters/units").asInt()).isEqualTo(64);

        assertThat(api.post(project + "/undo", "").json().path("revision").asLong())
                .isEqualTo(4);
        assertThat(design().at("/layers/0/parameters").has("units")).isFalse();

        assertThat(api.post(project + "/redo", "").status()).isEqualTo(200);
        assertThat(design().at("/layers/0/parameters/units").asInt()).isEqualTo(64);
        assertThat(api.post(project + "/redo", "").status()).isEqualTo(409);

        JsonNode log = api.get(project + "/edits?after=2").json();
        assertThat(log.findValuesAsString("kind")).contains("edit", "undo", "redo", "set-parameter");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(api.post(project + "/edits", units(64)).status()).isEqualTo(422);
        assertThat(api.post(project + "/edits", "{\"kind\": \"dance\"}").status())
                .isEqualTo(400);
        assertThat(api.post(project + "/edits", "[]").status()).isEqualTo(400);
        assertThat(design().path("layers").size()).isZero();
    }

    @Test
    void aLayerOfATakenNameDoesNotSpoilTheDocument() {
        api.post(project + "/edits", ADD);
        JsonNode second = api.post(project + "/edits", ADD).json();

        assertThat(second.at("/edit/layers/0/id").asString()).isEqualTo("dense2");
        assertThat(design().path("layers").findValuesAsString("name")).containsExactly("dense1", "dense2");
    }

    @Test
    void editsArriveLiveFromWhereOneLeftOff() throws Exception {
        api.post(project + "/edits", ADD);
        try (LiveClient live = LiveClient.edits(api, UUID.fromString(project.substring(17)), 1)) {
            assertThat(live.next().path("revision").asLong()).isEqualTo(2);
            api.post(project + "/edits", units(64));

            JsonNode frame = live.next();

            assertThat(frame.path("revision").asLong()).isEqualTo(3);
            assertThat(frame.path("by").asString()).isEqualTo("Ada");
            assertThat(frame.at("/edit/value").asInt()).isEqualTo(64);
        }
    }

    @Test
    void whoeverLeavesTheWorkspaceHearsOfNoMoreEdits() throws Exception {
        Company.Somebody viewer = new Company(server).member("Vic", Role.VIEWER);
        api.post(project + "/edits", ADD);
        try (LiveClient live = LiveClient.edits(viewer.client(), UUID.fromString(project.substring(17)), 1)) {
            live.next();
            server.database()
                    .jdbc()
                    .sql("delete from member where account_id = ?")
                    .param(viewer.account())
                    .update();
            api.post(project + "/edits", units(64));

            assertThat(live.closeStatus()).isEqualTo(1008);
            assertThat(live.arrived()).noneMatch(frame -> frame.path("revision").asLong() > 2);
        }
    }

    @Test
    void nobodyWatchesAProjectOfOthers() {
        assertThat(LiveClient.handshake(api, "/ws/projects/" + UUID.randomUUID()))
                .isEqualTo(404);
        assertThat(LiveClient.handshake(server.with(""), "/ws/projects/" + project.substring(17)))
                .isEqualTo(401);
    }
}
