package org.netloom.process;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of the PostgreSQL programs to its end. */
record PostgresCommand(PostgresServer server, Path folder) {

    /** The end of a program: its exit code and what it said. */
    record Ending(int code, String output) {
        boolean good() {
            return code == 0;
        }
    }

    Ending run(Duration patience, String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(server.program(program).toString());
        command.addAll(arguments);
        // A file, not a pipe: the server outlives pg_ctl and would keep a pipe open.
        Path output = Files.createTempFile(folder, program, ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Ending(-1, program + " did not end within " + patience.toSeconds() + " s");
            }
            return new Ending(process.exitValue(), Files.readString(output).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** PostgreSQL refuses to run as root; inside a user namespace of its own root is nobody special. */
    private static List<String> asOrdinaryUser() {
        return LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();
    }
}
