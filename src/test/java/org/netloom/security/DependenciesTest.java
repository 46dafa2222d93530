package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netloom.security.KeptList.Row;

/** Every library is one that somebody has looked at, and none has a hole that is known and can be reached. */
class DependenciesTest {

    private final KeptList list = KeptList.read();
    private final List<Row> current = list.of("current");
    private final List<Row> heldBack = list.of("held back");
    private final List<Row> inTests = list.of("only in tests");
    private final List<Row> never = list.of("never");
    private final List<Row> allowed =
            Stream.of(current, heldBack, inTests).flatMap(List::stream).toList();
    private final Set<String> groups = allowed.stream().map(Row::group).collect(Collectors.toSet());
    private final List<Library> found = Library.onClassPath(groups);

    @Test
    void everyLibraryIsOneThatWasLookedAt() {
        assertThat(found).hasSizeGreaterThan(200);
        assertThat(Library.lines(found.stream()
                        .filter(library -> allowed.stream().noneMatch(row -> row.allows(library)))
                        .toList()))
                .as("look at them, then write them into src/docs/dependencies.md")
                .isEmpty();
    }

    @Test
    void theListNamesNoneThatIsGone() {
        assertThat(Stream.concat(current.stream(), heldBack.stream())
                        .filter(row -> found.stream().noneMatch(row::allows)))
                .as("take them out of src/docs/dependencies.md, or correct their version")
                .isEmpty();
    }

    @Test
    void noVersionWithAKnownHoleIsThereUnlessItCannotBeReached() {
        for (Library library : found) {
            for (Row hole : never) {
                if (hole.isOf(library) && library.isBelow(hole.version())) {
                    assertThat(heldBack.stream()
                                    .filter(row -> row.allows(library))
                                    .findFirst())
                            .as(library.line() + " has " + hole.known() + " and is not held back")
                            .hasValueSatisfying(row ->
                                    assertThat(row.known()).as(library.line()).containsAll(hole.known()));
                }
            }
        }
    }

    @Test
    void whatIsHeldBackSaysByWhatAndWhyItCannotBeReached() {
        assertThat(heldBack).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(row.cells()).hasSize(3);
            assertThat(row.cells().get(0)).isNotBlank();
            assertThat(row.cells().get(2)).isNotBlank();
        });
        assertThat(never).allSatisfy(row -> assertThat(row.known()).isNotEmpty());
    }

    @Test
    void aKnownHoleIsFound() {
        Library old = new Library("org.apache.logging.log4j", "log4j-core", "2.14.1", "");
        assertThat(never).filteredOn(row -> row.isOf(old)).singleElement().satisfies(row -> {
            assertThat(old.isBelow(row.version())).isTrue();
            assertThat(row.known()).contains("CVE-2021-44228");
        });
        assertThat(new Library("a", "b", "30.1.1-jre", "").isBelow("32.0.0")).isTrue();
        assertThat(new Library("a", "b", "2.13.4", "").isBelow("2.13.4.2")).isTrue();
        assertThat(new Library("a", "b", "2.15.0", "").isBelow("2.15.0")).isFalse();
        assertThat(new Library("a", "b", "10.9.1", "").isBelow("9.37.2")).isFalse();
        assertThat(new Library("a", "b", "1.5.38", "").isBelow("1.5.13")).isFalse();
    }

    @Test
    void noSessionIsKeptInAFileThatWouldBeDeserialized() throws IOException {
        assertThat(Files.readString(Path.of("src", "main", "resources", "application.properties")))
                .contains("server.servlet.session.persistent=false");
    }
}
