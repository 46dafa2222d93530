package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that no browser and no decent program would send. */
class RequestAttacksTest {

    private final Target target = Target.shared();
    private final int port = target.server.port();
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    @Test
    void aNameThatWasPointedHereIsNotAnswered() {
        for (String host : List.of(
                "evil.example",
                "evil.example:" + port,
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "[::1].evil.example",
                "localhost@evil.example",
                "",
                "evil.localhost.example")) {
            for (String path :
                    List.of("/login", "/", "/api/v1/workspaces", "/v3/api-docs", "/favicon.svg", "/no/such")) {
                Raw.Answer answer = Raw.send(
                        port,
                        "",
                        "GET " + path + " HTTP/1.1",
                        "Host: " + host,
                        "Authorization: Bearer " + target.ada.token);
                assertThat(answer.status()).as(host + path).isIn(400, 421);
                assertThat(answer.body()).doesNotContain(target.ada.workspace.toString());
            }
            assertThat(Raw.upgrade(port, "/ws/runs/" + target.run, "Host: " + host, "Origin: http://" + host))
                    .isIn(400, 421);
        }
        assertThat(Raw.send(port, "", "GET /login HTTP/1.1", "Host: evil.example")
                        .body())
                .contains("unknown-host", "NETLOOM_HOSTS");
        for (String host : List.of("localhost", "LOCALHOST:" + port, "127.0.0.1", "[::1]:" + port, "10.1.2.3:80")) {
            assertThat(Raw.send(port, "", "GET /login HTTP/1.1", "Host: " + host)
                            .status())
                    .as(host)
                    .isEqualTo(200);
        }
    }

    @Test
    void aForwardedHostOrSchemeOfNoProxyIsNotBelieved() {
        Raw.Answer answer = Raw.send(
                port,
                "",
                "GET /runs HTTP/1.0",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example;proto=https");
        assertThat(answer.text()).doesNotContain("evil.example");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void pathsLeadNowhereElse() {
        String cookie = "Cookie: " + target.session(target.ada);
        String run = "/api/v1/runs/" + target.run;
        for (String start : List.of(
                "/",
                "/VAADIN/",
                "/VAADIN/static/",
                "/VAADIN/build/",
                "/fonts/",
                "/error/",
                run + "/files/",
                run + "/downloads/",
                "/api/v1/datasets/",
                "/api/v1/templates/")) {
            for (String way : List.of(
                    "../../../../etc/passwd",
                    "..\\..\\..\\etc\\passwd",
                    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                    "..%2f..%2f..%2fetc%2fpasswd",
                    "..%5c..%5c..%5cetc%5cpasswd",
                    "%252e%252e%252f%252e%252e%252fetc%252fpasswd",
                    "..;/..;/..;/etc/passwd",
                    ";/../application.properties",
                    "application.properties",
                    "../application.properties",
                    "WEB-INF/web.xml",
                    "%2e%2e/BOOT-INF/classes/application.properties",
                    "%c0%ae%c0%ae/etc/passwd",
                    "..%00/etc/passwd",
                    "db/migration/V001__accounts_and_workspaces.sql")) {
                for (String who : List.of(cookie, "Authorization: Bearer " + target.ada.token)) {
                    Raw.Answer answer = Raw.send(port, "", "GET " + start + way + " HTTP/1.0", who);
                    assertThat(answer.body())
                            .as(start + way)
                            .doesNotContain("root:", "spring.application.name", "create table", "<web-app");
                    if (start.startsWith("/api") || start.startsWith("/VAADIN")) {
                        assertThat(answer.status()).as(start + way).isBetween(400, 405);
                    }
                }
            }
        }
    }

    @Test
    void twoReadingsOfOneRequestAreRefused() {
        String line = "POST /api/v1/workspaces/" + target.ada.workspace
                + "/projects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + target.ada.token
                + "\r\nContent-Type: application/json\r\n";
        for (String lengths : List.of(
                "Content-Length: 2\r\nContent-Length: 20\r\n",
                "Content-Length: 2, 20\r\n",
                "Content-Length: -2\r\n",
                "Content-Length: +2\r\n",
                "Content-Length: 2x\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n")) {
            Raw.Answer answer = Raw.write(port, line + lengths + "Connection: close\r\n\r\n{}");
            assertThat(answer.status()).as(lengths).isIn(400, 501);
        }
        assertThat(Raw.write(
                                port,
                                "GET /login HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(Raw.write(
                                port,
                                "GET http://evil.example/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isIn(400, 421);
    }

    @Test
    void headersAndAddressesEndSomewhere() {
        assertThat(Raw.send(port, "", "GET /login HTTP/1.0", "X-Long: " + "x".repeat(70_000))
                        .status())
                .isIn(400, 431);
        assertThat(Raw.send(port, "", "GET /login?" + "x".repeat(70_000) + " HTTP/1.0")
                        .status())
                .isIn(400, 414);
    }

    @Test
    void aForgedLineInAHeaderStaysOut() {
        for (String forged : List.of(
                "%0d%0aSet-Cookie:%20evil=1",
                "%E5%98%8A%E5%98%8DSet-Cookie:%20evil=1", "\u560a\u560dSet-Cookie: evil=1")) {
            for (String path : List.of(
                    "/login?continue=" + forged, "/" + forged, "/api/v1/projects/" + forged, "/logout?" + forged)) {
                Raw.Answer answer = Raw.send(port, "", "GET " + path.replace(" ", "%20") + " HTTP/1.0");
                assertThat(answer.headers("Set-Cookie")).as(path).noneMatch(cookie -> cookie.contains("evil"));
            }
        }
    }

    @Test
    void signingInLeadsToNoOtherSite() {
        for (String to : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "https:evil.example",
                "%2f%2fevil.example")) {
            for (String name : List.of(
                    "continue", "redirect", "redirect_uri", "url", "next", "returnTo", "spring-security-redirect")) {
                Target.Visit visit = target.visit();
                Raw.send(port, "", "GET /login?" + name + "=" + to + " HTTP/1.0", "Cookie: " + visit.cookie());
                Raw.Answer first =
                        Raw.send(port, "", "GET /runs?" + name + "=" + to + " HTTP/1.0", "Cookie: " + visit.cookie());
                assertThat(first.header("Location").orElse(""))
                        .doesNotContain("evil.example/")
                        .doesNotStartWith("//");
            }
        }
        Target.Visit visit = target.visit();
        Raw.send(port, "", "GET //evil.example/%2e%2e HTTP/1.0", "Cookie: " + visit.cookie());
        Raw.Answer signedIn = target.signIn(visit, target.ada, target.ada.password, "X-Forwarded-Host: evil.example");
        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.header("Location").orElseThrow())
                .doesNotContain("//evil")
                .satisfiesAnyOf(
                        to -> assertThat(to).matches("/([^/\\\\].*)?"),
                        to -> assertThat(to).startsWith("http://localhost:" + port + "/"));
    }
}
