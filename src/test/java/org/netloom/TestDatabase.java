package org.netloom;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL, one for all tests of this process, with a fresh and migrated database for whoever asks. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PGSimpleDataSource source;

    private TestDatabase(PGSimpleDataSource source) {
        this.source = source;
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .start();
                DataSource template = database(postgres, "postgres");
                JdbcClient.create(template).sql("create database migrated").update();
                Flyway.configure()
                        .dataSource(database(postgres, "migrated"))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PGSimpleDataSource database(EmbeddedPostgres postgres, String name) {
        return (PGSimpleDataSource) postgres.getDatabase("postgres", name);
    }

    public static synchronized TestDatabase fresh() {
        String name = "test" + NUMBER.incrementAndGet();
        EmbeddedPostgres server = Server.POSTGRES;
        JdbcClient.create(database(server, "postgres"))
                .sql("create database " + name + " template migrated")
                .update();
        return new TestDatabase(database(server, name));
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public String url() {
        return source.getUrl();
    }

    /** What a process needs to use this database. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }
}
