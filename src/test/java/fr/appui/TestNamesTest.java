package fr.appui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Disabled;

/** What a test is called decides when it runs and beside what: docs/tests.md. */
@AnalyzeClasses(packages = "fr.appui", importOptions = OnlyIncludeTests.class)
class TestNamesTest {

    /** Named Story or Benchmark, it runs in a profile of its own. */
    @ArchTest
    static final ArchRule whatStartsTheApplicationIsAnIntegrationTest =
            classes().that().areAnnotatedWith(QuarkusTest.class).should().haveNameMatching(".*(IT|Story|Benchmark)");

    @ArchTest
    static final ArchRule noTestIsSwitchedOff = noClasses().should().beAnnotatedWith(Disabled.class);
}
