package org.netloom.training.worker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.training.store.OwnedRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as worker and trainer use it, from {@code SPRING_DATASOURCE_URL}, {@code _USERNAME} and {@code _PASSWORD}. */
final class WorkerDatabase implements AutoCloseable {

    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private WorkerDatabase(HikariDataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Empty where no database is named. Connects when it is first needed, so that one that is still starting is waited for. */
    static Optional<WorkerDatabase> fromEnvironment(Map<String, String> environment, int connections) {
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""));
        config.setPassword(environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        return Optional.of(new WorkerDatabase(new HikariDataSource(config)));
    }

    HikariDataSource source() {
        return source;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    OwnedRun owned(UUID run, UUID workspace, UUID owner) {
        return new OwnedRun(jdbc, transaction, run, workspace, owner);
    }

    @Override
    public void close() {
        source.close();
    }
}
