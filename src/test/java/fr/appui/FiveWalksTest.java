package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the walks of CONTRIBUTING.md name is where their examples stand, all of it and nothing else; README.md names each room. */
class FiveWalksTest {

    private static final Path JAVA = Path.of("src/main/java/fr/appui");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern NAMED =
            Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+|[a-z]+/[\\w-]+\\.(?:html|yaml|js))`");

    /** Migrations are named in general, and data of a demonstration is none of the code. */
    private static final Pattern BESIDE = Pattern.compile("^(?:db/migration|reference)/");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a rule of the rota with a setting; 14;"
                        + " restDays|rest_days|name=\"repos\"|\\bREST\\(|Rule\\.REST\\b|\\.repos\\b",
                "an option of the escalation; 7; redialsFirst|redials_first",
                "an indicator; 5; advice-nature|\\bNATURES\\b",
                "a field to the sheet of a call; 16; [wW]ithoutAdvice|without-advice|WITHOUT_ADVICE",
                "a local rule of a territory; 8; admitsUnknown|admits_unknown",
                "a field to a physician; 7; workingTimes?\\b|WorkingTime\\b|working_time"
            })
    void aWalkNamesTheFilesOfItsExample(String title, int files, String example) {
        String walk = walk(title);
        Set<String> named = NAMED.matcher(walk)
                .results()
                .map(MatchResult::group)
                .map(FiveWalksTest::file)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(holding(Pattern.compile(example)));
        assertThat(walk).contains(files + " files");
        assertThat(named).hasSize(files);
    }

    @Test
    void aMotifIsNamedNowhereInTheCode() {
        assertThat(walk("a motif")).contains("none", "`nomenclature/default-2026.yaml`");
        assertThat(RESOURCES.resolve("nomenclature/default-2026.yaml")).exists();
        assertThat(holding(Pattern.compile("\\bAGITATION_OR_CONFUSION\\b")))
                .isSubsetOf("nomenclature/default-2026.yaml", "indicators/sample/SampleOutcomes.java");
    }

    @Test
    void theMapNamesEveryRoomAndEachSaysWhatItHolds() throws IOException {
        String map = Files.readString(Path.of("README.md"));
        try (Stream<Path> rooms = Files.list(JAVA)) {
            assertThat(rooms.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(map).contains("`" + room.getFileName() + "`"));
        }
        try (Stream<Path> files = Files.walk(JAVA)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .filter(room -> !room.equals(JAVA))
                            .distinct())
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(room.resolve("package-info.java"))
                            .content()
                            .contains("/**"));
        }
    }

    private static String walk(String title) {
        try {
            return Stream.of(Files.readString(Path.of("CONTRIBUTING.md")).split("\\n(?=- \\*\\*|\\n)"))
                    .map(String::strip)
                    .filter(item -> item.startsWith("- **Add " + title + "**"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String file(String named) {
        String name = named.replace("`", "");
        if (!name.contains("/")) {
            return name.replace('.', '/') + ".java";
        }
        return Stream.of("", "META-INF/resources/", "templates/")
                .map(folder -> folder + name)
                .filter(file -> Files.exists(RESOURCES.resolve(file)))
                .findFirst()
                .orElse(name);
    }

    /** Below {@code fr.appui}, or below the resources. */
    private static Set<String> holding(Pattern example) {
        return Stream.of(JAVA, RESOURCES)
                .flatMap(root -> TextFiles.under(root, ".java", ".html", ".yaml", ".properties", ".js")
                        .filter(file -> example.matcher(TextFiles.read(file)).find())
                        .map(file -> root.relativize(file).toString()))
                .filter(file -> !BESIDE.matcher(file).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
