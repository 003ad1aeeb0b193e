package fr.appui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a production package leaves out can be left out: nothing else of the product names it, and nothing that is read says it is
 * there. {@code deploy/package-try} looks into the package itself.
 */
class ProductionPackageTest {

    private static final Pattern EXCLUDED = Pattern.compile("<exclude>(fr/appui/[^<]+)</exclude>");
    private static final Path PROVIDED = Path.of("src/demonstration/resources/META-INF/services");

    private static final List<String> LEFT_OUT = leftOut();

    @Test
    void theProductNamesNothingThatItsPackageLeavesOut() {
        Set<JavaClass> leftOut = Product.CLASSES.stream()
                .filter(ProductionPackageTest::isLeftOut)
                .collect(Collectors.toSet());
        DescribedPredicate<JavaClass> out = DescribedPredicate.describe("left out", leftOut::contains);
        assertThat(LEFT_OUT)
                .allSatisfy(place -> assertThat(Product.CLASSES.stream().filter(type -> isIn(place, type)))
                        .as(place)
                        .isNotEmpty());
        noClasses()
                .that(DescribedPredicate.not(out))
                .should()
                .dependOnClassesThat(out)
                .check(Product.CLASSES);
    }

    @Test
    void whatIsFoundByItsServiceIsLeftOutWithIt() throws IOException {
        try (var services = Files.list(PROVIDED)) {
            assertThat(services).isNotEmpty().allSatisfy(service -> {
                Class<?> provider = Class.forName(Files.readString(service).strip());
                assertThat(isLeftOut(new ClassFileImporter().importClass(provider)))
                        .isTrue();
                assertThat(Path.of("src/main/resources/META-INF/services").resolve(service.getFileName()))
                        .doesNotExist();
            });
        }
    }

    private static boolean isLeftOut(JavaClass type) {
        return LEFT_OUT.stream().anyMatch(place -> isIn(place, type));
    }

    private static boolean isIn(String place, JavaClass type) {
        String file = type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java";
        return file.equals(place) || place.endsWith("/**") && file.startsWith(place.replace("**", ""));
    }

    private static List<String> leftOut() {
        return EXCLUDED.matcher(TextFiles.read(Path.of("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
