package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What these files name is there, and what they promise of two nodes is in them; {@code deploy/container-try} builds the images. */
class ContainerFilesTest {

    private static final Path FOLDER = Path.of("deploy/container");
    private static final Set<String> WITHOUT_A_DATABASE =
            Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    @Test
    void everySettingExists() throws IOException {
        for (String file : List.of("appui.properties", "kubernetes/appui.properties")) {
            var settings = new Properties();
            try (Reader text = Files.newBufferedReader(FOLDER.resolve(file))) {
                settings.load(text);
            }
            assertThat(new KnownSettings().unknown(settings.stringPropertyNames()))
                    .as(file)
                    .isEmpty();
        }
        Set<String> known = Files.readAllLines(Path.of("src/main/resources/configuration-keys.txt")).stream()
                .map(key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(found("Containerfile", "\\b(APPUI_[A-Z_]+)=")).isNotEmpty().isSubsetOf(known);
        assertThat(found("compose.yaml", "\\b(APPUI_[A-Z_]+):")).isNotEmpty().isSubsetOf(known);
    }

    /** AMI and ARI are two addresses, each the loop where nothing else is said: without the second no ladder is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/appui.properties.example",
                "deploy/container/appui.properties",
                "deploy/container/kubernetes/appui.properties"
            })
    void whoseSwitchIsElsewhereIsToldWhereItsAriIsToo(String file) throws IOException {
        var settings = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(file))) {
            settings.load(text);
        }
        String aSwitch = "appui.telephony.switches.lille.";
        String host = settings.getProperty(aSwitch + "host");
        assertThat(host).isNotNull();
        assertThat(settings.getProperty(aSwitch + "ari.host", "127.0.0.1")).isEqualTo(host);
    }

    /** Asterisk makes the folder of its socket as root alone; without it « asterisk -rx » fails, and so does the probe. */
    @Test
    void theSwitchHasAFolderForItsSocket() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("Containerfile.asterisk")))
                .containsPattern("install -d -o asterisk [^&]*/run/asterisk[^&]*\\n[\\s\\S]*USER asterisk");
        assertThat(podOf("asterisk").toString()).contains("exec={command=[asterisk, -rx,");
    }

    /** Debian's package lays them beside, under the name of who speaks. */
    @Test
    void theSwitchHasFrenchDigits() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("Containerfile.asterisk")))
                .containsPattern(
                        "asterisk-core-sounds-fr-wav[\\s\\S]*ln -s \\S*/digits \\S*/sounds/fr/digits\\nUSER asterisk");
    }

    @Test
    void noContainersLogGrowsForEver() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        assertThat(at(compose, "services").keySet())
                .hasSize(3)
                .allSatisfy(service -> assertThat(at(compose, "services", service, "logging", "options"))
                        .containsKeys("max-size", "max-file"));
    }

    @Test
    void whatHoldsSecretsStaysOutOfTheRepository() throws IOException {
        List<String> ignored = Files.readAllLines(FOLDER.resolve(".gitignore"));
        assertThat(found("compose.yaml", "env_file: \\[([^]]+)]")).isNotEmpty().isSubsetOf(ignored);
        assertThat(found("compose.yaml", "\\./([\\w-]+-site\\.conf):"))
                .isNotEmpty()
                .isSubsetOf(ignored);
    }

    @Test
    void whatIsCopiedIsThereOrBuilt() throws IOException {
        for (String file : List.of("Containerfile", "Containerfile.asterisk")) {
            for (String source : found(file, "(?m)^COPY (\\S+) ")) {
                assertThat(source.startsWith("target/") || Files.exists(Path.of(source.replaceFirst("/\\*.*$", ""))))
                        .as(file + ": " + source)
                        .isTrue();
            }
        }
    }

    /** The archive of classes belongs to the options that the service is run with. */
    @Test
    void theServiceIsRunAsByThePackage() throws IOException {
        String packaged = Files.readAllLines(Path.of("deploy/debian/default")).stream()
                .filter(line -> line.startsWith("APPUI_JAVA_OPTIONS="))
                .map(line -> line.substring("APPUI_JAVA_OPTIONS=".length()).replace("\"", ""))
                .findFirst()
                .orElseThrow();
        String image = Files.readString(FOLDER.resolve("Containerfile"));
        assertThat(List.of(packaged.split(" ")))
                .allSatisfy(option -> assertThat(image).contains("\"" + option + "\""));
    }

    @Test
    void accountsAreThoseOfTheImages() throws IOException {
        String service = found("Containerfile", "--uid (\\d+)").iterator().next();
        String gid = found("Containerfile.asterisk", "--gid (\\d+)").iterator().next();
        assertThat(podOf("appui").toString()).contains("runAsUser=" + service);
        assertThat(podOf("asterisk").toString()).contains("runAsUser=" + gid);
        assertThat(Files.readString(FOLDER.resolve("compose.yaml"))).contains("group_add: [\"" + gid + "\"]");
    }

    @Test
    void nothingRunsAsRootButWhatMakesTheSwitchsFolders() throws IOException {
        List<Map<String, Object>> pods = documents().stream()
                .filter(document ->
                        document.containsKey("spec") && at(document, "spec").containsKey("template"))
                .map(document -> at(document, "spec", "template", "spec"))
                .toList();
        assertThat(pods).hasSize(4).allSatisfy(pod -> {
            assertThat(at(pod, "securityContext")).containsEntry("runAsNonRoot", true);
            assertThat(pod.get("containers").toString()).doesNotContain("runAsUser=0");
            assertThat(pod.get("containers").toString()).contains("allowPrivilegeEscalation=false");
        });
    }

    @Test
    void probesAskNothingThatADatabaseAnswers() throws IOException {
        List<String> paths = new ArrayList<>();
        walk(podOf("appui"), map -> {
            if (map.get("httpGet") instanceof Map<?, ?> asked) {
                paths.add(String.valueOf(asked.get("path")));
            }
        });
        assertThat(paths).hasSize(3).isSubsetOf(WITHOUT_A_DATABASE);
    }

    @Test
    void twoNodesAreNeverOnOneMachineNorEndedTogether() throws IOException {
        Map<String, Object> nodes = of("StatefulSet", "appui");
        assertThat(at(nodes, "spec")).containsEntry("replicas", 2);
        assertThat(podOf("appui").toString())
                .contains("requiredDuringSchedulingIgnoredDuringExecution", "kubernetes.io/hostname");
        Map<String, Object> budget = at(of("PodDisruptionBudget", "appui"), "spec");
        assertThat(budget).containsEntry("minAvailable", 1);
        assertThat(at(budget, "selector", "matchLabels")).isEqualTo(at(nodes, "spec", "selector", "matchLabels"));
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(documents()).noneMatch(document -> "Secret".equals(document.get("kind")));
    }

    private static Set<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> podOf(String name) throws IOException {
        return documents().stream()
                .filter(document -> name.equals(at(document, "metadata").get("name"))
                        && document.containsKey("spec")
                        && at(document, "spec").containsKey("template"))
                .map(document -> at(document, "spec", "template", "spec"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> of(String kind, String name) throws IOException {
        return documents().stream()
                .filter(document -> kind.equals(document.get("kind"))
                        && name.equals(at(document, "metadata").get("name")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents() throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("kubernetes"))) {
            for (Path file : files.filter(
                            path -> path.toString().endsWith(".yaml") && !path.endsWith("kustomization.yaml"))
                    .toList()) {
                StreamSupport.stream(new Yaml().loadAll(Files.readString(file)).spliterator(), false)
                        .forEach(document -> documents.add((Map<String, Object>) document));
            }
        }
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> document, String... path) {
        Map<String, Object> here = document;
        for (String step : path) {
            here = (Map<String, Object>) here.getOrDefault(step, Map.of());
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static void walk(Object node, Consumer<Map<String, Object>> each) {
        if (node instanceof Map<?, ?> map) {
            each.accept((Map<String, Object>) map);
            map.values().forEach(value -> walk(value, each));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> walk(value, each));
        }
    }
}
