package org.netloom.access;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import org.netloom.workspace.Access;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;

/** Nobody goes round the one place where access is decided. */
@AnalyzeClasses(packages = "org.netloom", importOptions = ImportOption.DoNotIncludeTests.class)
class AccessWallsTest {

    private static final DescribedPredicate<JavaClass> OPEN_TO_EVERYONE = describe(
            "say that they are open to everyone",
            type -> type.tryGetAnnotationOfType(Open.class)
                    .map(open -> open.to() == Open.To.EVERYONE)
                    .orElse(false));

    private static final DescribedPredicate<JavaClass> SAY_WHOM_THEY_LET_IN = describe(
            "say whom they let in", type -> type.isAnnotatedWith(Needs.class) || type.isAnnotatedWith(Open.class));

    private static final DescribedPredicate<JavaClass> BEHIND =
            describe("for services only", type -> ServiceDoors.BEHIND.contains(type.getSimpleName()));

    @ArchTest
    static final ArchRule accessIsDecidedInOnePlace = classes()
            .that()
            .implement(Access.class)
            .should()
            .haveSimpleName("AccountAccess")
            .because("a second decision would soon be another one");

    @ArchTest
    static final ArchRule whoAsksIsReadWherePeopleSignIn = noClasses()
            .that()
            .resideOutsideOfPackages("..netloom.workspace..", "..netloom.shell")
            .and()
            .haveNameNotMatching(".*\\.api\\.Live\\w+(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SecurityContextHolder.class)
            .because("everybody else asks Access; live channels carry who asked over to the thread that sends");

    @ArchTest
    static final ArchRule doorsDoNotUseStores = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..netloom.shell..", "..netloom.api..")
            .should()
            .callMethodWhere(target(owner(describe("a store", type -> type.isAnnotatedWith(Repository.class)))))
            .because("stores answer whoever asks; services ask Access first");

    @ArchTest
    static final ArchRule doorsDoNotReachBehind = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..netloom.shell..", "..netloom.api..")
            .and()
            .resideOutsideOfPackage("..netloom.workspace.ui..")
            .should()
            .dependOnClassesThat(BEHIND)
            .because("what they do is not asked about once more; signing a browser in is left to the pages for that");

    @ArchTest
    static final ArchRule pagesSayWhomTheyLetIn = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .or()
            .areAnnotatedWith(Layout.class)
            .should()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .andShould(from(SAY_WHOM_THEY_LET_IN))
            .because("Vaadin asks whether somebody is signed in, Access asks whether they may");

    @ArchTest
    static final ArchRule nothingIsOpenToEveryoneBySlip = classes()
            .that()
            .areAnnotatedWith(AnonymousAllowed.class)
            .should(from(OPEN_TO_EVERYONE))
            .because("a page without sign-in needs a reason");

    @ArchTest
    static final ArchRule browsersCallNoMethods = methods()
            .should()
            .notBeAnnotatedWith(ClientCallable.class)
            .because("what a browser can call by name is a door that no list of endpoints shows");

    @ArchTest
    static final ArchRule pagesHandOutNoFiles = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "hand files to browsers",
                    type -> type.getName().startsWith("com.vaadin.flow.server.streams.")
                            || type.getName().equals("com.vaadin.flow.server.StreamResource")
                            || type.getName().equals("com.vaadin.flow.server.StreamReceiver")))
            .because("downloads are endpoints of the API, where they are asked about at every request");
}
