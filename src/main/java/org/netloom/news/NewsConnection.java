package org.netloom.news;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** One database connection that listens to channels. */
final class NewsConnection implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;

    private NewsConnection(Connection connection) {
        this.connection = connection;
    }

    static NewsConnection open(String url, @Nullable String user, @Nullable String password, Set<String> channels)
            throws SQLException {
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
            for (String channel : channels) {
                statement.execute("listen " + channel);
            }
            return new NewsConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** One notification. */
    record Heard(String channel, String what) {}

    /** Waits for the next news; none when the wait was in vain. Fails when the connection is gone. */
    Set<Heard> await(int milliseconds) throws SQLException {
        PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications(milliseconds);
        if (notifications == null || notifications.length == 0) {
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("The database does not answer any more");
            }
            return Set.of();
        }
        return Arrays.stream(notifications)
                .map(notification -> new Heard(notification.getName(), notification.getParameter()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
