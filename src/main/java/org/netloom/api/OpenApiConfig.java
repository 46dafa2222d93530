package org.netloom.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.netloom.training.RunLimits;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API that is served at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    private static final String TOKEN = "token";
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request cannot be read.",
            "401", "Nobody is signed in.",
            "403", "The role is too low.",
            "404", "There is nothing at this address, or not for you.",
            "409", "It cannot be done in the state things are in.",
            "422", "It was understood, but has problems.",
            "500", "Something went wrong; the document has a reference to the log.");

    static {
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
        SpringDocUtils.getConfig().replaceWithClass(ObjectNode.class, Object.class);
    }

    @Bean
    OpenAPI apiDescription(RunLimits limits) {
        return new OpenAPI()
                .info(new Info().title("Netloom").version(limits.version()).description("""
                        Everything a person does in the browser, for programs. Ask for a token with HTTP Basic at POST /api/v1/tokens and send it \
                        as `Authorization: Bearer …` with every other call, this description included: nothing is readable without signing in. \
                        A signed-in browser session may read, too. Refusals are RFC 9457 problem documents that say what happened, what was \
                        expected and how to fix it.

                        Live frames of a run: WebSocket /ws/runs/{run}?after={sequence} sends `points`, `restart`, `samples` and `state` as JSON text; \
                        `sequence` in each is what to connect again with. Nothing is lost or sent twice.

                        Live edits of a design: WebSocket /ws/projects/{project}?after={revision} sends `{"revision", "by", "kind", "edit"}`, as \
                        GET …/edits lists them; `revision` is what to connect again with."""))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                "password",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer refusalsInDescription() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(new AnnotatedType(ProblemDocument.class))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiConfig::addRefusals));
        };
    }

    private static void addRefusals(Operation operation) {
        REFUSALS.forEach((status, meaning) -> {
            ApiResponse known = operation.getResponses().get(status);
            operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(known == null ? meaning : known.getDescription())
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/Problem")))));
        });
    }
}
