package org.netloom.workspace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.WorkspaceStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

@Service
class AccountAccess implements Access {

    private final AccountStore accounts;
    private final WorkspaceStore workspaces;
    private final ObjectProvider<Pass> passes;

    AccountAccess(AccountStore accounts, WorkspaceStore workspaces, ObjectProvider<Pass> passes) {
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.passes = passes;
    }

    @Override
    public Optional<Person> current() {
        return principal().flatMap(signedIn -> accounts.person(signedIn.account(), signedIn.epoch(), signedIn.token()));
    }

    @Override
    public boolean allows(Place place, Action action) {
        return refusal(place, action) == null;
    }

    @Override
    public void check(Place place, Action action) {
        AccessRefused refusal = refusal(place, action);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public Person require(Place place, Action action) {
        Person person = current().orElseThrow(AccessRefused::notSignedIn);
        AccessRefused refusal = refusal(person, place, action);
        if (refusal != null) {
            throw refusal;
        }
        return person;
    }

    @Override
    public Person signedIn(boolean change) {
        Person person = current().orElseThrow(AccessRefused::notSignedIn);
        if (change && isReadToken()) {
            throw AccessRefused.readOnlyToken();
        }
        return person;
    }

    @Override
    public Person administrator() {
        Person person = signedIn(true);
        if (!person.administrator()) {
            throw AccessRefused.notAdministrator();
        }
        return person;
    }

    private @Nullable AccessRefused refusal(Place place, Action action) {
        Optional<Person> person = current();
        AccessRefused refusal = person.isPresent() ? refusal(person.get(), place, action) : AccessRefused.notSignedIn();
        return refusal != null && !action.isChange() && passes.stream().anyMatch(pass -> pass.opens(place, action))
                ? null
                : refusal;
    }

    private @Nullable AccessRefused refusal(Person person, Place place, Action action) {
        Standing standing = workspaces.standing(place, person.account());
        Role role = standing.role().orElse(null);
        if (role == null || standing.deleted()) {
            return AccessRefused.otherWorkspace();
        }
        if (!role.atLeast(action.least())) {
            return AccessRefused.roleTooLow(role, action.least());
        }
        if (action.isChange() && isReadToken()) {
            return AccessRefused.readOnlyToken();
        }
        return action.isChange() && action != Action.MANAGE ? putAway(standing) : null;
    }

    private static @Nullable AccessRefused putAway(Standing standing) {
        if (standing.archived()) {
            return AccessRefused.archived();
        }
        return standing.projectArchived() ? AccessRefused.projectArchived() : null;
    }

    private static Optional<SignedIn> principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private static boolean isReadToken() {
        return principal().map(signedIn -> signedIn.scope() == TokenScope.READ).orElse(false);
    }
}
