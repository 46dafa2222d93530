package org.netloom.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netloom.TestDatabase;
import org.netloom.WebApplication;
import org.netloom.access.planted.Planted;
import org.netloom.workspace.Accounts;
import org.netloom.workspace.Person;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The web role with all its doors, and a few more that were planted to be found. */
final class MatrixServer {

    private static final MatrixServer SHARED = new MatrixServer();

    final TestDatabase database = TestDatabase.fresh();
    final ServletWebServerApplicationContext context;
    final Person administrator;
    final Cast cast;

    private MatrixServer() {
        // As arguments: they go before what the application's own properties say.
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebApplication.class)
                .profiles(Planted.PROFILE)
                .run(
                        "--server.port=0",
                        "--netloom.rate.at-once=1000000",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--NETLOOM_HOME=" + home());
        administrator = bean(Accounts.class)
                .createFirst("admin@example.org", "Admin", "correct horse battery")
                .get();
        cast = new Cast(this);
    }

    static MatrixServer shared() {
        return SHARED;
    }

    private static String home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "netloom-matrix")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return context.getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }
}
