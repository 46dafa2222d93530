package org.netloom.workspace;

import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.StoreFixture;
import org.netloom.workspace.store.TokenStore;
import org.netloom.workspace.store.WorkspaceStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The workspace module by hand, on a database of its own. */
final class WorkspaceFixture {

    static final String PASSWORD = "correct horse battery";

    final TestDatabase database = TestDatabase.fresh();
    final AccountStore store = StoreFixture.accounts(database.jdbc());
    final TokenStore tokenStore = StoreFixture.tokens(database.jdbc());
    final WorkspaceStore workspaces = StoreFixture.workspaces(database.jdbc());
    final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    final ObjectProvider<Pass> passes = beans.getBeanProvider(Pass.class);
    final Accounts accounts = new Accounts(store, new BCryptPasswordEncoder(4), database.transaction());
    final Access access = new AccountAccess(store, workspaces, passes);
    final Tokens tokens = new Tokens(tokenStore, access);

    Person first() {
        return accounts.createFirst("ada@example.org", "Ada", PASSWORD).get();
    }

    Person member(UUID workspace, Role role) {
        UUID account = UUID.randomUUID();
        store.addAccount(account, account + "@example.org", role.name(), "{noop}unused", false);
        store.addMember(workspace, account, role);
        return store.person(account, 0).orElseThrow();
    }

    /** The one that was made for the person. */
    UUID workspaceOf(Person person) {
        return workspaces.of(person.account()).getFirst().id();
    }

    static void signIn(Person person) {
        signIn(SignedIn.inBrowser(person.account(), person.email(), 0, null));
    }

    static void signIn(SignedIn principal) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
