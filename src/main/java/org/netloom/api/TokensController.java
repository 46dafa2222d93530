package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Open;
import org.netloom.workspace.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Tokens", description = "How programs sign in.")
class TokensController {

    private static final int LONGEST_NAME = 100;

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @Schema(name = "NewToken")
    record NewToken(
            @Schema(description = "What it is for.", example = "nightly training") @Nullable
            String name) {}

    @Schema(name = "Token")
    record TokenView(
            @Schema(description = "Shown this one time; send it as `Authorization: Bearer …`.")
            String token) {}

    @Open(to = Open.To.SIGNED_IN, because = "a token speaks for the account that asks for it")
    @PostMapping(path = "/api/v1/tokens", produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "password")
    @Operation(
            summary = "Ask for a token",
            description = "The one call that takes e-mail address and password (HTTP Basic).")
    TokenView createToken(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewToken.class)))
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        ObjectNode wanted = Body.object(body == null || body.isBlank() ? "{}" : body);
        Body.only(wanted, Set.of("name"));
        String name = Body.text(wanted, "name").orElse("");
        if (name.length() > LONGEST_NAME) {
            throw Refused.badRequest(
                    "bad-name",
                    "The name has " + name.length() + " characters.",
                    "A token's name has at most " + LONGEST_NAME + " characters.",
                    "Send a shorter one, or none.");
        }
        return new TokenView(tokens.issue(name.isBlank() ? "API" : name.strip()));
    }
}
