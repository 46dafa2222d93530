package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The product with one more source file, as if it had been there when it was built. */
public final class PatchedProgram {

    private final Path folder;
    private final List<Path> added;

    private PatchedProgram(Path folder, List<Path> added) {
        this.folder = folder;
        this.added = added;
    }

    /** Compiles the file against the product's classes. */
    public static PatchedProgram with(Path source, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("added"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--release",
                        "21",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(code).isZero();
        try (Stream<Path> files = Files.walk(classes)) {
            return new PatchedProgram(
                    folder,
                    files.filter(Files::isRegularFile).map(classes::relativize).toList());
        }
    }

    /** Files that were added to the product. */
    public List<Path> added() {
        return added;
    }

    /** The command that starts it: from a copy of the jar named by {@code netloom.jar}, else from a copy of the classes. */
    List<String> command() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("netloom.jar", "");
        List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
        if (!jar.isEmpty() && new File(jar).isFile()) {
            command.addAll(List.of("-jar", patchedJar(Path.of(jar)).toString()));
        } else {
            command.addAll(List.of("-cp", patchedClassPath(), "org.netloom.Netloom"));
        }
        return command;
    }

    private Path patchedJar(Path jar) throws IOException {
        Path copy = Files.copy(jar, folder.resolve("netloom.jar"));
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
            for (Path file : added) {
                Files.copy(folder.resolve("added").resolve(file), inside.getPath("BOOT-INF/classes/" + file));
            }
        }
        return copy;
    }

    private String patchedClassPath() throws IOException {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        Path copy = folder.resolve("classes");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(classes.relativize(file)));
            }
        }
        for (Path file : added) {
            Files.copy(folder.resolve("added").resolve(file), copy.resolve(file));
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(classes) ? copy.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
