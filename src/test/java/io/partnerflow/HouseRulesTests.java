package io.partnerflow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.partnerflow.engine.ProcessDelegate;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a reader of the house may rely on everywhere. */
@AnalyzeClasses(packages = "io.partnerflow", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

    @ArchTest
    ArchRule onlyTheEnginePackageKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("io.partnerflow.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.operaton..", "org.cibseven..");

    @ArchTest
    ArchRule delegatesAreStepsAndNothingElse = classes()
            .that()
            .areAssignableTo(ProcessDelegate.class)
            .and()
            .doNotHaveSimpleName("ProcessDelegate")
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    ArchRule tablesStayInsideTheirModule = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    ArchRule timeComesFromTheClock = noClasses()
            .that()
            .areNotAssignableTo(Clock.class)
            .and()
            .resideOutsideOfPackage("io.partnerflow.demo") // which plays the past until it has caught up with real time
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    ArchRule moneyIsExact = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("io.partnerflow.pricing..")
                    .or(resideInAPackage("io.partnerflow.tax.."))
                    .or(resideInAPackage("io.partnerflow.billing.."))
                    .or(resideInAPackage("io.partnerflow.subscriptions.."))
                    .or(resideInAPackage("io.partnerflow.orders.."))
                    .or(resideInAPackage("io.partnerflow.catalogue.."))
                    .or(resideInAPackage("io.partnerflow.shared..")))
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    ArchRule arithmeticKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage("io.partnerflow.pricing..", "io.partnerflow.tax..", "io.partnerflow.shared..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    ArchRule pagesAndApiDecideNothingInTransactions = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.partnerflow.portal..")
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    ArchRule noUserTextBecomesATemplate = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.thymeleaf.templateresolver.StringTemplateResolver");

    /** A programme is configuration: its code stands in policy, catalogue and the demo's script, and nowhere else. */
    @Test
    void noCodeNamesAProgramme() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/demo/"))
                            .filter(HouseRulesTests::namesAProgramme)
                            .toList())
                    .isEmpty();
        }
    }

    /** Of two texts with one key only one is ever shown. */
    @Test
    void everyTextHasAKeyOfItsOwn() throws IOException {
        var seen = new HashSet<String>();
        try (var bundles = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(bundles.filter(file -> !file.toString().contains("_")) // another language says the same again
                            .flatMap(HouseRulesTests::keys)
                            .filter(key -> !seen.add(key)))
                    .isEmpty();
        }
    }

    private static Stream<String> keys(Path bundle) {
        try (var text = Files.newBufferedReader(bundle)) {
            var texts = new Properties();
            texts.load(text);
            return texts.stringPropertyNames().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean namesAProgramme(Path file) {
        try {
            var code =
                    Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?s)@Schema\\(.*?\\)\\s", "");
            return List.of("\"licence\"", "\"seats\"", "\"hosting\"", "\"workplace\"").stream()
                    .anyMatch(code::contains);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
