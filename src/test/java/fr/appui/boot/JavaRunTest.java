package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/java-run}, by which unit and commands start the service, with the java of whatever JDK an administrator gives it. */
class JavaRunTest {

    private static final String ARCHIVE = "-XX:AOTCache=/var/cache/appui/classes";

    @TempDir
    Path folder;

    private record Ended(int status, List<String> said) {}

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_442", "11.0.26", "17.0.15", "17-ea", "20.0.2"})
    void aJavaThatIsTooOldIsRefusedBeforeItRuns(String version) throws Exception {
        for (Path java : List.of(javaThatSays(version), jdk(version))) {
            Ended refused = run(java.toString(), "-jar", "quarkus-run.jar");
            assertThat(refused.said())
                    .singleElement()
                    .asString()
                    .startsWith("Erreur : le service ne peut pas être lancé : " + java);
            assertThat(refused.said().getFirst())
                    .contains("Java " + version, "JDK 21", "APPUI_JAVA", "/etc/default/appui", "appui java-unpack");
            assertThat(refused.status()).isEqualTo(StartMistakes.EXIT);
        }
    }

    @Test
    void aJavaThatIsNotThereIsToldSo() throws Exception {
        Ended refused = run(folder.resolve("absent").toString(), "-version");
        assertThat(refused.said())
                .singleElement()
                .asString()
                .contains(folder.resolve("absent").toString(), "APPUI_JAVA");
        assertThat(refused.status()).isEqualTo(StartMistakes.EXIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "21.0.7", "25.0.3", "26-ea", "100.0.1"})
    void oneThatIsRecentRunsWithItsOptionsAndItsStatus(String version) throws Exception {
        for (Path java : List.of(javaThatSays(version), jdk(version))) {
            Ended ran = run(java.toString(), "-Dname=two words", "", "-jar", "*");
            assertThat(ran.said()).containsExactly("-Dname=two words", "", "-jar", "*");
            assertThat(ran.status()).isEqualTo(7);
        }
    }

    /** Where a JDK 25 made the archive, one older than it would not start, for an option that it does not know. */
    @Test
    void anArchiveOfALaterJdkKeepsNoServiceFromStarting() throws Exception {
        assertThat(run(jdk("21.0.7").toString(), "-Xmx512m", ARCHIVE, "-jar", "x")
                        .said())
                .containsExactly("-Xmx512m", "-jar", "x");
        assertThat(run(jdk("25.0.3").toString(), "-Xmx512m", ARCHIVE, "-jar", "x")
                        .said())
                .containsExactly("-Xmx512m", ARCHIVE, "-jar", "x");
    }

    @Test
    void theOptionsOfThePackageAreThoseThatItsJdkKnows() throws Exception {
        String trimming = "-XX:TrimNativeHeapInterval=";
        String packaged = Files.readString(Path.of("deploy/debian/default"));
        assertThat(packaged).contains(trimming);
        assertThat(run(jdk("21").toString(), trimming + "60000", "-jar", "x").said())
                .containsExactly("-jar", "x");
        for (String updated : List.of("21.0.1", "25", "25.0.3")) {
            assertThat(run(jdk(updated).toString(), trimming + "60000", "-jar", "x")
                            .said())
                    .containsExactly(trimming + "60000", "-jar", "x");
        }
    }

    /** The archive that is there serves on. */
    @Test
    void whatMakesTheArchiveRefusesTheSame() throws Exception {
        Path java = jdk("17.0.15");
        Path packaged = Files.createDirectories(folder.resolve("package"));
        Files.createFile(packaged.resolve("quarkus-run.jar"));
        Ended refused = ended(
                "deploy/archive",
                java.toString(),
                packaged.toString(),
                folder.resolve("cache").toString());
        assertThat(refused.said())
                .singleElement()
                .asString()
                .startsWith("Erreur : le service ne peut pas être lancé : " + java)
                .contains("Java 17.0.15", "APPUI_JAVA");
        assertThat(refused.status()).isEqualTo(StartMistakes.EXIT);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    /** A program of its own, by some other's name: asked. */
    private Path javaThatSays(String version) throws IOException {
        return program(Files.createTempDirectory(folder, "bare").resolve("bin/java"), version);
    }

    /** As they all come: what it is stands beside, and nobody runs it to know. */
    private Path jdk(String version) throws IOException {
        Path home = Files.createTempDirectory(folder, "jdk");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Debian\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = program(home.resolve("lib/java"), "unasked");
        Files.createDirectories(home.resolve("bin"));
        Files.move(java, home.resolve("bin/java"));
        return Files.createSymbolicLink(home.resolve("java"), home.resolve("bin/java")); // as /usr/bin/java
    }

    private static Path program(Path where, String version) throws IOException {
        Files.createDirectories(where.getParent());
        Files.writeString(where, """
                #!/bin/sh
                if [ "$*" = -version ]; then
                  echo 'Picked up JAVA_TOOL_OPTIONS: -Dx' >&2
                  echo 'openjdk version "%s" 2025-04-15' >&2
                  exit
                fi
                printf '%%s\\n' "$@"
                exit 7
                """.formatted(version));
        assertThat(where.toFile().setExecutable(true)).isTrue();
        return where;
    }

    private Ended run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("deploy/java-run"));
        command.addAll(List.of(words));
        return ended(command.toArray(String[]::new));
    }

    private Ended ended(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(said, UTF_8));
    }
}
