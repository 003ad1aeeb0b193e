package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/line-probe} where the gateway that brings its alarm to somebody is away too, as it is when a network is lost. */
class LineProbeTest {

    private static final String WORKS = "echo \"$1\" >>told";

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void nobodyListens() throws IOException {
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            page = "http://127.0.0.1:" + port.getLocalPort() + "/q/health/well";
        }
    }

    @Test
    void anAlarmThatReachedNobodyIsTriedAgainByTheNextRound() throws Exception {
        round(WORKS);
        round("exit 1");
        assertThat(told()).isEmpty();

        round(WORKS);
        round(WORKS);
        assertThat(told()).containsExactly("panne");
    }

    @Test
    void anAlarmThatHangsIsGivenUpAndTriedAgain() throws Exception {
        round(WORKS);
        round("exec sleep 600");
        round(WORKS);
        assertThat(told()).containsExactly("panne");
    }

    @Test
    void aReturnThatReachedNobodyIsToldByTheNextRound() throws Exception {
        round(WORKS);
        round(WORKS);
        page = folder.resolve("answers").toUri().toString();
        Files.createFile(folder.resolve("answers"));
        Files.move(counted(), folder.resolve("state").resolve(page.replaceAll("[^A-Za-z0-9.-]", "_")));

        round("exit 1");
        round(WORKS);
        round(WORKS);
        assertThat(told()).containsExactly("panne", "rétabli");
    }

    private void round(String alarm) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("alarm"), alarm + "\n");
        var probe = new ProcessBuilder(
                        Path.of("deploy/line-probe").toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        probe.environment().put("APPUI_PROBE_STATE", folder.resolve("state").toString());
        probe.environment().put("APPUI_PROBE_PAGES", page);
        probe.environment().put("APPUI_PROBE_ALARM", "bash alarm");
        probe.environment().put("APPUI_PROBE_PATIENCE", "1");
        Process run = probe.start();
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor()).as(said).isLessThanOrEqualTo(1);
    }

    private Path counted() throws IOException {
        try (var files = Files.list(folder.resolve("state"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<String> told() throws IOException {
        Path told = folder.resolve("told");
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }
}
