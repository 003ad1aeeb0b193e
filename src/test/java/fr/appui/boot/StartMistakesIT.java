package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged service with settings that somebody got wrong: it ends by itself, says last what to correct, and by which status. */
@Execution(ExecutionMode.CONCURRENT)
class StartMistakesIT {

    private static final String NOBODY = "jdbc:mariadb://127.0.0.1:1/appui";

    @TempDir
    Path folder;

    private record Ended(int status, List<String> said) {}

    @Test
    void aSettingThatIsWrongIsToldBeforeAnythingIsStarted() throws Exception {
        told(start(Map.of(StartMistakes.URL, "nonsense")), StartMistakes.URL);
        told(start(Map.of("appui.telefony.x", "1")), "appui.telefony.x");
        told(
                start(Map.of(
                        "quarkus.config.locations", folder.resolve("absent").toString())),
                "quarkus.config.locations");
    }

    @Test
    void aValueWithoutItsFormIsToldByItsKey() throws Exception {
        told(start(Map.of("quarkus.http.port", "abc")), "quarkus.http.port");
        told(start(Map.of("appui.telephony.ladders.ahead", "abc")), "appui.telephony.ladders.ahead");
    }

    @Test
    void aPortThatIsTakenIsToldByItsKey() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            told(start(Map.of("quarkus.http.port", port)), "quarkus.http.port : le port " + port);
            told(start(Map.of("appui.telephony.fastagi.port", port)), "appui.telephony.fastagi.port : ");
        }
    }

    private static void told(Ended service, String key) {
        assertThat(service.said().getLast())
                .startsWith("Erreur : le service n’a pas démarré : ")
                .contains(key);
        assertThat(service.said()).noneMatch(line -> line.startsWith("\tat fr.appui.boot.Main"));
        assertThat(service.status()).isEqualTo(StartMistakes.EXIT);
    }

    private Ended start(Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.port=0",
                "-Dappui.telephony.fastagi.port=0",
                "-Dappui.home=" + folder.resolve("home"),
                "-D" + StartMistakes.URL + "=" + NOBODY));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Path log = folder.resolve("log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C"); // as cron and a bare container have it
        Process service = builder.start();
        try {
            assertThat(service.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
            return new Ended(service.exitValue(), Files.readAllLines(log, UTF_8));
        } finally {
            service.destroyForcibly();
        }
    }
}
