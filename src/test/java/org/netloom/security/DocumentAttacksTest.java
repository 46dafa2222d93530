package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents that are made to hurt whoever reads, checks or stores them. */
class DocumentAttacksTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Target target = Target.shared();
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    private void refused(String document, int... statuses) {
        long start = System.nanoTime();
        Raw.Answer answer = target.call(
                target.ada,
                "PUT",
                "/api/v1/projects/" + target.project + "/design",
                document,
                "If-Match: " + revision());
        assertThat(statuses).as(answer.text()).contains(answer.status());
        assertThat(answer.body())
                .as(answer.text())
                .contains("\"code\"", "\"fix\"")
                .hasSizeLessThan(100_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    private String revision() {
        return target.call(target.ada, "GET", "/api/v1/projects/" + target.project + "/design", "")
                .header("ETag")
                .orElseThrow();
    }

    private static String design(String layers, String wires) {
        return "{\"version\": 2, \"layers\": [" + layers + "], \"wires\": [" + wires + "]}";
    }

    private static String layer(String id, String type, String parameters) {
        return "{\"id\": \"" + id + "\", \"type\": \"" + type + "\", \"parameters\": {" + parameters + "}}";
    }

    @Test
    void aMillionLayersAreTooMany() {
        refused(
                design(
                        IntStream.range(0, 400_000)
                                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"type\":\"dense\"}")
                                .collect(Collectors.joining(",")),
                        ""),
                413,
                422,
                400);
        refused(
                design(
                        IntStream.range(0, 1_000_000)
                                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"type\":\"dense\"}")
                                .collect(Collectors.joining(",")),
                        ""),
                413);
        refused(
                design(
                        IntStream.range(0, 19_000)
                                .mapToObj(i -> layer("a" + i, "dense", ""))
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, 18_999)
                                .mapToObj(i -> "{\"from\": \"a" + i + "\", \"to\": \"a" + (i + 1) + "\"}")
                                .collect(Collectors.joining(","))),
                400,
                409,
                422);
    }

    @Test
    void aBillionParametersAreTooMany() {
        refused(
                design(
                        layer("in", "input", "\"shape\": [1000000]") + "," + layer("d", "dense", "\"units\": 1000000")
                                + "," + layer("e", "dense", "\"units\": 1000000"),
                        "{\"from\": \"in\", \"to\": \"d\"}, {\"from\": \"d\", \"to\": \"e\"}"),
                400,
                409,
                422);
    }

    @Test
    void blocksInBlocksDoNotMultiply() {
        String blocks = IntStream.range(0, 12)
                .mapToObj(i -> "{\"id\": \"b" + i + "\", \"name\": \"b" + i + "\", \"layers\": ["
                        + "{\"id\": \"in\", \"type\": \"block-input\"}, {\"id\": \"out\", \"type\": \"block-output\"}, "
                        + (i == 0
                                ? layer("x", "dense", "\"units\": 8")
                                : layer("x", "block:b" + (i - 1), "\"repeat\": 100"))
                        + "], \"wires\": [{\"from\": \"in\", \"to\": \"x\"}, {\"from\": \"x\", \"to\": \"out\"}]}")
                .collect(Collectors.joining(","));
        refused(
                "{\"version\": 2, \"layers\": [" + layer("in", "input", "\"shape\": [8]") + ","
                        + layer("bomb", "block:b11", "\"repeat\": 100")
                        + "], \"wires\": [{\"from\": \"in\", \"to\": \"bomb\"}], \"blocks\": ["
                        + blocks + "]}",
                400,
                409,
                422);
    }

    @Test
    void aBlockInItselfIsRefused() {
        refused(
                "{\"version\": 2, \"layers\": [], \"wires\": [], \"blocks\": ["
                        + "{\"id\": \"a\", \"name\": \"a\", \"layers\": [" + layer("x", "block:b", "")
                        + "], \"wires\": []},"
                        + "{\"id\": \"b\", \"name\": \"b\", \"layers\": [" + layer("x", "block:a", "")
                        + "], \"wires\": []}]}",
                400,
                409,
                422);
    }

    @Test
    void bombsInJsonDoNotGoOff() {
        refused("[".repeat(100_000) + "]".repeat(100_000), 400, 422);
        refused("{\"layers\": " + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}", 400, 422);
        refused(design(layer("a", "dense", "\"units\": " + "9".repeat(1_000_000)), ""), 400, 422);
        refused(design(layer("a", "dense", "\"units\": 1e999999999"), ""), 400, 422);
        refused(design(layer("a", "dense", "\"units\": NaN"), ""), 400, 422);
        refused(design(layer("a", "dense", "\"units\": -Infinity"), ""), 400, 422);
        refused(design("{\"id\": \"a\", \"type\": \"dense\", \"x\": 1e400}", ""), 400, 422);
        refused("{\"layers\": [], \"layers\": [], \"wires\": []}", 400, 422);
        refused(design("{\"id\": \"a\", \"id\": \"b\", \"type\": \"dense\"}", ""), 400, 422);
        refused("\u0000", 400, 422);
    }

    @Test
    void namesAndIdsHaveBounds() {
        String long1 = "n".repeat(1_000_001);
        refused(design("{\"id\": \"a\", \"type\": \"dense\", \"name\": \"" + long1 + "\"}", ""), 400, 422);
        refused(
                design("{\"id\": \"a\", \"type\": \"dense\", \"name\": \"" + "n".repeat(900_000) + "\"}", ""),
                400,
                422);
        refused(design(layer("i".repeat(5000), "dense", ""), ""), 400, 422);
        refused(design(layer("a", "../../etc/passwd", ""), ""), 400, 422);
        refused(design(layer("a", "dense", "\"" + "p".repeat(100_000) + "\": 1"), ""), 400, 422);
        refused(design(layer("a", "dense", "\"activation\": \"" + "p".repeat(100_000) + "\""), ""), 400, 422);
        refused(
                design(
                        layer(
                                "a",
                                "dense",
                                IntStream.range(0, 100_000)
                                        .mapToObj(i -> "\"p" + i + "\": 1")
                                        .collect(Collectors.joining(","))),
                        ""),
                400,
                422);
        refused(design(layer("a", "dense", "\"units\": [" + "1,".repeat(200_000) + "1]"), ""), 400, 422);
        refused(design(layer("a", "dense", "") + "," + layer("a", "dense", ""), ""), 400, 422);
        refused(design(layer("a", "dense", ""), "{\"from\": \"a\", \"to\": \"a\"}"), 400, 422);
    }

    @Test
    void hugeFieldsOfAProjectAreRefused() {
        for (String body : new String[] {
            "{\"name\": \"" + "n".repeat(500_000) + "\"}",
            "{\"name\": {\"$ne\": null}}",
            "{\"name\": \"x\", \"workspace\": \"" + target.ada.workspace + "\"}",
            "{\"name\": \"x\", \"template\": \"../../xor\"}"
        }) {
            Raw.Answer answer =
                    target.call(target.ada, "POST", "/api/v1/workspaces/" + target.ada.workspace + "/projects", body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
            assertThat(answer.body()).contains("\"code\"").hasSizeLessThan(5000);
        }
    }

    @Test
    void aBodyThatDoesNotEndIsRefused() {
        Raw.Answer answer = Raw.send(
                target.server.port(),
                "x",
                "POST /api/v1/workspaces/" + target.ada.workspace + "/projects HTTP/1.1",
                "Authorization: Bearer " + target.ada.token,
                "Content-Type: application/json",
                "Content-Length: 900000000000");
        assertThat(answer.status()).isEqualTo(413);
    }
}
