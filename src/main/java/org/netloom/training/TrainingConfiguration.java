package org.netloom.training;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.layers.LayerCatalog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TrainingConfiguration {

    @Bean
    LayerCatalog layerCatalog() {
        return LayerCatalog.standard();
    }

    @Bean
    DatasetCatalog datasetCatalog(@Value("${NETLOOM_HOME:./data}") Path home) {
        return new DatasetCatalog(home);
    }

    @Bean
    RunQueue runQueue(DataSource database) {
        return new RunQueue(database);
    }

    @Bean
    PreRunCheck preRunCheck(
            LayerCatalog layers, DatasetCatalog datasets, @Value("${netloom.training.memory:0}") long memory) {
        return new PreRunCheck(layers, datasets, memory > 0 ? memory : mostOfTheMachine());
    }

    @Bean
    RunLimits runLimits(@Value("${netloom.queue.limit:100}") int mostWaiting) {
        String version = getClass().getPackage().getImplementationVersion();
        return new RunLimits(mostWaiting, version == null ? "development" : version);
    }

    private static long mostOfTheMachine() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getTotalMemorySize() / 10 * 6;
    }
}
