package org.netloom.workspace;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class QuotaConfig {

    /** What every workspace may use, unless an administrator decided otherwise for one. */
    @Bean
    Quota usualQuota(
            @Value("${netloom.queue.limit:100}") int waitingRuns,
            @Value("${netloom.quota.stored:50GB}") DataSize stored,
            @Value("${netloom.quota.parameters:200000000}") long parameters,
            @Value("${netloom.quota.layers:10000}") long layers,
            @Value("${netloom.quota.projects:1000}") int projects) {
        return new Quota(waitingRuns, stored.toBytes(), parameters, layers, projects);
    }
}
