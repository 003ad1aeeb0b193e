package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/line-probe}, as another machine runs it each minute: who does not answer is told, once, and that it answers again. */
@Whole
@ExtendWith(Lab.class)
@WithoutService
class LineProbeIT {

    private static final Pattern AWAY = Pattern.compile("\"" + SwitchProcess.NAME + "\": \"(?!connecté)[^\"]+\"");

    @TempDir
    Path folder;

    private record Round(int status, List<String> alarms) {}

    @Test
    void whoeverDoesNotAnswerIsToldOnceAndSoIsItsReturn(Scene scene) throws Exception {
        String service = scene.service().address() + "/q/health/well";
        String sip = "udp:127.0.0.1:" + scene.asterisk().sip().getPort();
        assertThat(round(scene)).isEqualTo(new Round(0, List.of()));

        scene.service().kill();
        try {
            assertThat(round(scene)).as("once may be chance").isEqualTo(new Round(1, List.of()));
            assertThat(round(scene).alarms())
                    .hasSize(1)
                    .allMatch(told -> told.startsWith("panne le service " + service));
            assertThat(round(scene)).as("told once").isEqualTo(new Round(1, List.of()));
        } finally {
            scene.service().start();
        }
        assertThat(round(scene).alarms()).containsExactly("rétabli le service " + service + " répond de nouveau");

        scene.asterisk().kill();
        try {
            round(scene);
            assertThat(round(scene).alarms())
                    .anyMatch(told -> told.startsWith("panne le commutateur " + sip) && told.contains("continuité"));
            await("the service says of it that its AMI is away")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> AWAY.matcher(scene.service().well()).find());
        } finally {
            scene.asterisk().restart();
            scene.service().isWellAgain();
        }
        // the switch is up before all that is asked of it is
        List<String> told = new ArrayList<>();
        await("all answers again").atMost(Duration.ofMinutes(2)).until(() -> {
            Round after = round(scene);
            told.addAll(after.alarms());
            return after.status() == 0;
        });
        assertThat(told).contains("rétabli le commutateur " + sip + " répond de nouveau");
    }

    @Test
    void withNothingToAskItSaysSo() throws Exception {
        Process probe = new ProcessBuilder("deploy/line-probe")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(probe.getInputStream().readAllBytes())).contains("APPUI_PROBE_SIP");
        assertThat(probe.waitFor()).isEqualTo(64);
    }

    private Round round(Scene scene) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        Files.deleteIfExists(told);
        Path alarm = folder.resolve("alarm");
        Files.writeString(alarm, "echo \"$*\" >>" + told + "\n");
        var probe = new ProcessBuilder("deploy/line-probe")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        probe.environment().put("APPUI_PROBE_STATE", folder.resolve("state").toString());
        probe.environment()
                .put(
                        "APPUI_PROBE_SIP",
                        "udp:127.0.0.1:" + scene.asterisk().sip().getPort());
        probe.environment().put("APPUI_PROBE_PAGES", scene.service().address() + "/q/health/well");
        probe.environment().put("APPUI_PROBE_ALARM", "bash " + alarm);
        probe.environment().put("APPUI_PROBE_WAIT", "20");
        Process run = probe.start();
        assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Round(run.exitValue(), Files.exists(told) ? Files.readAllLines(told) : List.of());
    }
}
