package org.netloom.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down for people who is let in where: {@code target/access-matrix.md}. */
final class MatrixReport {

    private static final Map<String, String> SECTIONS = new TreeMap<>();

    private MatrixReport() {}

    static void doors(List<Doors.Door> doors) {
        for (Doors.Kind kind : Doors.Kind.values()) {
            section(
                    kind.name(),
                    doors.stream()
                            .filter(door -> door.kind() == kind && !door.isPlanted())
                            .map(door -> row((door.verb() + " " + door.path()).strip(), door.guard()))
                            .distinct()
                            .toList());
        }
    }

    static void services(List<ServiceDoors.Door> doors) {
        section(
                "SERVICE",
                doors.stream()
                        .filter(door -> !door.type().getSimpleName().startsWith("Planted"))
                        .map(door -> row(door.toString(), door.guard()))
                        .toList());
    }

    /** How many calls were made to try a kind of doors. */
    static void tried(String kind, int doors, int calls) {
        write("0 " + kind, "- " + kind + ": " + doors + " doors, " + calls + " calls");
        System.out.println("Access: " + kind + ": " + doors + " doors, " + calls + " calls");
    }

    private static String row(String door, Guard guard) {
        return "| `" + door + "` | " + guard + " | "
                + (guard instanceof Guard.Missing
                        ? ""
                        : Arrays.stream(Asker.values())
                                .sorted(Comparator.naturalOrder())
                                .map(asker -> cell(asker.answerOf(guard)))
                                .collect(Collectors.joining(" | ")))
                + " |";
    }

    private static String cell(Asker.Answer answer) {
        return switch (answer) {
            case Asker.Answer.Allowed allowed -> "yes";
            case Asker.Answer.Refused refused -> String.valueOf(refused.reason().status());
            case Asker.Answer.UnchangedAnyhow anyhow -> "reads";
        };
    }

    private static void section(String title, List<String> rows) {
        String head = "| door | takes | "
                + Arrays.stream(Asker.values())
                        .map(asker ->
                                asker.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" | "))
                + " |\n|---|---|" + "---|".repeat(Asker.values().length);
        write("1 " + title, "\n## " + title + " (" + rows.size() + ")\n\n" + head + "\n" + String.join("\n", rows));
    }

    private static synchronized void write(String key, String text) {
        SECTIONS.put(key, text);
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target", "access-matrix.md"),
                    "# Who is let in where\n\nA number is the status of the refusal. Written by the tests that try every one.\n\n"
                            + String.join("\n", SECTIONS.values()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
