package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description that programs are written from is held against what is really there. */
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private final ApiServer server = ApiServer.shared();
    private final JsonNode api = server.client().get("/v3/api-docs").json();

    private Set<String> described() {
        Set<String> calls = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(VERBS::contains)
                        .forEach(verb -> calls.add(verb + " " + path.getKey())));
        return calls;
    }

    @Test
    void describesExactlyTheCallsThereAre() {
        Set<String> mapped = new TreeSet<>();
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.netloom")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues()
                                .forEach(path -> mapped.add(verb.name().toLowerCase(Locale.ROOT) + " " + path)));
            }
        });
        assertThat(described()).isEqualTo(mapped);
    }

    @Test
    void hasTheCallsOfTheContract() {
        assertThat(described())
                .contains(
                        "post /api/v1/tokens",
                        "get /api/v1/system",
                        "get /api/v1/layers",
                        "get /api/v1/templates",
                        "get /api/v1/workspaces",
                        "post /api/v1/workspaces",
                        "get /api/v1/workspaces/{workspace}/members",
                        "post /api/v1/workspaces/{workspace}/members",
                        "get /api/v1/workspaces/{workspace}/projects",
                        "post /api/v1/workspaces/{workspace}/projects",
                        "get /api/v1/projects/{project}/design",
                        "put /api/v1/projects/{project}/design",
                        "get /api/v1/projects/{project}/check",
                        "get /api/v1/projects/{project}/plan",
                        "put /api/v1/projects/{project}/plan",
                        "get /api/v1/workspaces/{workspace}/datasets",
                        "get /api/v1/datasets/{dataset}",
                        "get /api/v1/datasets/{dataset}/preview",
                        "post /api/v1/projects/{project}/runs",
                        "get /api/v1/runs/{run}",
                        "post /api/v1/runs/{run}/stop",
                        "post /api/v1/runs/{run}/pause",
                        "post /api/v1/runs/{run}/resume",
                        "get /api/v1/workspaces/{workspace}/runs",
                        "get /api/v1/runs/{run}/metrics",
                        "get /api/v1/runs/{run}/evaluation",
                        "get /api/v1/runs/{run}/export");
    }

    @Test
    void everyCallHasASummaryAndItsOwnNameAndSaysHowItIsRefused() {
        List<String> names = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    JsonNode operation = call.getValue();
                    String where = call.getKey() + " " + path.getKey();
                    assertThat(operation.path("summary").asString("")).as(where).isNotBlank();
                    assertThat(operation.path("responses").has("401")).as(where).isTrue();
                    assertThat(operation
                                    .path("responses")
                                    .path("404")
                                    .path("content")
                                    .path("application/problem+json")
                                    .path("schema")
                                    .path("$ref")
                                    .asString(""))
                            .as(where)
                            .isEqualTo("#/components/schemas/Problem");
                    names.add(operation.path("operationId").asString());
                }));
        assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains("_"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> names = new TreeSet<>(api.path("components").path("schemas").propertyNames());
        List<String> references = api.findValuesAsString("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(names).contains(reference.substring(reference.lastIndexOf('/') + 1)));
        assertThat(names).contains("Problem", "Design", "Run", "LayerType").noneMatch(name -> name.contains("Node"));
    }

    @Test
    void saysHowProgramsSignIn() {
        Map<String, JsonNode> schemes = Map.of(
                "bearer", api.path("components").path("securitySchemes").path("token"),
                "basic", api.path("components").path("securitySchemes").path("password"));
        schemes.forEach(
                (scheme, node) -> assertThat(node.path("scheme").asString()).isEqualTo(scheme));
        assertThat(api.path("security").toString()).isEqualTo("[{\"token\":[]}]");
    }
}
