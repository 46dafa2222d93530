package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.workspace.AccountDesk;
import org.netloom.workspace.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/accounts", produces = "application/json")
@Tag(name = "Accounts", description = "All accounts of this installation, for its administrators.")
class AccountsController {

    private final AccountDesk desk;

    AccountsController(AccountDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "Account")
    record AccountView(
            UUID id,
            String email,
            String name,
            boolean administrator,
            boolean disabled,
            Instant createdAt,

            @Schema(description = "When it last signed in. Null: never.") @Nullable
            Instant seenAt) {

        static AccountView of(AccountDesk.Account account) {
            return new AccountView(
                    account.id(),
                    account.email(),
                    account.name(),
                    account.administrator(),
                    account.disabled(),
                    account.createdAt(),
                    account.seenAt());
        }
    }

    @GetMapping
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(summary = "All accounts")
    List<AccountView> listAccounts() {
        return desk.all().stream().map(AccountView::of).toList();
    }

    @PostMapping("/{account}/disable")
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(
            summary = "Disable an account",
            description = "Its sessions end at once, and its tokens are worth nothing while it is disabled.")
    AccountView disableAccount(@PathVariable UUID account) {
        return answer(desk.disable(account));
    }

    @PostMapping("/{account}/enable")
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(summary = "Enable an account", description = "Its tokens work again; its sessions stay ended.")
    AccountView enableAccount(@PathVariable UUID account) {
        return answer(desk.enable(account));
    }

    @PostMapping("/{account}/make-administrator")
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(summary = "Make an account an administrator")
    AccountView makeAdministrator(@PathVariable UUID account) {
        return answer(desk.makeAdministrator(account));
    }

    @PostMapping("/{account}/unmake-administrator")
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(summary = "Make an account an ordinary one again", description = "Refused for the last administrator.")
    AccountView unmakeAdministrator(@PathVariable UUID account) {
        return answer(desk.unmakeAdministrator(account));
    }

    private static AccountView answer(Result<AccountDesk.Account> result) {
        return AccountView.of(Refused.unless(result));
    }
}
