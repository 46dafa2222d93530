package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Open;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.Person;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/account", produces = "application/json")
@Tag(name = "Your account", description = "The account that your token speaks for.")
class OwnAccountController {

    private final OwnAccount own;
    private final Access access;

    OwnAccountController(OwnAccount own, Access access) {
        this.own = own;
        this.access = access;
    }

    @Schema(name = "Person")
    record PersonView(UUID account, String email, String name, boolean administrator) {
        static PersonView of(Person person) {
            return new PersonView(person.account(), person.email(), person.name(), person.administrator());
        }
    }

    @Schema(name = "NewName")
    record NewName(String name) {}

    @Schema(name = "NewPassword")
    record NewPassword(
            String oldPassword,

            @Schema(description = "At least 10 characters, at most 72 bytes.")
            String newPassword) {}

    @GetMapping
    @Open(to = Open.To.SIGNED_IN, because = "it is about the own account")
    @Operation(summary = "Who you are")
    PersonView account() {
        return PersonView.of(access.signedIn(false));
    }

    @PatchMapping
    @Open(to = Open.To.SIGNED_IN, because = "everybody names themselves")
    @Operation(summary = "Change your name")
    PersonView renameAccount(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewName.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("name"));
        return PersonView.of(Refused.unless(own.rename(Body.text(wanted, "name").orElse(""))));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(to = Open.To.SIGNED_IN, because = "everybody changes their own, and must know the old one")
    @Operation(
            summary = "Change your password",
            description = "Ends every browser session and forgets remembered browsers; tokens stay.")
    void changePassword(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewPassword.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body,
            HttpServletRequest request) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("oldPassword", "newPassword"));
        Refused.unless(own.changePassword(
                Body.text(wanted, "oldPassword").orElse(""),
                Body.text(wanted, "newPassword").orElse(""),
                request.getRemoteAddr()));
    }

    @PostMapping("/sign-out-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(to = Open.To.SIGNED_IN, because = "everybody ends their own sessions")
    @Operation(
            summary = "Sign out everywhere",
            description =
                    "Ends every browser session and forgets remembered browsers. Tokens stay; revoke them one by one.")
    void signOutEverywhere() {
        own.signOutEverywhere();
    }
}
