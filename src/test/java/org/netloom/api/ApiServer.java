package org.netloom.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.WebApplication;
import org.netloom.workspace.Accounts;
import org.netloom.workspace.Person;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The web role on a port of its own with a database of its own; one for all tests of this process that need no other. */
public final class ApiServer {

    public static final String EMAIL = "ada@example.org";
    public static final String PASSWORD = "correct horse battery";

    private static final ApiServer SHARED = new ApiServer(List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;
    private final Person owner;
    private final ApiClient client;

    private ApiServer(List<String> settings) {
        // As arguments: they go before what the application's own properties say.
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--NETLOOM_HOME=" + home()));
        all.addAll(settings);
        context = new SpringApplicationBuilder(WebApplication.class).run(all.toArray(String[]::new));
        owner = context.getBean(Accounts.class)
                .createFirst(EMAIL, "Ada", PASSWORD)
                .get();
        client = new ApiClient(port(), ApiClient.token(port(), EMAIL, PASSWORD));
    }

    public static ApiServer shared() {
        return SHARED;
    }

    /** Another one, for those who would be in the way of the others: --name=value for each setting. */
    public static ApiServer with(List<String> settings) {
        return new ApiServer(settings);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    private static String home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "netloom-api")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The workspace of the first account. */
    public UUID workspace() {
        return database.jdbc()
                .sql("select id from workspace where personal_of = ?")
                .param(owner.account())
                .query(UUID.class)
                .single();
    }

    public UUID account() {
        return owner.account();
    }

    /** Calls with the first account's token. */
    ApiClient client() {
        return client;
    }

    ApiClient with(String token) {
        return new ApiClient(port(), token);
    }
}
