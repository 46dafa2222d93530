package org.netloom.security;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netloom.format.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every call that the description of the API lists, with a body as it should be. A test holds the description against the code. */
final class Calls {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    /** Whoever adds a call with a body says here what is right. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("POST /api/v1/tokens", "{\"name\": \"laptop\", \"scope\": \"read\", \"expiresInDays\": 7}"),
            entry("PATCH /api/v1/account", "{\"name\": \"Ada L.\"}"),
            entry(
                    "POST /api/v1/account/password",
                    "{\"oldPassword\": \"correct horse battery\", \"newPassword\": \"another horse battery\"}"),
            entry("POST /api/v1/join", "{\"secret\": \"none\"}"),
            entry("POST /api/v1/invitations", "{\"email\": \"new@example.org\", \"expiresInDays\": 7}"),
            entry(
                    "POST /api/v1/workspaces/{workspace}/invitations",
                    "{\"role\": \"viewer\", \"email\": \"new@example.org\", \"expiresInDays\": 7}"),
            entry(
                    "POST /api/v1/workspaces/{workspace}/members",
                    "{\"email\": \"nobody@example.org\", \"role\": \"viewer\"}"),
            entry("PATCH /api/v1/workspaces/{workspace}/members/{account}", "{\"role\": \"viewer\"}"),
            entry("POST /api/v1/workspaces", "{\"name\": \"Lab\"}"),
            entry("PATCH /api/v1/workspaces/{workspace}", "{\"name\": \"Lab\"}"),
            entry("POST /api/v1/workspaces/{workspace}/projects", "{\"name\": \"New\", \"template\": \"xor-2-2-1\"}"),
            entry("PATCH /api/v1/projects/{project}", "{\"name\": \"Renamed\"}"),
            entry("PUT /api/v1/projects/{project}/design", "{\"version\": 2, \"layers\": [], \"wires\": []}"),
            entry("PUT /api/v1/projects/{project}/plan", "{\"epochs\": 3, \"loss\": \"mse\"}"),
            entry(
                    "POST /api/v1/projects/{project}/edits",
                    "{\"kind\": \"rename\", \"layer\": \"output\", \"name\": \"out\"}"),
            entry("POST /api/v1/projects/{project}/runs", "{\"name\": \"again\", \"epochs\": 3}"),
            entry("POST /api/v1/projects/{project}/comments", "{\"text\": \"Why?\"}"),
            entry("POST /api/v1/runs/{run}/comments", "{\"text\": \"Why?\"}"),
            entry("PATCH /api/v1/comments/{comment}", "{\"text\": \"Why not?\"}"),
            entry("PUT /api/v1/projects/{project}/notes", "{\"text\": \"Noted\"}"),
            entry("PUT /api/v1/runs/{run}/notes", "{\"text\": \"Noted\"}"),
            entry("PUT /api/v1/projects/{project}/tags", "{\"tags\": [\"baseline\"]}"),
            entry("PUT /api/v1/runs/{run}/tags", "{\"tags\": [\"baseline\"]}"),
            entry("POST /api/v1/projects/{project}/links", "{\"term\": \"day\"}"),
            entry("POST /api/v1/runs/{run}/links", "{\"term\": \"day\"}"),
            entry("POST /api/v1/projects/{project}/move", "{\"workspace\": \"{workspace}\"}"),
            entry("POST /api/v1/projects/{project}/copy", "{\"workspace\": \"{workspace}\"}"),
            entry("PUT /api/v1/administration/quotas/{tenant}", "{\"waitingRuns\": 5}"));

    private Calls() {}

    /** @param queries names of its query parameters */
    record Call(String verb, String path, boolean hasBody, List<String> queries) {

        Set<String> places() {
            Set<String> places = new LinkedHashSet<>();
            Matcher matcher = PLACE.matcher(path);
            while (matcher.find()) {
                places.add(matcher.group(1));
            }
            return places;
        }

        String at(UnaryOperator<String> ids) {
            return PLACE.matcher(path).replaceAll(place -> Matcher.quoteReplacement(ids.apply(place.group(1))));
        }

        /** As it should be; empty where there is none. */
        String body(UnaryOperator<String> ids) {
            String body = BODIES.getOrDefault(toString(), "");
            if (hasBody && body.isEmpty()) {
                throw new AssertionError("say in Calls what the body of " + this + " may be");
            }
            return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(ids.apply(place.group(1))));
        }

        ObjectNode object(UnaryOperator<String> ids) {
            return (ObjectNode) Json.parseOwn(body(ids));
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Call> of(Target target) {
        JsonNode api = target.sent(target.ada, "GET", "/v3/api-docs", "");
        List<Call> calls = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(call -> VERBS.contains(call.getKey()))
                        .forEach(call -> calls.add(new Call(
                                call.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                call.getValue().has("requestBody"),
                                queries(call.getValue())))));
        return calls;
    }

    private static List<String> queries(JsonNode call) {
        List<String> names = new ArrayList<>();
        call.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }
}
