package org.netloom.workspace;

import org.netloom.workspace.store.PutAwayStore;
import org.netloom.workspace.store.SpentStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class PurgeConfig {

    /** All at once: none of it is large. */
    @Bean
    Purge spentPurge(SpentStore store, SignInThrottle throttle) {
        return before -> {
            store.remove(before);
            throttle.sweep();
            return false;
        };
    }

    @Bean
    Purge workspacePurge(PutAwayStore store, TransactionOperations transactions) {
        return before -> Boolean.TRUE.equals(
                transactions.execute(status -> store.purgeOne(before).isPresent()));
    }
}
