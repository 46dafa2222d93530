package org.netloom.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tables of libraries that people read, as tests read them. */
final class KeptList {

    private static final Path PAGE = Path.of("src", "docs", "dependencies.md");
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");

    private final List<Row> rows = new ArrayList<>();

    /** @param section in small letters */
    record Row(String section, String group, String artifact, String version, String inside, List<String> cells) {

        boolean isOf(Library library) {
            return library.group().equals(group)
                    && Pattern.matches(artifact.replace(".", "\\.").replace("*", ".*"), library.artifact())
                    && (inside.isEmpty() || library.inside().contains(inside));
        }

        /** Whether this names exactly this one. */
        boolean allows(Library library) {
            return isOf(library)
                    && inside.isEmpty() == library.inside().isEmpty()
                    && (version.equals("*") || version.equals(library.version()));
        }

        List<String> known() {
            return CVE.matcher(String.join(" ", cells))
                    .results()
                    .map(found -> found.group())
                    .toList();
        }

        @Override
        public String toString() {
            return section + ": " + group + ":" + artifact + " " + version;
        }
    }

    static KeptList read() {
        KeptList list = new KeptList();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3).toLowerCase(Locale.ROOT);
            } else if (line.startsWith("| `")) {
                list.rows.add(row(section, line));
            }
        }
        return list;
    }

    private static Row row(String section, String line) {
        List<String> cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        String[] name = cells.get(0).split("`", -1);
        String[] coordinates = name[1].split(":", -1);
        String inside = name[2].strip().replaceAll("\\(inside (.*)\\)", "$1");
        return new Row(
                section,
                coordinates[0],
                coordinates[1],
                cells.get(1),
                inside.substring(inside.indexOf(':') + 1),
                cells.subList(2, cells.size()));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> of(String section) {
        return rows.stream().filter(row -> row.section.equals(section)).toList();
    }
}
