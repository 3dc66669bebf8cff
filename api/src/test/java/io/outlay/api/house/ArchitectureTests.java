package io.outlay.api.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the picture in docs/architecture.md true. */
class ArchitectureTests {

  private static final String SIMULATOR = "io.outlay.ingestion.simulator..";

  private static final JavaClasses OUTLAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.outlay");

  @Test
  void modulesDependInTheDrawnDirectionOnly() {
    check(
        module("schema")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(modules("domain", "ingestion", "scoring", "api", "embedded")));
    check(
        module("domain")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(modules("schema", "ingestion", "scoring", "api", "embedded")));
    check(
        module("ingestion")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(modules("schema", "scoring", "api", "embedded")));
    check(
        module("scoring")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(modules("schema", "ingestion", "api", "embedded")));
    check(
        module("embedded")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(modules("schema", "domain", "ingestion", "scoring", "api")));
  }

  @Test
  void onlyPostgresPackagesOfTheDomainKnowTheDatabase() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.outlay.domain..")
            .and()
            .resideOutsideOfPackages("..postgres..", "io.outlay.domain.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.r2dbc..", "java.sql..", "org.flywaydb.."));
  }

  @Test
  void domainKnowsNeitherSpringNorKafkaNorGraphQl() {
    check(
        module("domain")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..", "org.apache.kafka..", "reactor.kafka..", "graphql.."));
  }

  @Test
  void onePackageKnowsReactorKafka() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.outlay.ingestion..kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("reactor.kafka.."));
  }

  @Test
  void simulatorSharesNothingWithWhatReadsIt() {
    // A mistake in a helper both sides used would be in the figures and in their check alike.
    check(
        noClasses()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.outlay..").and(resideOutsideOfPackage(SIMULATOR))));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SIMULATOR, "io.outlay.api.demo..", "io.outlay.api.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATOR));
  }

  @Test
  void businessWordsOfTheDomainFormNoCycle() {
    // Their SQL may join words: an organization's change and its audit event are one transaction.
    check(
        SlicesRuleDefinition.slices()
            .matching("io.outlay.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("..postgres.."), alwaysTrue()));
  }

  @Test
  void oneJacksonOnly() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    check(classes().should(liveInANullMarkedPackage()));
  }

  @Test
  void nothingIsWrittenToTheConsoleByHandButByTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "io.outlay.api.commandline..",
                "io.outlay.api.embedded..",
                "io.outlay.embedded..",
                "io.outlay.bench..")
            .should()
            .accessField(System.class, "out"));
  }

  @Test
  void fieldsOfSharedObjectsAreNotPublic() {
    check(
        noClasses()
            .that()
            .areNotInterfaces()
            .should(
                new ArchCondition<JavaClass>("have public mutable fields") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .forEach(
                            field ->
                                events.add(
                                    SimpleConditionEvent.satisfied(field, field.getFullName())));
                  }
                }));
  }

  private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction module(
      String name) {
    return noClasses().that().resideInAPackage("io.outlay." + name + "..");
  }

  private static String[] modules(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = "io.outlay." + names[i] + "..";
    }
    return packages;
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OUTLAY);
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package with a description that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type,
                marked,
                type.getName() + (marked ? " is" : " is not") + " in a null-marked package"));
      }
    };
  }
}
