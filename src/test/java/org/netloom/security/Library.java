package org.netloom.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A library as it is found: a jar of its own, or packed into another's.
 *
 * @param inside file name of the jar that it is packed into; empty for one of its own
 */
record Library(String group, String artifact, String version, String inside) {

    /** Every jar on the class path, where Maven has put it, with what is packed into each. */
    static List<Library> onClassPath(Set<String> groups) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Library> libraries = new ArrayList<>();
        for (String entry : classPath.split(System.getProperty("path.separator"), -1)) {
            if (entry.endsWith(".jar") && !entry.contains("junit-platform-console")) {
                Library jar = of(Path.of(entry), groups);
                libraries.add(jar);
                libraries.addAll(packedInto(Path.of(entry), jar));
            }
        }
        return libraries;
    }

    /** Repositories lay jars out as group/artifact/version/file; a group that nobody knows is given as far as it can be told. */
    private static Library of(Path jar, Set<String> groups) {
        Path version = jar.getParent();
        Path artifact = version.getParent();
        String path = artifact.getParent().toString().replace('\\', '/').replace('/', '.');
        String group = groups.stream()
                .filter(known -> path.endsWith("." + known))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(path);
        return new Library(
                group, artifact.getFileName().toString(), version.getFileName().toString(), "");
    }

    private static List<Library> packedInto(Path jar, Library owner) {
        List<Library> packed = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
                    Properties properties = new Properties();
                    try (InputStream in = zip.getInputStream(entry)) {
                        properties.load(in);
                    }
                    Library found = new Library(
                            properties.getProperty("groupId"),
                            properties.getProperty("artifactId"),
                            properties.getProperty("version"),
                            jar.getFileName().toString());
                    if (!found.artifact.equals(owner.artifact) || !found.version.equals(owner.version)) {
                        packed.add(found);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed;
    }

    /** Whether its version comes before another; what is no number does not count. */
    boolean isBelow(String other) {
        int[] mine = numbers(version);
        int[] others = numbers(other);
        for (int i = 0; i < Math.max(mine.length, others.length); i++) {
            int difference = Integer.compare(i < mine.length ? mine[i] : 0, i < others.length ? others[i] : 0);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[.-]"))
                .takeWhile(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** As a line of the list would say it. */
    String line() {
        return "| `" + group + ":" + artifact + "`" + (inside.isEmpty() ? "" : " (inside " + inside + ")") + " | "
                + version + " |";
    }

    static Stream<String> lines(List<Library> libraries) {
        return libraries.stream().map(Library::line).distinct().sorted();
    }
}
