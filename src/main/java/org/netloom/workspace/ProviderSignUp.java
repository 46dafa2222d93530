package org.netloom.workspace;

/** Who gets an account when an identity provider vouches for somebody who has none: {@code NETLOOM_OIDC_SIGN_UP}. */
enum ProviderSignUp {
    /** Who comes by an invitation's link. */
    INVITED,
    /** Everybody the provider knows by a verified e-mail address. */
    ANYONE
}
