package org.netloom.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL server process that a data folder says it is served by. */
final class Postmaster {

    private Postmaster() {}

    /** The file in which the server notes its process id. */
    static Path noteIn(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The live server of exactly this data folder. A process that merely got the same number later does not count. */
    static Optional<ProcessHandle> serving(Path data) throws IOException {
        if (!Files.exists(noteIn(data))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(noteIn(data));
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres)
                .filter(process -> serves(process, data));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    private static boolean serves(ProcessHandle process, Path data) {
        Path workingFolder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            if (Files.exists(workingFolder)) {
                return Files.isSameFile(workingFolder, data);
            }
        } catch (IOException unreadable) {
            // Another user's process, then; its command line decides.
        }
        return process.info()
                .commandLine()
                .map(line -> line.contains(data.toString()))
                .orElse(false);
    }
}
