package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.security.Calls.Call;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Ways out of where files are handed out, at every place of every address that hands something out. */
class DownloadAttacksTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

    private static final List<String> WAYS = List.of(
            "..",
            "../..",
            "../../../../../../etc/passwd",
            "..\\..\\..\\..\\etc\\passwd",
            "..%5c..%5c..%5cetc%5cpasswd",
            "%2e%2e",
            "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "..%2f..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e%2f%2e%2e%2fapplication.properties",
            "%252e%252e%252f%252e%252e%252fetc%252fpasswd",
            "%25252e%25252e%25252fetc%25252fpasswd",
            "%c0%ae%c0%ae%c0%afetc%c0%afpasswd",
            "%e0%80%ae%e0%80%ae/etc/passwd",
            "%uff0e%uff0e/etc/passwd",
            "..;/..;/..;/etc/passwd",
            ";/../../application.properties",
            "..%3b/..%3b/etc/passwd",
            "x;jsessionid=1",
            "....//....//etc/passwd",
            "..%00/etc/passwd",
            "x%00.png",
            "x%0d%0aSet-Cookie:%20a=b",
            "file:///etc/passwd",
            "http://localhost/",
            "%2fetc%2fpasswd",
            "//etc/passwd",
            "classpath:application.properties",
            "WEB-INF/web.xml",
            "META-INF/MANIFEST.MF",
            "BOOT-INF/classes/application.properties",
            "$%7bjava.version%7d",
            "%23%7b7*7%7d");

    private final Target target = Target.shared();
    private final Belongings adas = new Belongings(target, target.ada, target.project, target.run);
    private final String token = "Authorization: Bearer " + target.ada.token;
    private final String cookie = "Cookie: " + target.session(target.ada);
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> before = target.state();
    private int tried;

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    /** Everything that answers GET, as the running program lists it: what is a download and what is not changes. */
    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        target.server
                .context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().stream()
                        .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                                || info.getMethodsCondition().getMethods().stream()
                                        .anyMatch(verb -> verb.name().equals("GET")))
                        .forEach(info -> addresses.addAll(info.getPatternValues())));
        target.server
                .context()
                .getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> addresses.addAll(mapping.getHandlerMap().keySet()));
        // What Vaadin and the shared pages answer below the one address that they have.
        addresses.addAll(List.of(
                "/VAADIN/{path}",
                "/VAADIN/build/{path}",
                "/VAADIN/static/{path}",
                "/VAADIN/dynamic/{path}",
                "/VAADIN/push/{path}",
                "/fonts/{path}",
                "/shared/{secret}",
                "/join/{secret}",
                "/icons/{path}",
                "/themes/{path}"));
        return addresses;
    }

    @Test
    void noPlaceInAnAddressLeadsElsewhere() {
        Set<String> addresses = addresses();
        assertThat(addresses)
                .contains(
                        "/api/v1/runs/{run}/export",
                        "/api/v1/runs/{run}/samples/{epoch}.png",
                        "/api/v1/workspaces/{workspace}/audit.csv",
                        "/v3/api-docs.yaml",
                        "/**");
        for (String address : addresses) {
            String open = address.replace("/**", "/{path}");
            Matcher places = PLACE.matcher(open);
            while (places.find()) {
                String before = filled(open.substring(0, places.start()));
                String after = filled(open.substring(places.end()));
                WAYS.forEach(way -> attack(before + way + after));
            }
            WAYS.forEach(way -> attack(filled(open) + "/" + way));
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(4000);
    }

    @Test
    void noQueryOfADownloadNamesAFile() {
        for (Call call : Calls.of(target)) {
            if (call.verb().equals("GET")) {
                for (String query : call.queries()) {
                    WAYS.stream()
                            .filter(way -> !way.contains("\\"))
                            .forEach(way -> attack(call.at(adas.ids()) + "?" + query + "=" + way));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    private String filled(String address) {
        return PLACE.matcher(address)
                .replaceAll(
                        place -> adas.find(place.group(1)).orElse(place.group(1).equals("epoch") ? "1" : "iris"));
    }

    private void attack(String address) {
        for (String who : address.startsWith("/api") || address.startsWith("/ws")
                ? List.of(token, cookie)
                : List.of(cookie, "X: y")) {
            tried++;
            Raw.Answer answer = Raw.send(target.server.port(), "", "GET " + address + " HTTP/1.0", who, "Accept: */*");
            String body = answer.body();
            if (body.contains("root:")
                    || body.contains("spring.application.name")
                    || body.contains("Manifest-Version")
                    || body.contains("create table")
                    || body.contains("<web-app")
                    || !answer.headers("Set-Cookie").stream().allMatch(set -> set.startsWith("NETLOOM_SESSION="))
                    || answer.header("Location").filter(to -> !isHere(to)).isPresent()
                    || answer.status() >= 500
                    || answer.status() == 0) {
                wrong.add(address + ": "
                        + answer.text().substring(0, Math.min(400, answer.text().length())));
            }
        }
    }

    private boolean isHere(String location) {
        return location.startsWith("http://localhost:" + target.server.port() + "/")
                || location.matches("/([^/\\\\].*)?");
    }
}
