package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of obligations names pages, addresses and tests that there are. */
class TraceabilityTest {

    private static final Path TABLE = Path.of("docs", "fr", "tracabilite.md");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private record Obligation(String text, String state, String pages, String addresses, String tests) {

        static Obligation of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Obligation(cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
        }
    }

    @Test
    void everyPageIsARoute() throws IOException {
        String routes = Files.readString(Path.of("docs", "fr", "roles.md"));
        assertThat(obligations().stream().flatMap(obligation -> named(obligation.pages())))
                .isNotEmpty()
                .allMatch(page -> routes.contains("| `GET " + page + "`"));
    }

    @Test
    void everyAddressIsInTheOpenApiDocument() throws IOException {
        String document = Files.readString(Path.of("docs", "openapi.yaml"));
        assertThat(obligations().stream().flatMap(obligation -> named(obligation.addresses())))
                .isNotEmpty()
                .allMatch(address -> document.contains("\n  " + address + ":\n"));
    }

    @Test
    void everyTestNamedExists() throws IOException {
        assertThat(obligations().stream().flatMap(obligation -> named(obligation.tests())))
                .isNotEmpty()
                .allMatch(TraceabilityTest::isATest);
    }

    @Test
    void whatIsHeldHasATestAndWhatIsMissingClaimsNothing() throws IOException {
        for (Obligation obligation : obligations()) {
            assertThat(obligation.state()).as(obligation.text()).matches("Tenu|Manque|En partie : .+");
            assertThat(named(obligation.tests()).findAny().isPresent())
                    .as(obligation.text())
                    .isEqualTo(!obligation.state().equals("Manque"));
        }
    }

    @Test
    void everyPartOfTheDocumentThatObligesIsThere() throws IOException {
        assertThat(Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("## ")))
                .extracting(line -> line.substring(3, 5))
                .containsExactly("§2", "§4", "§5", "§6", "§7", "Ce");
    }

    private static List<Obligation> obligations() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| [^§].*"))
                .map(Obligation::of)
                .toList();
    }

    private static Stream<String> named(String cell) {
        return NAMED.matcher(cell).results().map(found -> found.group(1));
    }

    /** {@code Class}, or {@code Class#method}. */
    private static boolean isATest(String name) {
        String[] parts = name.split("#", 2);
        return source(parts[0])
                .filter(text -> text.contains("@Test") || text.contains("@ParameterizedTest"))
                .filter(text -> parts.length == 1 || isMethod(parts[1], text))
                .findAny()
                .isPresent();
    }

    private static boolean isMethod(String method, String text) {
        Matcher declared = Pattern.compile("@(?:Test|ParameterizedTest)\\b[^;]*?\\bvoid " + method + "\\(")
                .matcher(text);
        return declared.find();
    }

    private static Stream<String> source(String type) {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files
                    .filter(file -> file.getFileName().toString().equals(type + ".java"))
                    .map(TraceabilityTest::text)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
