package org.netloom.workspace;

import org.netloom.workspace.store.PutAwayStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class PurgeConfig {

    @Bean
    Purge workspacePurge(PutAwayStore store, TransactionOperations transactions) {
        return before -> Boolean.TRUE.equals(
                transactions.execute(status -> store.purgeOne(before).isPresent()));
    }
}
