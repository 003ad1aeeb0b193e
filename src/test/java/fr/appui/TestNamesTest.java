package fr.appui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a test is called decides when it runs and beside what: docs/tests.md. */
@AnalyzeClasses(packages = "fr.appui", importOptions = OnlyIncludeTests.class)
class TestNamesTest {

    /** Named Story or Benchmark, it runs in a profile of its own. */
    @ArchTest
    static final ArchRule whatStartsTheApplicationIsAnIntegrationTest =
            classes().that().areAnnotatedWith(QuarkusTest.class).should().haveNameMatching(".*(IT|Story|Benchmark)");

    /** Whatever needs no application waits for no turn of the application's tests: last of all, it would keep a run waiting alone. */
    @ArchTest
    static final ArchRule whatNeedsNoApplicationRunsBesideIt = classes()
            .that()
            .haveSimpleNameEndingWith("IT")
            .and()
            .areNotAnnotatedWith(QuarkusTest.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should(new ArchCondition<>("say @Execution(CONCURRENT)") {
                @Override
                public void check(JavaClass suite, ConditionEvents events) {
                    if (AnnotationSupport.findAnnotation(suite.reflect(), Execution.class)
                            .filter(said -> said.value() == ExecutionMode.CONCURRENT)
                            .isEmpty()) {
                        events.add(SimpleConditionEvent.violated(suite, suite.getName() + " does not"));
                    }
                }
            });

    @ArchTest
    static final ArchRule noTestIsSwitchedOff = noClasses().should().beAnnotatedWith(Disabled.class);

    /** Of a journey in a browser its package is named; the one of each kind that stays is named beside it. */
    @ArchTest
    static final ArchRule whatIsLeftOutOfEachRunIsToldInTheDocuments = classes()
            .that()
            .areAnnotatedWith(Whole.class)
            .or()
            .containAnyMethodsThat(DescribedPredicate.describe(
                    "are told before a release alone", method -> method.isAnnotatedWith(Whole.class)))
            .should(new ArchCondition<>("stand in docs/tests.md, « What is told before a release alone »") {
                private final String told = TextFiles.read(Path.of("docs/tests.md"))
                        .replaceFirst("(?s).*\n## What is told before a release alone\n", "")
                        .replaceFirst("(?s)\n## .*", "");

                @Override
                public void check(JavaClass suite, ConditionEvents events) {
                    if (!told.contains(suite.getSimpleName()) && !told.contains("`" + suite.getPackageName() + "`")) {
                        events.add(SimpleConditionEvent.violated(suite, suite.getName() + " does not"));
                    }
                }
            });
}
