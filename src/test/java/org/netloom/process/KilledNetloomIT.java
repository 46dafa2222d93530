package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.TestDatabase;

@Tag("thorough")
class KilledNetloomIT {

    @TempDir
    Path folder;

    @Test
    void leavesNothingRunningThatASecondStartWouldTripOver() {
        try (RunningNetloom first = RunningNetloom.standalone(folder)) {
            RunningNetloom.await("the worker", () -> first.worker().isPresent());
            List<ProcessHandle> children =
                    ProcessHandle.of(first.pid()).orElseThrow().descendants().toList();

            first.kill();

            RunningNetloom.await(
                    "worker and trainer to notice", () -> children.stream().noneMatch(ProcessHandle::isAlive));
            try (RunningNetloom second = first.again()) {
                assertThat(second.token()).isNotBlank();
                assertThat(second.log()).contains("Stopping the database that an earlier Netloom left running");
            }
        }
    }

    @Test
    void runsItsRolesAsSeparateProcessesOnOneDatabase() {
        Map<String, String> database = TestDatabase.fresh().environment();
        try (RunningNetloom web = RunningNetloom.web(folder.resolve("web"), database);
                RunningNetloom first = RunningNetloom.worker(folder.resolve("one"), database);
                RunningNetloom second = RunningNetloom.worker(folder.resolve("two"), database)) {
            RunningNetloom.await(
                    "both workers",
                    () -> first.log().contains("waits for runs") && second.log().contains("waits for runs"));
            assertThat(web.token()).isNotBlank();
            assertThat(web.worker()).isEmpty();
        }
    }

    @Test
    void saysInPlainWordsThatTheDatabaseIsDown() {
        Map<String, String> nowhere = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + RunningNetloom.freePort() + "/netloom",
                "SPRING_DATASOURCE_USERNAME", "netloom",
                "SPRING_DATASOURCE_PASSWORD", "secret word");
        try (RunningNetloom web = RunningNetloom.start("web", folder, RunningNetloom.freePort(), nowhere)) {
            assertThat(web.awaitEnd()).isEqualTo(1);
            assertThat(web.log())
                    .contains("Waiting for the database", "did not answer within 20 s", "How to fix it")
                    .doesNotContain("\tat ", "secret word");
        }
    }
}
