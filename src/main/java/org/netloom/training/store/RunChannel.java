package org.netloom.training.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** One database connection that listens for runs that have news. */
public final class RunChannel implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;

    private RunChannel(Connection connection) {
        this.connection = connection;
    }

    public static RunChannel open(String url, @Nullable String user, @Nullable String password) throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "netloom news");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_ANSWER));
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + RunStore.CHANNEL);
            return new RunChannel(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for the next news; none when the wait was in vain. Fails when the connection is gone. */
    public Set<UUID> await(int milliseconds) throws SQLException {
        PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications(milliseconds);
        if (notifications == null || notifications.length == 0) {
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("The database does not answer any more");
            }
            return Set.of();
        }
        return Arrays.stream(notifications)
                .map(notification -> UUID.fromString(notification.getParameter()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
