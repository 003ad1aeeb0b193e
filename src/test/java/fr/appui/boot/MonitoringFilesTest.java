package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alert over a metric that nobody writes any more never fires. What the rules say, promtool tries (docs/operations.md). */
class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("deploy/monitoring");
    private static final Pattern ASKED = Pattern.compile("\\bappui_[a-z_]+");
    private static final Pattern BEYOND = Pattern.compile("(?:>|==) (-?[1-9][\\d.]*|0\\.\\d+)");
    private static final Pattern WRITTEN = Pattern.compile("\"(appui\\.[a-z.]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"appui.rules.yml", "appui.rules.test.yml", "appui.dashboard.json"})
    void everyMetricAskedForIsWritten(String file) throws IOException {
        Set<String> written = written();
        assertThat(names(Files.readString(FOLDER.resolve(file)))).isNotEmpty().isSubsetOf(written);
    }

    /** Whoever is told what to do looks there. */
    @Test
    void everyMetricOfTheRulesIsExplained() throws IOException {
        assertThat(names(Files.readString(Path.of("docs/operations.md"))))
                .containsAll(names(Files.readString(FOLDER.resolve("appui.rules.yml"))));
    }

    /** « Alert when » beside it says so; of what waits, how long it waits is what one gets up for. */
    @Test
    void everyMetricToldToAlertOnHasARule() throws IOException {
        String table = Files.readString(Path.of("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("| `appui_"))
                .map(line -> line.split("\\|")[1])
                .collect(Collectors.joining());
        Set<String> told = names(table);
        assertThat(told).hasSizeGreaterThan(10);
        told.remove("appui_outbox_waiting");
        assertThat(names(Files.readString(FOLDER.resolve("appui.rules.yml")))).containsAll(told);
    }

    /** How long, beyond what and whether somebody gets up for it: the page says what the rules do. */
    @Test
    void everyAlertIsToldAsItsRuleHasIt() throws IOException {
        List<String> told = Files.readString(Path.of("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("| `appui_"))
                .flatMap(line -> Stream.of(line.split("\\|")[2].split("(?=`Appui)")))
                .map(String::strip)
                .toList();
        assertThat(rules()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            String when = told.stream()
                    .filter(alert -> alert.startsWith("`" + rule.get("alert") + "`"))
                    .findFirst()
                    .orElse("");
            assertThat(when)
                    .as("%s in docs/operations.md", rule.get("alert"))
                    .contains(", " + rule.get("severity") + ": ")
                    .contains(rule.getOrDefault("for", ""));
            assertThat(BEYOND.matcher(rule.get("expr")).results().map(beyond -> beyond.group(1)))
                    .allSatisfy(number -> assertThat(when).contains(number));
        });
    }

    private static List<Map<String, String>> rules() throws IOException {
        return Stream.of(Files.readString(FOLDER.resolve("appui.rules.yml")).split("- alert: "))
                .skip(1)
                .map(rule -> Map.of(
                        "alert", rule.lines().findFirst().orElseThrow(),
                        "expr", one(rule, "(?s)expr: (.*?)\\n\\s+(?:for|labels):"),
                        "for", one(rule, "\\bfor: (\\w+)"),
                        "severity", one(rule, "severity: (\\w+)")))
                .toList();
    }

    private static String one(String rule, String pattern) {
        return Pattern.compile(pattern)
                .matcher(rule)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** Without what Micrometer adds for Prometheus. */
    private static Set<String> names(String text) {
        return ASKED.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("(_total|_seconds_(sum|count)|_seconds)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .map(MonitoringFilesTest::text)
                    .flatMap(text -> WRITTEN.matcher(text).results().map(found -> found.group(1)))
                    .map(name -> name.replace('.', '_').replaceAll("_seconds$", ""))
                    .collect(Collectors.toSet());
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
