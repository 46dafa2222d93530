package org.netloom.workspace;

import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

@Service
class AccountAccess implements Access {

    private final AccountStore accounts;

    AccountAccess(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return accounts.person(signedIn.account());
        }
        return Optional.empty();
    }

    @Override
    public Person require(UUID workspace, Role atLeast) {
        Person person = current().orElseThrow(AccessRefused::notSignedIn);
        if (!person.workspace().equals(workspace)) {
            throw AccessRefused.otherWorkspace();
        }
        if (!person.role().atLeast(atLeast)) {
            throw AccessRefused.roleTooLow(person.role(), atLeast);
        }
        return person;
    }
}
