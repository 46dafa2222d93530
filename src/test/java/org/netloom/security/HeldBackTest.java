package org.netloom.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.beans.XMLDecoder;
import java.io.ObjectInput;
import java.io.ObjectInputStream;

/** What src/docs/dependencies.md says of old libraries, held against the code: nobody hands them anything. */
@AnalyzeClasses(packages = "org.netloom", importOptions = ImportOption.DoNotIncludeTests.class)
class HeldBackTest {

    @ArchTest
    static final ArchRule nobodyUsesWhatTheEngineBringsAlong = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.nd4j.shade.jackson.core..",
                    "org.nd4j.shade.jackson.databind..",
                    "org.nd4j.shade.jackson.dataformat..",
                    "org.nd4j.shade.jackson.datatype..",
                    "org.nd4j.shade.guava..",
                    "org.nd4j.shade.protobuf..",
                    "org.nd4j.shade.yaml..",
                    "org.nd4j.serde..",
                    "org.apache.commons.net..",
                    "org.apache.commons.collections4..",
                    "org.apache.commons.math3..",
                    "com.google..",
                    "oshi..",
                    "com.sun.jna..",
                    "org.threeten..",
                    "net.ericaro..",
                    "com.jakewharton..",
                    "it.unimi.dsi..",
                    "org.yaml..")
            .because("these are old and stay old as long as the engine is; what they can do is done by others here");

    @ArchTest
    static final ArchRule nothingIsDeserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInput.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(XMLDecoder.class)
            .because("whoever chooses the bytes would choose the classes, and with old libraries what they do");

    @ArchTest
    static final ArchRule nothingIsLookedUpRunOrParsedByLibrariesOfJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.naming..", "javax.script..", "javax.xml..", "org.w3c..", "org.xml..", "java.rmi..")
            .because("names, scripts and XML from outside reach further than the program that reads them");

    @ArchTest
    static final ArchRule modelsAreReadBackByTheirWriterOnly = noClasses()
            .that()
            .doNotHaveSimpleName("TrainedModel")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.deeplearning4j\\.util\\.ModelSerializer|org\\.nd4j\\.autodiff\\.samediff\\..*|org\\.nd4j\\.imports\\..*")
            .because("DL4J's own formats are read by its own old parsers, so only what was written here is read");
}
