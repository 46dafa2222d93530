package org.netloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;

@AnalyzeClasses(packages = "org.netloom", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule theDocumentIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage("..netloom.design..", "..netloom.layers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.vaadin..",
                    "org.deeplearning4j..",
                    "org.nd4j..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "java.sql..",
                    "javax.sql..")
            .because("the document and its layers must be readable, testable and movable without any framework");

    @ArchTest
    static final ArchRule theEngineStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("..training.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because("a native crash ends one run, never the site, and another engine must be a matter of one package");

    @ArchTest
    static final ArchRule pagesStayInTheirRooms = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..netloom.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..")
            .because("services serve pages, programs and workers alike, so they know no page");

    @ArchTest
    static final ArchRule pagesDoNotSpeakSql = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..netloom.shell..", "..netloom.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .because("access is decided in the services, and whoever goes round them goes round that too");

    @ArchTest
    static final ArchRule sqlStaysInTheStores = noClasses()
            .that()
            .resideInAnyPackage("..netloom.editor", "..netloom.workspace", "..netloom.datasets", "..netloom.templates")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc.core..")
            .because("a table is read and written in one place");

    @ArchTest
    static final ArchRule theWebNeverReachesTheEngine = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..netloom.shell..", "..netloom.api..", "..netloom.editor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..training.engine..", "..training.worker..")
            .because("web and worker meet in the database only");

    @ArchTest
    static final ArchRule componentsAreViews = classes()
            .that()
            .areAssignableTo(Component.class)
            .should()
            .resideInAnyPackage("..ui..", "..netloom.shell..")
            .because("what is drawn on a page is found where the pages are");

    @ArchTest
    static final ArchRule nobodyPrintsStackTraces = noClasses()
            .should()
            .callMethod(Throwable.class, "printStackTrace")
            .because("a person is told what happened, what was expected and how to fix it; the log gets the rest");
}
