package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of another site makes somebody's browser do while they are signed in here. */
class BrowserAttacksTest {

    private final Target target = Target.shared();
    private final int port = target.server.port();
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    @Test
    void aWebSocketOfAnotherSiteIsRefused() {
        String cookie = "Cookie: " + target.session(target.ada);
        String run = "/ws/runs/" + target.run + "?after=0";
        assertThat(Raw.upgrade(port, run, cookie, "Origin: http://localhost:" + port))
                .isEqualTo(101);
        for (String path : List.of(run, "/ws/projects/" + target.project, "/VAADIN/push?v-r=push&v-uiId=0")) {
            for (String origin : List.of(
                    "https://evil.example",
                    "http://localhost:" + (port + 1),
                    "null",
                    "http://localhost.evil.example:" + port)) {
                assertThat(Raw.upgrade(port, path, cookie, "Origin: " + origin))
                        .as(path + " " + origin)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aSignInFormOfAnotherSiteSignsNobodyIn() {
        Target.Visit visit = target.visit();
        for (String origin : List.of("https://evil.example", "null", "http://localhost:" + (port + 1))) {
            assertThat(target.signIn(visit, target.mallory, Target.PASSWORD, "Origin: " + origin)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(target.signIn(visit, target.mallory, Target.PASSWORD, "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(Raw.send(port, "", "GET /api/v1/workspaces HTTP/1.0", "Cookie: " + visit.cookie())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSignOutOfAnotherSiteSignsNobodyOut() {
        String cookie = target.session(target.ada);
        for (String method : List.of("GET", "POST")) {
            Raw.send(port, "", method + " /logout HTTP/1.0", "Cookie: " + cookie, "Sec-Fetch-Site: cross-site");
        }
        assertThat(Raw.send(port, "", "POST /logout HTTP/1.0", "Cookie: " + cookie)
                        .status())
                .isEqualTo(403);
        assertThat(Raw.send(port, "", "GET /api/v1/workspaces HTTP/1.0", "Cookie: " + cookie)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void messagesOfAPageNeedItsToken() {
        String cookie = target.session(target.ada);
        Raw.Answer started = Raw.send(port, "", "GET /?v-r=init&location=&query= HTTP/1.0", "Cookie: " + cookie);
        assertThat(started.status()).isEqualTo(200);
        for (String token : List.of("", "00000000-0000-0000-0000-000000000000")) {
            String message = "{\"csrfToken\": \"" + token
                    + "\", \"rpc\": [{\"type\": \"event\", \"node\": 1, \"event\": \"click\", \"data\": {}}], \"syncId\": 0, \"clientId\": 0}";
            Raw.Answer answer = Raw.send(
                    port,
                    message,
                    "POST /?v-r=uidl&v-uiId=0 HTTP/1.0",
                    "Content-Type: application/json",
                    "Cookie: " + cookie);
            assertThat(answer.status() == 403
                            || answer.body().contains("sessionExpired")
                            || answer.body().contains("\"appError\""))
                    .as(answer.text())
                    .isTrue();
        }
    }

    @Test
    void aSessionWritesNothingThroughTheApi() {
        String cookie = "Cookie: " + target.session(target.ada);
        String projects = "/api/v1/workspaces/" + target.ada.workspace + "/projects";
        for (String type : List.of(
                "application/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; application/json")) {
            for (String trick :
                    List.of("X-None: 1", "Authorization: None", "X-HTTP-Method-Override: GET", "Origin: null")) {
                for (String line : List.of(
                        "POST " + projects,
                        "DELETE /api/v1/projects/" + target.project,
                        "PATCH /api/v1/projects/" + target.project)) {
                    Raw.Answer answer = Raw.send(
                            port, "{\"name\": \"forged\"}", line + " HTTP/1.0", "Content-Type: " + type, cookie, trick);
                    assertThat(answer.status())
                            .as(line + " " + type + " " + trick)
                            .isIn(401, 403);
                    assertThat(answer.body()).contains("\"code\"");
                }
            }
        }
    }

    @Test
    void aPageOfAnotherSiteReadsNothing() {
        String cookie = "Cookie: " + target.session(target.ada);
        Raw.Answer answer = Raw.send(
                port,
                "",
                "GET /api/v1/workspaces HTTP/1.0",
                cookie,
                "Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site");
        assertThat(answer.status()).isEqualTo(403);
        Raw.Answer old = Raw.send(port, "", "GET /api/v1/workspaces HTTP/1.0", cookie, "Origin: https://evil.example");
        assertThat(old.headers("Access-Control-Allow-Origin")).isEmpty();
        Raw.Answer asked = Raw.send(
                port,
                "",
                "OPTIONS /api/v1/workspaces HTTP/1.0",
                "Origin: https://evil.example",
                "Access-Control-Request-Method: DELETE");
        assertThat(asked.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aLinkElsewhereStillLeadsHere() {
        assertThat(Raw.send(
                                port,
                                "",
                                "GET /login HTTP/1.0",
                                "Sec-Fetch-Site: cross-site",
                                "Sec-Fetch-Mode: navigate",
                                "Sec-Fetch-Dest: document")
                        .status())
                .isEqualTo(200);
        assertThat(Raw.send(
                                port,
                                "",
                                "GET /login HTTP/1.0",
                                "Sec-Fetch-Site: cross-site",
                                "Sec-Fetch-Mode: navigate",
                                "Sec-Fetch-Dest: iframe")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void noAnswerLetsItselfBeFramedOrGuessed() {
        String cookie = "Cookie: " + target.session(target.ada);
        for (String path : List.of(
                "/login",
                "/",
                "/no/such/page",
                "/runs",
                "/favicon.svg",
                "/api/v1/workspaces",
                "/api/v1/no-such-thing",
                "/v3/api-docs",
                "/ws/runs/" + target.run,
                "/error",
                "/VAADIN/static/no-such-file.js",
                "/?v-r=init&location=&query=")) {
            Raw.Answer answer = Raw.send(port, "", "GET " + path + " HTTP/1.0", cookie);
            assertThat(answer.headers("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'", "default-src 'none'")
                    .doesNotContain("unsafe-eval")
                    .doesNotContainPattern("script-src[^;]*unsafe-inline");
            assertThat(answer.headers("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(answer.header("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).contains("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).contains("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).isPresent();
            assertThat(answer.header("Server")).as(path).isEmpty();
            if (!path.startsWith("/VAADIN") && !path.startsWith("/favicon")) {
                assertThat(answer.header("Cache-Control"))
                        .as(path)
                        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            }
        }
    }
}
