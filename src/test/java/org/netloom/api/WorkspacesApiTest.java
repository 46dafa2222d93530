package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Workspaces, their members and their projects, as programs look after them. */
class WorkspacesApiTest {

    private static final String PASSWORD = "draws all day long";

    private final ApiServer server = ApiServer.shared();
    private final ApiClient ada = server.client();

    private record Somebody(UUID account, String email, ApiClient client) {}

    private Somebody somebody() {
        UUID account = UUID.randomUUID();
        String email = "bob-" + account + "@example.org";
        server.bean(AccountStore.class)
                .addAccount(
                        account,
                        email,
                        "Bob",
                        server.bean(PasswordEncoder.class).encode(PASSWORD),
                        false);
        return new Somebody(account, email, server.with(ApiClient.token(server.port(), email, PASSWORD)));
    }

    private String workspace(ApiClient client, String name) {
        ApiClient.Answer made = client.post("/api/v1/workspaces", "{\"name\": \"" + name + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(made.json().path("id").asString());
        return "/api/v1/workspaces/" + made.json().path("id").asString();
    }

    private String project(ApiClient client, String workspace) {
        return "/api/v1/projects/"
                + client.post(workspace + "/projects", "{\"template\": \"xor-2-2-1\"}")
                        .json()
                        .path("id")
                        .asString();
    }

    private static String to(String workspace) {
        return "{\"workspace\": \"" + workspace.substring(workspace.lastIndexOf('/') + 1) + "\"}";
    }

    private static String code(ApiClient.Answer answer) {
        return answer.status() + " " + answer.json().path("code").asString();
    }

    @Test
    void isMadeRenamedArchivedDeletedAndRestored() {
        String lab = workspace(ada, "Lab");

        JsonNode renamed = ada.send("PATCH", lab, "{\"name\": \"Laboratory\"}").json();
        assertThat(renamed.path("name").asString()).isEqualTo("Laboratory");
        assertThat(renamed.path("role").asString()).isEqualTo("owner");
        assertThat(renamed.path("personal").asBoolean()).isFalse();

        assertThat(ada.post(lab + "/archive", "").json().path("archived").asBoolean())
                .isTrue();
        assertThat(code(ada.post(lab + "/projects", "{}"))).isEqualTo("409 archived");
        assertThat(ada.post(lab + "/unarchive", "").json().path("archived").asBoolean())
                .isFalse();

        assertThat(ada.send("DELETE", lab, "").status()).isEqualTo(204);
        assertThat(ada.get(lab).status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/workspaces").text()).doesNotContain("Laboratory");
        assertThat(ada.get("/api/v1/workspaces/deleted").text()).contains("Laboratory", "gone");
        assertThat(ada.post(lab + "/restore", "").status()).isEqualTo(200);
        assertThat(ada.get(lab).status()).isEqualTo(200);
    }

    @Test
    void aPersonalWorkspaceStays() {
        String own = "/api/v1/workspaces/" + server.workspace();

        assertThat(code(ada.send("DELETE", own, ""))).isEqualTo("409 personal-workspace");
        assertThat(code(ada.post(own + "/archive", ""))).isEqualTo("409 personal-workspace");
        assertThat(code(ada.send("DELETE", own + "/members/" + server.account(), "")))
                .isEqualTo("409 personal-workspace");
    }

    @Test
    void membersComeChangeAndGo() {
        Somebody bob = somebody();
        String lab = workspace(ada, "Lab");
        assertThat(bob.client().get(lab).status()).isEqualTo(404);

        ApiClient.Answer added =
                ada.post(lab + "/members", "{\"email\": \"" + bob.email() + "\", \"role\": \"viewer\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(bob.client().post(lab + "/projects", "{}").status()).isEqualTo(403);
        String member = lab + "/members/" + bob.account();
        ada.send("PATCH", member, "{\"role\": \"editor\"}");
        assertThat(bob.client().post(lab + "/projects", "{}").status()).isEqualTo(201);

        assertThat(code(ada.send("DELETE", lab + "/members/" + server.account(), "")))
                .isEqualTo("409 last-owner");
        assertThat(bob.client().send("DELETE", member, "").status()).isEqualTo(204);
        assertThat(bob.client().get(lab).status()).isEqualTo(404);
        assertThat(ada.get(lab + "/members").json()).hasSize(1);
    }

    @Test
    void saysWhyNobodyWasAdded() {
        String lab = workspace(ada, "Lab");

        assertThat(code(ada.post(lab + "/members", "{\"email\": \"x@y\", \"role\": \"viewer\"}")))
                .isEqualTo("422 no-account");
        assertThat(code(ada.post(lab + "/members", "{\"email\": \"x@y\", \"role\": \"king\"}")))
                .isEqualTo("422 unknown-role");
        assertThat(code(ada.post(lab + "/members", "{\"email\": \"" + ApiServer.EMAIL + "\", \"role\": \"viewer\"}")))
                .isEqualTo("409 already-member");
        assertThat(code(ada.post("/api/v1/workspaces", "{\"name\": \" \"}"))).isEqualTo("422 bad-name");
    }

    @Test
    void projectsMoveAndAreCopied() {
        String lab = workspace(ada, "Lab");
        String team = workspace(ada, "Team");
        String project = project(ada, lab);

        assertThat(ada.post(project + "/copy", to(team)).status()).isEqualTo(201);
        assertThat(ada.post(project + "/move", to(team)).status()).isEqualTo(200);

        assertThat(ada.get(lab + "/projects").json()).isEmpty();
        assertThat(ada.get(team + "/projects").json()).hasSize(2);
    }

    @Test
    void projectsGoNowhereWithoutTheRoleInBoth() {
        Somebody bob = somebody();
        String lab = workspace(ada, "Lab");
        String project = project(ada, lab);
        String theirs = workspace(bob.client(), "Theirs");
        server.bean(AccountStore.class)
                .addMember(UUID.fromString(lab.substring(lab.lastIndexOf('/') + 1)), bob.account(), Role.VIEWER);

        assertThat(ada.post(project + "/move", to(theirs)).status()).isEqualTo(404);
        assertThat(ada.post(project + "/copy", to(theirs)).status()).isEqualTo(404);
        assertThat(bob.client().post(project + "/move", to(theirs)).status()).isEqualTo(403);
        assertThat(bob.client().post(project + "/copy", to(theirs)).status()).isEqualTo(403);
        assertThat(code(ada.post(project + "/move", "{}"))).isEqualTo("400 bad-document");
        assertThat(ada.get(lab + "/projects").json()).hasSize(1);
    }

    @Test
    void projectsArePutAwayAndBroughtBack() {
        String lab = workspace(ada, "Lab");
        String project = project(ada, lab);

        assertThat(ada.post(project + "/archive", "").status()).isEqualTo(200);
        assertThat(ada.get(lab + "/projects").json()).isEmpty();
        assertThat(ada.get(lab + "/projects/archived").json()).hasSize(1);
        assertThat(ada.get(project).json().path("archived").asBoolean()).isTrue();
        assertThat(code(ada.send("PATCH", project, "{\"name\": \"New\"}"))).isEqualTo("409 archived");
        assertThat(code(ada.post(project + "/runs", ""))).isEqualTo("409 archived");
        assertThat(ada.post(project + "/unarchive", "").status()).isEqualTo(200);

        assertThat(ada.send("DELETE", project, "").status()).isEqualTo(204);
        assertThat(ada.get(project).status()).isEqualTo(404);
        assertThat(ada.get(lab + "/projects/deleted")
                        .json()
                        .path(0)
                        .path("gone")
                        .asString())
                .isNotBlank();
        assertThat(ada.post(project + "/restore", "").status()).isEqualTo(200);
        assertThat(ada.get(lab + "/projects").json()).hasSize(1);
    }

    @Test
    void administratorsGiveRoomAndTakeIt() {
        Somebody bob = somebody();
        String lab = workspace(bob.client(), "Lab");
        String limits = "/api/v1/administration/quotas/" + lab.substring(lab.lastIndexOf('/') + 1);

        assertThat(bob.client().put(limits, "{\"projects\": 5}").status()).isEqualTo(403);
        assertThat(ada.put(limits, "{\"projects\": 1, \"layers\": 1}").status()).isEqualTo(200);

        assertThat(code(bob.client().post(lab + "/projects", "{\"template\": \"xor-2-2-1\"}")))
                .isEqualTo("422 too-many-layers");
        bob.client().post(lab + "/projects", "{}");
        assertThat(code(bob.client().post(lab + "/projects", "{}"))).isEqualTo("409 too-many-projects");
        JsonNode quota = bob.client().get(lab + "/quota").json();
        assertThat(quota.path("allowed").path("projects").asInt()).isEqualTo(1);
        assertThat(quota.path("allowed").path("waitingRuns").asInt()).isEqualTo(100);
        assertThat(quota.path("used").path("projects").asInt()).isEqualTo(1);
        assertThat(ada.put(limits, "{\"bytes\": -1}").status()).isEqualTo(422);
    }
}
