package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is shipped is what the list of libraries says is shipped. */
class PackedDependenciesIT {

    private static final Pattern ROW = Pattern.compile("\\| `[^:]+:([^`]+)` \\| ([^|]+) \\|.*");

    @Test
    void theJarHasNoLibraryThatIsNotListedAndNoneForTests() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("netloom.basedir", "."), "src/docs/dependencies.md"));
        List<Pattern> shipped = page.substring(0, page.indexOf("## Only in tests"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Pattern.compile(row.group(1).replace(".", "\\.").replace("*", ".*") + "-"
                        + Pattern.quote(row.group(2).strip()) + "(-[\\w-]+)?\\.jar"))
                .toList();
        try (ZipFile jar = new ZipFile(System.getProperty("netloom.jar"))) {
            List<String> packed = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
            assertThat(packed).hasSizeGreaterThan(150);
            assertThat(packed)
                    .filteredOn(name -> shipped.stream()
                            .noneMatch(pattern -> pattern.matcher(name).matches()))
                    .isEmpty();
        }
    }
}
