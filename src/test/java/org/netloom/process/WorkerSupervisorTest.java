package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WorkerSupervisorTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    /** A stand-in for the worker: tells what it was given, and ends with its standard input. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            System.out.println("child " + System.getenv("GREETING"));
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    @Test
    void startsTheWorkerAgainWhenItIsKilled() {
        try (WorkerSupervisor supervisor = supervisor()) {
            supervisor.start();
            RunningNetloom.await("the first worker", () -> said.contains("child hello"));
            Long first = supervisor.pid();
            assertThat(first).isNotNull();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            RunningNetloom.await(
                    "the second worker",
                    () -> said.stream().filter("child hello"::equals).count() == 2);
            assertThat(supervisor.pid()).isNotNull().isNotEqualTo(first);
            assertThat(said).anySatisfy(line -> assertThat(line).contains("starting it again"));
        }
    }

    @Test
    void endsTheWorkerWithItself() {
        WorkerSupervisor supervisor = supervisor();
        supervisor.start();
        RunningNetloom.await("the worker", () -> said.contains("child hello"));
        Long pid = supervisor.pid();
        assertThat(pid).isNotNull();

        supervisor.close();

        RunningNetloom.await(
                "the worker's end",
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(supervisor.pid()).isNull();
    }

    private WorkerSupervisor supervisor() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName());
        return new WorkerSupervisor(command, Map.of("GREETING", "hello"), said::add, Duration.ofMillis(10));
    }
}
