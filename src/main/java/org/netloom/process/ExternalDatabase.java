package org.netloom.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** A PostgreSQL that somebody else runs. Netloom waits a little for it, since both are often started together. */
final class ExternalDatabase {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private ExternalDatabase() {}

    /** Returns once the database answers; refuses with a plain reason when it does not within the patience. */
    static void awaitReady(Database database, Duration patience, Consumer<String> say) throws InterruptedException {
        if (!database.url().startsWith("jdbc:postgresql:")) {
            throw StartRefused.because(
                    "database-address",
                    "SPRING_DATASOURCE_URL is '" + database.url() + "'.",
                    "Netloom keeps its work in PostgreSQL.",
                    "Write it as jdbc:postgresql://host:5432/database, or leave it out to use the built-in database.");
        }
        DriverManager.setLoginTimeout(5);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection =
                    DriverManager.getConnection(database.url(), database.username(), database.password())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                refuseIfHopeless(database, e);
                if (System.nanoTime() + PAUSE.toNanos() > end) {
                    throw unreachable(database, e, patience);
                }
                say.accept("Waiting for the database at " + database.url() + " (" + firstLine(e) + ")");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void refuseIfHopeless(Database database, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            throw StartRefused.because(
                    "database-sign-in",
                    "The database at " + database.url() + " refused the user '" + database.username() + "'.",
                    "A user and password that may sign in.",
                    "Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
        if (state.equals("3D000")) {
            throw StartRefused.because(
                    "database-missing",
                    "The PostgreSQL server answers, but has no database of that name: " + database.url() + ".",
                    "An existing, empty database or one that Netloom has used before.",
                    "Create it (createdb), or correct SPRING_DATASOURCE_URL.");
        }
    }

    private static StartRefused unreachable(Database database, SQLException e, Duration patience) {
        return StartRefused.because(
                "database-down",
                "The database at " + database.url() + " did not answer within "
                        + String.format(Locale.ROOT, "%d", patience.toSeconds()) + " s (" + firstLine(e) + ").",
                "A running PostgreSQL at that address.",
                "Start it or correct SPRING_DATASOURCE_URL; without that variable Netloom uses its built-in database.");
    }

    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
        return message.length() > 160 ? message.substring(0, 160) + "…" : message;
    }
}
