package org.netloom.api;

import java.util.UUID;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Other people beside the first account. */
record Company(ApiServer server) {

    private static final String PASSWORD = "correct horse battery";

    /** Somebody with an account, and a program that speaks for them. */
    record Somebody(UUID account, String name, ApiClient client) {}

    Somebody member(String name, Role role) {
        Somebody somebody = stranger(name);
        server.bean(AccountStore.class).addMember(server.workspace(), somebody.account(), role);
        return somebody;
    }

    /** Somebody in no workspace that anybody else is in. */
    Somebody stranger(String name) {
        UUID account = UUID.randomUUID();
        String email = account + "@example.org";
        AccountStore accounts = server.bean(AccountStore.class);
        accounts.addAccount(
                account, email, name, server.bean(PasswordEncoder.class).encode(PASSWORD), false);
        accounts.addPersonalWorkspace(UUID.randomUUID(), name, account);
        return new Somebody(account, name, server.with(ApiClient.token(server.port(), email, PASSWORD)));
    }
}
