package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.TestDatabase;

class StartMessagesTest {

    @TempDir
    Path folder;

    @Test
    void tellAboutATakenPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();

            StartRefused refused = refused(() -> WebPort.requireFree(port));

            assertThat(refused.report())
                    .contains("Port " + port + " is already in use", "--server.port=")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void tellAboutAPortThatIsNone() {
        assertThat(refused(() -> WebPort.choose(List.of("--server.port=http"), Map.of()))
                        .report())
                .contains("'http' is no port number");
        assertThat(WebPort.choose(List.of("--server.port=1234"), Map.of("SERVER_PORT", "99")))
                .isEqualTo(1234);
        assertThat(WebPort.choose(List.of(), Map.of("SERVER_PORT", "99"))).isEqualTo(99);
        assertThat(WebPort.choose(List.of(), Map.of())).isEqualTo(8080);
    }

    @Test
    void tellAboutADatabaseThatDoesNotAnswer() {
        Database nowhere = new Database("jdbc:postgresql://127.0.0.1:" + RunningNetloom.freePort() + "/x", "a", "b");

        StartRefused refused = refused(() -> ExternalDatabase.awaitReady(nowhere, Duration.ZERO, line -> {}));

        assertThat(refused.report())
                .contains(nowhere.url(), "SPRING_DATASOURCE_URL")
                .doesNotContain("PSQLException");
    }

    @Test
    void tellAboutADatabaseThatDoesNotExist() {
        String url = TestDatabase.fresh().url().replaceAll("/test\\d+", "/nothing");

        StartRefused refused = refused(() -> ExternalDatabase.awaitReady(
                new Database(url, "postgres", "postgres"), Duration.ofSeconds(5), line -> {}));

        assertThat(refused.problem().code()).isEqualTo("database-missing");
    }

    @Test
    void tellAboutAnotherKindOfDatabase() {
        StartRefused refused = refused(() -> ExternalDatabase.awaitReady(
                new Database("jdbc:mysql://localhost/x", "a", "b"), Duration.ZERO, line -> {}));

        assertThat(refused.report()).contains("jdbc:postgresql://");
    }

    @Test
    void tellAboutAHomeThatAnotherNetloomUses() {
        Home home = Home.of(Map.of("NETLOOM_HOME", folder.toString()));
        try (Home.Lock first = home.lock()) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThat(refused(home::lock).report()).contains("Another Netloom is running on " + folder);
        }
        home.lock().close();
    }

    @Test
    void tellAboutAHomeThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(refused(() -> Home.of(
                                Map.of("NETLOOM_HOME", file.resolve("below").toString())))
                        .report())
                .contains("cannot be written", "NETLOOM_HOME");
    }

    @Test
    void nameTheSameProgramForTheChild() {
        assertThat(SelfCommand.inRole(List.of("worker"), "/jdk", "/app/netloom.jar"))
                .containsSubsequence("-jar", "/app/netloom.jar", "worker");
        assertThat(SelfCommand.inRole(List.of("worker"), "/jdk", "/app/classes:/lib/a.jar"))
                .containsSubsequence("-cp", "/app/classes:/lib/a.jar", "org.netloom.Netloom", "worker");
    }

    private static StartRefused refused(ThrowingCallable start) {
        return catchThrowableOfType(StartRefused.class, start);
    }
}
