package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
}
