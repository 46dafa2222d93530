package org.netloom.workspace;

import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.StoreFixture;
import org.netloom.workspace.store.TokenStore;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The workspace module by hand, on a database of its own. */
final class WorkspaceFixture {

    static final String PASSWORD = "correct horse battery";

    final TestDatabase database = TestDatabase.fresh();
    final AccountStore store = StoreFixture.accounts(database.jdbc());
    final TokenStore tokenStore = StoreFixture.tokens(database.jdbc());
    final Accounts accounts = new Accounts(store, new BCryptPasswordEncoder(4), database.transaction());
    final Access access = new AccountAccess(store);
    final Tokens tokens = new Tokens(tokenStore, access);

    Person first() {
        return accounts.createFirst("ada@example.org", "Ada", PASSWORD).get();
    }

    Person member(UUID workspace, Role role) {
        UUID account = UUID.randomUUID();
        store.addAccount(account, account + "@example.org", role.name(), "{noop}unused");
        store.addMember(workspace, account, role);
        return store.person(account).orElseThrow();
    }

    static void signIn(Person person) {
        signIn(new SignedIn(person.account(), person.email(), null));
    }

    static void signIn(SignedIn principal) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
