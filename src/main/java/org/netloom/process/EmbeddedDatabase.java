package org.netloom.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * The PostgreSQL that comes with Netloom. It keeps its data in {@code NETLOOM_HOME/postgres/data}, writes through to the
 * disk, and answers only this machine and only with a password made for this folder.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "netloom";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String SETTINGS = """
            # Written anew at every start.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            max_connections = 100
            max_wal_size = 256MB
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = off
            """;

    private final Path folder;
    private final Path data;
    private final PostgresCommand command;
    private final Database database;

    private EmbeddedDatabase(Path folder, PostgresCommand command, Database database) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.command = command;
        this.database = database;
    }

    /** Starts the database of this home; the caller holds the home's lock. */
    static EmbeddedDatabase start(Home home, Consumer<String> say) throws InterruptedException {
        Path folder = home.path().resolve("postgres");
        try {
            Files.createDirectories(folder);
            keepPrivate(folder, "rwx------");
            PostgresCommand command = new PostgresCommand(PostgresServer.unpack(folder), folder);
            String password = password(folder);
            if (!Files.exists(folder.resolve("data"))) {
                say.accept("Preparing the database in " + folder + " (once)");
                initialise(folder, command);
            }
            int port = freePort();
            Database database = new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password);
            EmbeddedDatabase started = new EmbeddedDatabase(folder, command, database);
            started.stopOrphan(say);
            started.startServer(port);
            started.createDatabase(port);
            return started;
        } catch (IOException | SQLException e) {
            throw failed(folder, String.valueOf(e.getMessage()));
        }
    }

    Database database() {
        return database;
    }

    /** Stops the server after it has written everything; people's connections are closed. */
    @Override
    public void close() {
        try {
            if (Postmaster.serving(data).isPresent() && !stop("fast").good()) {
                stop("immediate");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the database in " + data + " could not be stopped", e);
        }
    }

    private PostgresCommand.Ending stop(String mode) throws IOException, InterruptedException {
        return command.run(
                Duration.ofSeconds(60), "pg_ctl", List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "50"));
    }

    /** A Netloom that was killed leaves its server behind; it is stopped properly before a new one starts. */
    private void stopOrphan(Consumer<String> say) throws IOException, InterruptedException {
        if (Postmaster.serving(data).isPresent()) {
            say.accept("Stopping the database that an earlier Netloom left running");
            PostgresCommand.Ending ending = stop("fast");
            if (!ending.good()) {
                throw failed(folder, ending.output());
            }
        } else {
            Files.deleteIfExists(Postmaster.noteIn(data));
        }
    }

    private void startServer(int port) throws IOException, InterruptedException {
        Files.writeString(data.resolve("netloom.conf"), SETTINGS);
        Path log = folder.resolve("log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("log.before"), StandardCopyOption.REPLACE_EXISTING);
        }
        PostgresCommand.Ending ending = command.run(
                PATIENCE,
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        "-p " + port,
                        "-w",
                        "-t",
                        String.valueOf(PATIENCE.toSeconds() - 10)));
        if (!ending.good()) {
            throw failed(folder, lastLines(log, ending.output()));
        }
    }

    private void createDatabase(int port) throws SQLException {
        String maintenance = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(maintenance, NAME, database.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.executeUpdate("create database " + NAME);
        }
    }

    /** Built beside the final place and renamed at the end, so that an interrupted first start leaves nothing half done. */
    private static void initialise(Path folder, PostgresCommand command) throws IOException, InterruptedException {
        Path fresh = Files.createTempDirectory(folder, "initialising-");
        PostgresCommand.Ending ending = command.run(
                PATIENCE,
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        NAME,
                        "--auth=scram-sha-256",
                        "--pwfile=" + folder.resolve("password"),
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (!ending.good()) {
            throw failed(folder, ending.output());
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude_if_exists 'netloom.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, folder.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(folder.resolve("data"))) {
            throw StartRefused.because(
                    "database-password-gone",
                    "The file " + file + " is gone.",
                    "It holds the password of the built-in database beside it.",
                    "Put it back from a backup of NETLOOM_HOME.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createFile(file);
        keepPrivate(file, "rw-------");
        Files.writeString(file, password);
        return password;
    }

    private static void keepPrivate(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static String lastLines(Path log, String otherwise) throws IOException {
        if (!Files.exists(log)) {
            return otherwise;
        }
        List<String> lines = Files.readAllLines(log);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static StartRefused failed(Path folder, String said) {
        return StartRefused.because(
                "database-start",
                "The built-in database did not start: " + said,
                "A PostgreSQL that keeps its data in " + folder + ".",
                said.contains("root")
                        ? "Run Netloom as an ordinary user, or set SPRING_DATASOURCE_URL to a PostgreSQL that runs elsewhere."
                        : "See " + folder.resolve("log") + " and the free space on that disk; your data is untouched.");
    }
}
