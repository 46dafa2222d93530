package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.api.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

class AccountsApiTest {

    private static final String PASSWORD = "a password of theirs";

    private final ApiServer server = ApiServer.shared();
    private final ApiClient owner = server.client();

    private record Account(String email, ApiClient client) {}

    private static Answer askForToken(ApiClient client, String email, String password, String body) {
        String basic = Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client.post("/api/v1/tokens", body, "Authorization", "Basic " + basic);
    }

    private String invite(String body) {
        Answer made = owner.post("/api/v1/workspaces/" + server.workspace() + "/invitations", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("path").asString())
                .isEqualTo("/join/" + made.json().path("secret").asString());
        return made.json().path("secret").asString();
    }

    /** Somebody with an account and no more. */
    private Account somebody() {
        String email = "somebody-" + UUID.randomUUID() + "@example.org";
        String secret =
                owner.post("/api/v1/invitations", "{}").json().path("secret").asString();
        server.bean(org.netloom.workspace.Joining.class)
                .signUp(secret, email, "Somebody", PASSWORD, "10.0.0.9")
                .get();
        return new Account(email, server.with(ApiClient.token(server.port(), email, PASSWORD)));
    }

    @Test
    void tokensAreNamedScopedListedAndRevoked() {
        Account account = somebody();
        Answer made = askForToken(
                server.with(""),
                account.email,
                PASSWORD,
                "{\"name\": \"report\", \"scope\": \"read\", \"expiresInDays\": 30}");
        assertThat(made.status()).isEqualTo(201);
        ApiClient reader = server.with(made.json().path("token").asString());

        JsonNode tokens = reader.get("/api/v1/tokens").json();
        assertThat(tokens.size()).isEqualTo(2);
        JsonNode token = tokens.get(0);
        assertThat(token.path("name").asString()).isEqualTo("report");
        assertThat(token.path("scope").asString()).isEqualTo("read");
        assertThat(token.path("expiresAt").asString()).isNotBlank();
        assertThat(token.path("usedAt").asString()).isNotBlank();
        assertThat(tokens.toString()).doesNotContain(reader.token());

        String path = "/api/v1/tokens/" + token.path("id").asString();
        assertThat(reader.send("DELETE", path, "").status()).isEqualTo(403);
        assertThat(owner.send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(account.client.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(reader.get("/api/v1/account").status()).isEqualTo(401);
    }

    @Test
    void aTokenMakesNoOthers() {
        assertThat(owner.post("/api/v1/tokens", "{}").status()).isEqualTo(401);
    }

    @Test
    void anInvitationLetsOnePersonIn() {
        Account account = somebody();
        String secret = invite("{\"role\": \"editor\"}");
        String invitations = "/api/v1/workspaces/" + server.workspace() + "/invitations";
        assertThat(owner.get(invitations).text()).doesNotContain(secret);

        Answer joined = account.client.post("/api/v1/join", "{\"secret\": \"" + secret + "\"}");

        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().path("role").asString()).isEqualTo("editor");
        assertThat(owner.get("/api/v1/workspaces/" + server.workspace() + "/members")
                        .text())
                .contains(account.email);
        assertThat(account.client.get(invitations).status()).isEqualTo(403);
        assertThat(somebody()
                        .client
                        .post("/api/v1/join", "{\"secret\": \"" + secret + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRevokedInvitationLetsNobodyIn() {
        String invitations = "/api/v1/workspaces/" + server.workspace() + "/invitations";
        JsonNode made = owner.post(invitations, "{\"email\": \"x@example.org\", \"expiresInDays\": 1}")
                .json();
        String path = invitations + "/" + made.path("invitation").path("id").asString();
        assertThat(owner.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(owner.send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(owner.post(invitations, "{\"expiresInDays\": 1000}").status())
                .isEqualTo(422);
        assertThat(owner.post(invitations, "{\"role\": \"king\"}").status()).isEqualTo(400);
    }

    @Test
    void onesOwnAccountIsRenamedAndGetsAnotherPassword() {
        Account account = somebody();
        assertThat(account.client
                        .send("PATCH", "/api/v1/account", "{\"name\": \"Grace\"}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Grace");
        String wrong = "{\"oldPassword\": \"no\", \"newPassword\": \"another password\"}";
        assertThat(account.client.post("/api/v1/account/password", wrong).status())
                .isEqualTo(422);
        String right = "{\"oldPassword\": \"" + PASSWORD + "\", \"newPassword\": \"another password\"}";
        assertThat(account.client.post("/api/v1/account/password", right).status())
                .isEqualTo(204);

        assertThat(account.client.get("/api/v1/account").status()).isEqualTo(200);
        assertThat(askForToken(server.with(""), account.email, PASSWORD, "{}").status())
                .isEqualTo(401);
        assertThat(askForToken(server.with(""), account.email, "another password", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(account.client
                        .post("/api/v1/account/sign-out-everywhere", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theTokensOfADisabledAccountAreDeadAtOnce() {
        Account account = somebody();
        String id = account.client.get("/api/v1/account").json().path("account").asString();
        assertThat(account.client.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(account.client
                        .post("/api/v1/accounts/" + id + "/make-administrator", "")
                        .status())
                .isEqualTo(403);

        assertThat(owner.post("/api/v1/accounts/" + id + "/disable", "").status())
                .isEqualTo(200);

        assertThat(account.client.get("/api/v1/account").status()).isEqualTo(401);
        assertThat(askForToken(server.with(""), account.email, PASSWORD, "{}").status())
                .isEqualTo(401);
        assertThat(owner.post("/api/v1/accounts/" + id + "/enable", "").status())
                .isEqualTo(200);
        assertThat(account.client.get("/api/v1/account").status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/accounts").text()).contains(account.email);
        assertThat(owner.post("/api/v1/accounts/" + server.account() + "/disable", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void guessingPasswordsIsSlowedTheSameWhetherTheAccountExistsOrNot() {
        Account account = somebody();
        String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        for (int i = 0; i < 5; i++) {
            Answer known = askForToken(server.with(""), account.email, "guess " + i, "");
            Answer unknown = askForToken(server.with(""), nobody, "guess " + i, "");
            assertThat(known.status()).isEqualTo(401);
            assertThat(known.text()).isEqualTo(unknown.text()).contains("sign-in-wrong");
        }
        Answer known = askForToken(server.with(""), account.email, PASSWORD, "");
        Answer unknown = askForToken(server.with(""), nobody, PASSWORD, "");
        assertThat(known.text()).isEqualTo(unknown.text()).contains("sign-in-wait");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(429);
        server.database().jdbc().sql("delete from guess").update();
        assertThat(askForToken(server.with(""), account.email, PASSWORD, "").status())
                .isEqualTo(201);
    }

    @Test
    void accountsWithoutAPasswordAnswerLikeAnyOther() {
        Account account = somebody();
        server.database()
                .jdbc()
                .sql("update account set password = null where email = ?")
                .param(account.email)
                .update();
        for (String guess : new String[] {"", "null", "x".repeat(100)}) {
            assertThat(askForToken(server.with(""), account.email, guess, "").text())
                    .contains("sign-in-wrong");
        }
        server.database().jdbc().sql("delete from guess").update();
    }
}
