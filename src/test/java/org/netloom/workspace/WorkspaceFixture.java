package org.netloom.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.IdentityStore;
import org.netloom.workspace.store.InvitationStore;
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

    Instant now = Instant.now();
    final TestDatabase database = TestDatabase.fresh();
    final AccountStore store = StoreFixture.accounts(database.jdbc());
    final TokenStore tokenStore = StoreFixture.tokens(database.jdbc());
    final WorkspaceStore workspaces = StoreFixture.workspaces(database.jdbc());
    final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    final ObjectProvider<Pass> passes = beans.getBeanProvider(Pass.class);
    final Accounts accounts = new Accounts(store, new BCryptPasswordEncoder(4), database.transaction());
    final Access access = new AccountAccess(store, workspaces, passes);
    final Chronicle chronicle = new Chronicle(StoreFixture.chronicle(database.jdbc()));
    final Tokens tokens =
            new Tokens(tokenStore, access, WorkspaceParts.turns(database), chronicle, database.transaction());
    final InvitationStore invitationStore = StoreFixture.invitations(database.jdbc());
    final SignInThrottle throttle =
            new SignInThrottle(StoreFixture.guesses(database.jdbc()), database.transaction(), () -> now);
    final Invitations invitations =
            new Invitations(invitationStore, access, WorkspaceParts.turns(database), chronicle, database.transaction());
    final Joining joining = new Joining(
            invitationStore, store, workspaces, accounts, access, throttle, chronicle, database.transaction());
    final IdentityStore identities = StoreFixture.identities(database.jdbc());
    final OwnAccount own =
            new OwnAccount(store, identities, accounts, access, throttle, chronicle, database.transaction());
    final AccountDesk desk = new AccountDesk(store, access, chronicle, database.transaction());

    Person first() {
        return accounts.createFirst("ada@example.org", "Ada", PASSWORD).get();
    }

    Person member(UUID workspace, Role role) {
        UUID account = UUID.randomUUID();
        store.addAccount(account, account + "@example.org", role.name(), "{noop}unused", false);
        store.addMember(workspace, account, role);
        return store.person(account, 0).orElseThrow();
    }

    Person somebody(String name) {
        return accounts.make(name + "@example.org", name, accounts.encode(PASSWORD))
                .get();
    }

    long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** What was done, oldest first. */
    List<Deed> deeds() {
        return database.jdbc()
                .sql("select deed from deed order by id")
                .query((row, index) -> Deed.valueOf(row.getString("deed")))
                .list();
    }

    /** The one that was made for the person. */
    UUID workspaceOf(Person person) {
        return workspaces.of(person.account()).getFirst().id();
    }

    static void signIn(Person person) {
        signIn(SignedIn.inBrowser(person.account(), person.email(), 0, null));
    }

    /** With a token that may not write. */
    void signInToRead(Person person) {
        signIn(person);
        String secret = tokens.issue("reading", TokenScope.READ, null).get().secret();
        signIn(tokens.find(secret).orElseThrow());
    }

    static void signIn(SignedIn principal) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
