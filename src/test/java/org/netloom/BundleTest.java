package org.netloom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.JsModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The pages that are committed, ready made. */
class BundleTest {

    private static final Path BUNDLE =
            Path.of(System.getProperty("netloom.basedir", "."), "src", "main", "bundles", "prod.bundle");

    /** The build follows what pages are made of from class to class; it does not see what beans bring along. */
    @Test
    void hasEveryComponentThatPagesAreMadeOf() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.netloom");
        Set<String> needed = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("com.vaadin.flow.component"))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(JsModule.class)))
                .map(JsModule::value)
                .filter(module -> module.startsWith("@vaadin/"))
                .collect(Collectors.toCollection(TreeSet::new));
        String there = contents();

        assertThat(needed).hasSizeGreaterThan(20);
        assertThat(needed)
                .as("build the pages anew, with @Uses on the page where a bean brings the component")
                .allMatch(module -> there.contains('"' + module + '"'));
    }

    private static String contents() throws IOException {
        try (ZipFile bundle = new ZipFile(BUNDLE.toFile());
                var stats = bundle.getInputStream(bundle.getEntry("config/stats.json"))) {
            return new String(stats.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
