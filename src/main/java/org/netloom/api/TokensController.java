package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Open;
import org.netloom.workspace.TokenScope;
import org.netloom.workspace.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/tokens", produces = "application/json")
@Tag(name = "Tokens", description = "How programs sign in.")
class TokensController {

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @Schema(name = "NewToken")
    record NewToken(
            @Schema(description = "What it is for.", example = "nightly training") @Nullable
            String name,

            @Schema(
                    description = "What it may do; `write` if missing.",
                    allowableValues = {"read", "write"})
            @Nullable
            String scope,

            @Schema(description = "After how many days it ends; never if missing.", example = "90") @Nullable
            Integer expiresInDays) {}

    @Schema(name = "IssuedToken")
    record IssuedView(
            @Schema(description = "Shown this one time; send it as `Authorization: Bearer …`.")
            String token,

            UUID id,
            String name,

            @Schema(allowableValues = {"read", "write"}) String scope,

            @Schema(description = "Null: never.") @Nullable Instant expiresAt) {}

    @Schema(name = "Token")
    record TokenView(
            UUID id,
            String name,

            @Schema(allowableValues = {"read", "write"}) String scope,

            Instant createdAt,

            @Schema(description = "Null: never.") @Nullable Instant expiresAt,

            @Schema(description = "To the minute. Null: not yet.") @Nullable
            Instant usedAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "password")
    @Open(to = Open.To.SIGNED_IN, because = "a token speaks only for the account whose password was sent")
    @Operation(
            summary = "Ask for a token",
            description =
                    "The one call that takes e-mail address and password (HTTP Basic). A token makes no other tokens.")
    IssuedView createToken(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewToken.class)))
                    @org.springframework.web.bind.annotation.RequestBody(required = false)
                    @Nullable
                    String body) {
        ObjectNode wanted = Body.object(body == null || body.isBlank() ? "{}" : body);
        Body.only(wanted, Set.of("name", "scope", "expiresInDays"));
        TokenScope scope = Body.choice(wanted, "scope", TokenScope.class).orElse(TokenScope.WRITE);
        Tokens.Issued issued = Refused.unless(tokens.issue(
                Body.text(wanted, "name").orElse(""),
                scope,
                Body.wholeNumber(wanted, "expiresInDays").orElse(null)));
        Tokens.Token token = issued.token();
        return new IssuedView(issued.secret(), token.id(), token.name(), name(token.scope()), token.expiresAt());
    }

    @GetMapping
    @Open(to = Open.To.SIGNED_IN, because = "everybody sees their own only")
    @Operation(
            summary = "Your tokens",
            description = "Those that can be used, the newest first; never the tokens themselves.")
    List<TokenView> listTokens() {
        return tokens.mine().stream()
                .map(each -> new TokenView(
                        each.id(), each.name(), name(each.scope()), each.createdAt(), each.expiresAt(), each.usedAt()))
                .toList();
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(to = Open.To.SIGNED_IN, because = "everybody revokes their own only")
    @Operation(summary = "Revoke a token", description = "It ends at once.")
    void revokeToken(@PathVariable UUID token) {
        tokens.revoke(token);
    }

    private static String name(TokenScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
