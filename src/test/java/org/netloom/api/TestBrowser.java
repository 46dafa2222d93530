package org.netloom.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A browser as far as HTTP goes: it keeps cookies, and each step of a redirect is taken by the test. */
final class TestBrowser {

    static final String SESSION = "NETLOOM_SESSION";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String home;

    TestBrowser(ApiServer server) {
        this(server.port());
    }

    TestBrowser(int port) {
        this.home = "http://localhost:" + port;
    }

    /** An answer; where it leads, as an absolute address. */
    record Page(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String location() {
            return response.headers()
                    .firstValue("Location")
                    .map(to -> response.uri().resolve(to).toString())
                    .orElse("");
        }

        List<String> cookies() {
            return response.headers().allValues("Set-Cookie");
        }
    }

    Page get(String address) {
        return send(request(address).header("Accept", "text/html").GET());
    }

    Page post(String address, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** What an open page sends when somebody clicks. */
    Page click() {
        return send(request("/?v-r=uidl&v-uiId=0")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    Page signIn(String email, String password) {
        return post("/login", "username", email, "password", password, "remember-me", "on");
    }

    /** Whether the API knows who this is. */
    String account() {
        Page page = send(request("/api/v1/account").GET());
        return page.status() == 200 ? page.text() : "";
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void forget(String name) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create(home), cookie));
    }

    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(home), cookie);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : home + address));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            return new Page(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
