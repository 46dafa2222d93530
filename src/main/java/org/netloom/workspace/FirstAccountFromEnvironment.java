package org.netloom.workspace;

import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Headless starts: {@code NETLOOM_ADMIN_EMAIL} and {@code NETLOOM_ADMIN_PASSWORD} make the first account if there is none. */
@Component
class FirstAccountFromEnvironment implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccountFromEnvironment.class);

    private final Accounts accounts;
    private final Environment environment;

    FirstAccountFromEnvironment(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String email = environment.getProperty("NETLOOM_ADMIN_EMAIL", "");
        String password = environment.getProperty("NETLOOM_ADMIN_PASSWORD", "");
        if (email.isBlank() || !accounts.none()) {
            return;
        }
        switch (accounts.createFirst(email, email.replaceAll("@.*", ""), password)) {
            case Result.Ok<Person>(Person person) -> LOG.info("Made the first account, {}", person.email());
            case Result.Refused<Person> refused ->
                refuseUnlessMadeMeanwhile(refused.problems().getFirst());
        }
    }

    /** Several web processes may start at once; only one of them makes the account. */
    private void refuseUnlessMadeMeanwhile(Problem problem) {
        if (accounts.none()) {
            throw new FirstAccountRefused(problem);
        }
    }
}
