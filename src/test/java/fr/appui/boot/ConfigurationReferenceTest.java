package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of all keys, and the list that the service refuses other keys by, are what the code says. */
class ConfigurationReferenceTest {

    private static final Path REFERENCE = Path.of("docs/configuration.md");
    private static final Path KEYS = Path.of("src/main/resources/configuration-keys.txt");
    private static final String HEAD = """
        # Configuration reference

        Every key of the service's own, from the code. All are read at the start: a change asks for a restart. `*` is a name that the
        site chooses (a switch, a territory in quotes). What stands under `quarkus.*`, `mp.*` and `kafka.*` is told by those projects;
        which of them matter is in `deploy/appui.properties.example` and `docs/fr/installation.md`.

        A key goes into the file of settings, or into the environment: letters in capitals, all else an underscore
        (`APPUI_OUTREACH_KEPT`); of one that stands in both the file's value is taken. A key under `appui.` of the file that is not in this list
        is refused at the start, with the nearest one. The environment holds what is meant for other programs too: a name that is misspelt there
        is not read, and nothing says so. Durations are `30s`, `5m`, `3h`, `P90D`. Written by
        `./mvnw test -Dtest=ConfigurationReferenceTest` with `-Dconfiguration.write=true` in `JAVA_TOOL_OPTIONS`.

        | key | kind | default | effect |
        |---|---|---|---|
        """;

    @Test
    void theReferenceIsWhatTheCodeSays() throws IOException {
        List<Setting> settings = Setting.all();
        isKept(
                REFERENCE,
                settings.stream().map(ConfigurationReferenceTest::row).collect(Collectors.joining("", HEAD, "")));
        isKept(KEYS, settings.stream().map(setting -> setting.key() + "\n").collect(Collectors.joining()));
    }

    @Test
    void everyKeySaysWhatItDoes() throws IOException {
        assertThat(Setting.all())
                .filteredOn(setting -> setting.effect().isBlank())
                .isEmpty();
    }

    /** SmallRye refuses it at the start where it stands under the prefix of a mapping that does not have it. */
    @Test
    void noKeyIsRefusedThatTheReferenceHas() throws IOException {
        SmallRyeConfigBuilder site =
                new SmallRyeConfigBuilder().withConverter(MemorySize.class, 100, new MemorySizeConverter());
        for (String key : Files.readAllLines(KEYS)) {
            site.withDefaultValue(key.replace("*", "any"), "1");
        }
        Setting.mappings()
                .forEach(mapping -> site.withMapping(
                        mapping, mapping.getAnnotation(ConfigMapping.class).prefix()));
        assertThat(problems(site)).isNotEmpty().noneMatch(problem -> problem.contains("does not map to any root"));
    }

    /** What else than its key is wrong with a value, an address that is {@code 1}, is told beside. */
    private static List<String> problems(SmallRyeConfigBuilder site) {
        try {
            site.build();
            return List.of();
        } catch (ConfigValidationException refused) {
            return IntStream.range(0, refused.getProblemCount())
                    .mapToObj(i -> refused.getProblem(i).getMessage())
                    .toList();
        }
    }

    /** One that is read by name only, in a schedule or in application.properties, would be refused at the start. */
    @Test
    void noKeyIsReadThatTheReferenceDoesNotHave() throws IOException {
        Pattern read = Pattern.compile("(?:\\$\\{|ConfigProperty\\(name = \"|setting\\(\")(appui\\.[a-z0-9.-]+)");
        KnownSettings known = new KnownSettings(Files.readAllLines(KEYS));
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> texts = files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .map(ConfigurationReferenceTest::text)
                    .toList();
            assertThat(texts.stream()
                            .flatMap(text -> read.matcher(text).results().map(found -> found.group(1)))
                            .filter(key -> !known.knows(key)))
                    .isEmpty();
        }
    }

    private static void isKept(Path file, String text) throws IOException {
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run once with JAVA_TOOL_OPTIONS=-Dconfiguration.write=true, then read what changed")
                .hasContent(text);
    }

    private static String row(Setting setting) {
        String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
        return String.format(
                Locale.ROOT, "| `%s` | %s | %s | %s |%n", setting.key(), setting.type(), byDefault, setting.effect());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
