package dev.stagedoor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** Rules inside the packages that the compiler cannot check. */
class ArchitectureTests {

    private static final Pattern NUMBER_FORMAT = Pattern.compile("%[-#+ 0-9,(.$]*[doxXeEfgGaA]\\b");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stagedoor");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.stagedoor.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void webPackagesOfFeaturesAreNotImported() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stagedoor.*.web..")
                .should()
                .dependOnClassesThat(describe(
                        "reside in the web package of a feature",
                        type -> type.getPackageName().matches("dev\\.stagedoor\\.(?!platform)\\w+\\.web")))
                .check(CODE);
    }

    @Test
    void applicationClassIsNotImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(StagedoorApplication.class)
                .check(CODE);
    }

    @Test
    void entitiesAndRepositoriesAreNotPublic() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .or()
                .areAnnotatedWith(org.springframework.stereotype.Repository.class)
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void servicesAndComponentsContainNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(Service.class)
                .or()
                .areAnnotatedWith(Component.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class, JdbcOperations.class, DataSource.class)
                .check(CODE.that(describe(
                        "reside in a feature", type -> !type.getPackageName().startsWith("dev.stagedoor.platform"))));
    }

    @Test
    void controllersAreNotPublic() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .and()
                .resideOutsideOfPackage("dev.stagedoor.platform..")
                .should()
                .notBePublic()
                .andShould()
                .resideInAPackage("..web")
                .check(CODE);
    }

    @Test
    void transactionsBeginInServices() {
        noClasses()
                .that()
                .resideInAPackage("..web")
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..web")
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .check(CODE);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @Test
    void vagueClassNamesAreNotUsed() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Mapper)")
                .check(CODE.that(describe(
                        "do not implement AuthenticationManager",
                        type -> !type.isAssignableTo(
                                org.springframework.security.authentication.AuthenticationManager.class))));
    }

    @Test
    void dtosAreRecords() {
        classes().that().haveSimpleNameEndingWith("Dto").should().beRecords().check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void textDoesNotDependOnTheLocaleOfTheMachine() throws IOException {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(CODE);
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(ArchitectureTests::formatsNumbers);
        }
    }

    /** {@code %s} writes the digits of the default locale, {@code %s} ASCII digits. */
    private static boolean formatsNumbers(Path source) {
        try {
            return NUMBER_FORMAT.matcher(Files.readString(source)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void cronTasksUseASharedLock() {
        methods()
                .that(describe(
                        "have a cron expression",
                        method -> method.tryGetAnnotationOfType(Scheduled.class)
                                .filter(schedule -> !schedule.cron().isEmpty())
                                .isPresent()))
                .should()
                .beAnnotatedWith(SchedulerLock.class)
                .check(CODE);
    }

    @Test
    void jacksonTwoIsNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(CODE);
    }

    @Test
    void packagesHaveAPackageInfo() {
        var packages =
                CODE.stream().map(JavaClass::getPackageName).distinct().filter(name -> !name.equals("dev.stagedoor"));

        assertThat(packages).allMatch(name -> CODE.contain(name + ".package-info"));
    }
}
