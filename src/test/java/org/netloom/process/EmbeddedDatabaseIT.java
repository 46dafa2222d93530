package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndWritesItThrough() throws Exception {
        Home home = home();
        try (EmbeddedDatabase first = EmbeddedDatabase.start(home, line -> {})) {
            run(first, "create table note as select 'kept' as text");
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(ask(first, "show " + setting)).isEqualTo("on");
            }
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(home, line -> {})) {
            assertThat(ask(second, "select text from note")).isEqualTo("kept");
        }
        assertThat(Postmaster.serving(home.path().resolve("postgres/data"))).isEmpty();
    }

    @Test
    void answersOnlyWithItsPassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home(), line -> {})) {
            String url = database.database().url();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            DriverManager.getConnection(url, "netloom", "guess").close());
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres/password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void takesOverFromAKilledParent() throws Exception {
        Home home = home();
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledParent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
            assertThat(lines.lines()).contains("kept");
        }
        parent.destroyForcibly().waitFor();
        long orphan = Postmaster.serving(folder.resolve("postgres/data"))
                .orElseThrow()
                .pid();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, line -> {})) {
            RunningNetloom.await(
                    "the orphan's end",
                    () -> ProcessHandle.of(orphan)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
            assertThat(ask(database, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void isNotFooledByAnotherProcessWithTheNotedNumber() throws Exception {
        Home home = home();
        EmbeddedDatabase.start(home, line -> {}).close();
        Path data = home.path().resolve("postgres/data");
        Files.writeString(Postmaster.noteIn(data), ProcessHandle.current().pid() + "\n" + data + "\n");

        assertThat(Postmaster.serving(data)).isEmpty();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, line -> {})) {
            assertThat(ask(database, "select 'well'")).isEqualTo("well");
        }
    }

    /** Starts the database, leaves something in it, and waits to be killed. */
    static final class KilledParent {
        private KilledParent() {}

        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Home.of(Map.of("NETLOOM_HOME", args[0])), line -> {});
            run(database, "create table note as select 'kept' as text");
            System.out.println("kept");
            Runtime.getRuntime().halt(137);
        }
    }

    private Home home() {
        return Home.of(Map.of("NETLOOM_HOME", folder.toString()));
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .query(String.class)
                    .single();
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        Database to = database.database();
        return DriverManager.getConnection(to.url(), to.username(), to.password());
    }
}
