package org.netloom.workspace;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.workspace.ProviderPlans.Plan;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.IdentityStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Finds the account of whom an identity provider vouches for: by issuer and subject, never by e-mail address. An account that is there
 * is connected only by its owner, signed in; addresses of accounts here are not verified, so not even a verified one from there
 * proves whose account it is.
 */
final class ProviderSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** What the codes of our own refusals begin with. */
    static final String CODE = "provider-";

    private final ProviderSignUp signUp;
    private final IdentityStore identities;
    private final AccountStore store;
    private final Accounts accounts;
    private final Joining joining;
    private final Access access;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;
    private final OidcUserService claims = new OidcUserService();

    ProviderSignIn(
            ProviderSignUp signUp,
            IdentityStore identities,
            AccountStore store,
            Accounts accounts,
            Joining joining,
            Access access,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.signUp = signUp;
        this.identities = identities;
        this.store = store;
        this.accounts = accounts;
        this.joining = joining;
        this.access = access;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    private record Identity(
            String issuer, String subject, @Nullable String verifiedEmail, String name) {
        static Identity of(OidcUser user) {
            // The client has refused an ID token without issuer or subject before this is asked.
            String issuer = requireNonNull(user.getIdToken().getIssuer()).toString();
            String subject = requireNonNull(user.getSubject());
            String email = user.getEmail() == null ? "" : user.getEmail().strip();
            boolean verified = Boolean.TRUE.equals(user.getEmailVerified()) && AccountRules.isEmail(email);
            String name = user.getFullName() == null ? "" : user.getFullName().strip();
            String otherwise = email.isEmpty() ? subject : email.replaceAll("@.*", "");
            return new Identity(
                    issuer,
                    subject,
                    verified ? email : null,
                    AccountRules.nameProblem(name).isEmpty() ? name : otherwise);
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest userRequest) {
        OidcUser user = claims.loadUser(userRequest);
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Identity identity = Identity.of(user);
        UUID account = account(identity, ProviderPlans.take(request));
        SignedIn signedIn = accounts.signIn(account).orElseThrow(() -> refused("disabled"));
        chronicle.note(
                Deed.SIGNED_IN, account, signedIn.getUsername(), signedIn.getUsername(), request.getRemoteAddr());
        return new SignedInByProvider(signedIn, user.getIdToken());
    }

    private UUID account(Identity identity, @Nullable Plan plan) {
        Optional<UUID> known = identities.find(identity.issuer, identity.subject);
        return switch (plan) {
            case Plan.Connect(UUID account) -> connect(identity, account, known);
            case Plan.Join(UUID invitation) when known.isPresent() -> join(known.get(), invitation);
            case Plan.Join(UUID invitation) ->
                make(identity, email -> joining.signUp(invitation, email, identity.name));
            case null -> known.orElseGet(() -> signUp(identity));
        };
    }

    private UUID connect(Identity identity, UUID account, Optional<UUID> known) {
        boolean stillThere =
                access.current().map(Person::account).filter(account::equals).isPresent();
        if (!stillThere) {
            throw refused("failed");
        }
        if (known.isPresent()) {
            if (!known.get().equals(account)) {
                throw refused("taken");
            }
            return account;
        }
        transactions.executeWithoutResult(status -> connect(identity, account));
        return account;
    }

    private UUID join(UUID account, UUID invitation) {
        accounts.signIn(account)
                .flatMap(signedIn -> store.person(account, signedIn.epoch()))
                .ifPresent(person -> joining.join(invitation, person));
        return account;
    }

    private UUID signUp(Identity identity) {
        return switch (signUp) {
            case INVITED -> throw refused("unknown");
            case ANYONE ->
                make(
                        identity,
                        email -> accounts.make(email, identity.name, null).map(person -> {
                            chronicle.note(Deed.ACCOUNT_MADE, person.account(), person.name(), email, identity.issuer);
                            return person;
                        }));
        };
    }

    @FunctionalInterface
    private interface Maker {
        Result<Person> make(String email);
    }

    private UUID make(Identity identity, Maker maker) {
        String email = identity.verifiedEmail;
        if (email == null) {
            throw refused("unverified");
        }
        if (accounts.none()) {
            throw refused("unknown");
        }
        try {
            Result<Person> made = transactions.execute(status -> {
                Result<Person> result = maker.make(email);
                result.map(person -> {
                    connect(identity, person.account());
                    return person;
                });
                if (!result.isOk()) {
                    status.setRollbackOnly();
                }
                return result;
            });
            return switch (made) {
                case Result.Ok<Person>(Person person) -> person.account();
                case Result.Refused<Person> problems ->
                    throw refused(problems.problems().getFirst().code());
            };
        } catch (DuplicateKeyException sameAtTheSameTime) {
            throw refused("failed");
        }
    }

    private void connect(Identity identity, UUID account) {
        identities.add(identity.issuer, identity.subject, account, identity.verifiedEmail);
        chronicle.note(Deed.IDENTITY_CONNECTED, account, identity.name, identity.issuer, "");
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(CODE + code));
    }
}
