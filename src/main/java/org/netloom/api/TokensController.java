package org.netloom.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands out tokens to whoever signs in with HTTP Basic; the one call of the API that takes a password. */
@RestController
class TokensController {

    /** @param name what the token is for, shown where tokens are listed */
    record NewToken(@Nullable String name) {}

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> issue(@RequestBody(required = false) @Nullable NewToken wanted) {
        String name = wanted == null || wanted.name() == null ? "API" : wanted.name();
        return Map.of("token", tokens.issue(name));
    }
}
