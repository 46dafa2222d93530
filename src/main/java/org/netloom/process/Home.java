package org.netloom.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder Netloom keeps everything in: {@code NETLOOM_HOME}, or {@code data} in the current folder. */
public record Home(Path path) {

    public static Home of(Map<String, String> environment) {
        String chosen = environment.getOrDefault("NETLOOM_HOME", "");
        Path path = Path.of(chosen.isBlank() ? "data" : chosen).toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw unwritable(path);
        }
        if (!Files.isWritable(path)) {
            throw unwritable(path);
        }
        return new Home(path);
    }

    private static StartRefused unwritable(Path path) {
        return StartRefused.because(
                "home-unwritable",
                "The folder " + path + " cannot be written.",
                "Netloom keeps its database, data sets and models there.",
                "Give it to the user that runs Netloom, or set NETLOOM_HOME to another folder.");
    }

    /** Holds this folder for one Netloom until the lock is closed or the process ends, however it ends. */
    Lock lock() {
        Path file = path.resolve("netloom.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw StartRefused.because(
                        "home-in-use",
                        "Another Netloom is running on " + path + ".",
                        "Only one Netloom may use a folder at a time.",
                        "Stop the other one, or set NETLOOM_HOME to another folder.");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw unwritable(path);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // The lock ends with the process in any case.
            }
        }
    }
}
