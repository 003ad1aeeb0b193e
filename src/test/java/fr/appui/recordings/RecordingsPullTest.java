package fr.appui.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the studio's file to what the switch plays, by the product's own command: nothing but a whole set takes the place of another. */
class RecordingsPullTest {

    private static final String HELLO = "bienvenue";
    private static final String LINE = "33344100016";

    @TempDir
    Path folder;

    private final List<String> had = new ArrayList<>();
    private HttpServer service;
    private byte[] set = new byte[0];
    private String etag = "";

    private record Told(int exit, String text) {}

    @BeforeEach
    void serve() throws IOException {
        Files.createDirectories(folder.resolve("sounds"));
        Files.writeString(folder.resolve("token"), "jeton\n");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api/recordings/set", asked -> {
            String before = asked.getRequestHeaders().getFirst("If-None-Match");
            had.add(asked.getRequestHeaders().getFirst("Authorization") + " " + before);
            asked.getResponseHeaders().set("ETag", "\"" + etag + "\"");
            boolean same = before.equals("\"" + etag + "\"");
            asked.sendResponseHeaders(same ? 304 : 200, same ? -1 : set.length);
            if (!same) {
                asked.getResponseBody().write(set);
            }
            asked.close();
        });
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    @Test
    void whatAStudioSentIsPlayedByTheSwitchAsItWasConverted() throws Exception {
        Sound sound = StudioRecording.convert(StudioRecordingTest.wav(8_000, 1, 1, i -> 0.1 * Math.sin(i / 3.0)));
        offers(new RecordingSet(Map.of(RecordingSet.path(LINE, HELLO), sound.alaw())));

        assertThat(pull()).isEqualTo(new Told(0, ""));
        assertThat(played()).isEqualTo(sound.alaw());
        assertThat(pull()).isEqualTo(new Told(0, ""));
        assertThat(had).containsExactly("Bearer jeton \"\"", "Bearer jeton \"" + etag + "\"");

        offers(new RecordingSet(Map.of()));
        assertThat(pull()).isEqualTo(new Told(0, ""));
        assertThat(folder.resolve("sounds/fr_" + LINE))
                .as("the line's own voice is gone")
                .doesNotExist();
    }

    @Test
    void aSetThatIsNotWhatItsSumSaysLeavesTheOneBefore() throws Exception {
        byte[] before = {1, 2, 3};
        offers(new RecordingSet(Map.of(RecordingSet.path(LINE, HELLO), before)));
        assertThat(pull().exit()).isZero();
        offers(new RecordingSet(Map.of(RecordingSet.path(LINE, HELLO), new byte[] {4, 5, 6})));
        set[600] ^= 1;

        Files.createDirectories(folder.resolve("kept/.new.AbCdEf")); // of one that was killed
        assertThat(pull()).satisfies(told -> {
            assertThat(told.exit()).isOne();
            assertThat(told.text()).contains("somme de contrôle fausse");
        });
        assertThat(played()).isEqualTo(before);
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void aSetThatHoldsSomethingElseLeavesTheOneBefore() throws Exception {
        for (String path :
                List.of("fr_" + LINE + "/../fr/" + HELLO + ".alaw", "fr/" + HELLO + ".alaw", "../out.alaw")) {
            offers(new RecordingSet(Map.of(path, new byte[] {1})));
            assertThat(pull().text()).as(path).contains("autre chose que des enregistrements");
        }
        assertThat(folder.resolve("kept/current")).doesNotExist();
        assertThat(leftOver()).isEmpty();
    }

    private void offers(RecordingSet recordings) {
        set = recordings.tar();
        etag = recordings.sha256();
    }

    private byte[] played() throws IOException {
        return Files.readAllBytes(folder.resolve("sounds/fr_" + LINE + "/" + HELLO + ".alaw"));
    }

    private List<Path> leftOver() throws IOException {
        try (var files = Files.list(folder.resolve("kept"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".new."))
                    .toList();
        }
    }

    private Told pull() throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        "deploy/recordings-pull",
                        "http://127.0.0.1:" + service.getAddress().getPort(),
                        folder.resolve("token").toString(),
                        folder.resolve("kept").toString(),
                        folder.resolve("sounds").toString())
                .redirectErrorStream(true);
        command.environment().put("ASTERISK_CLI", "true");
        Process pull = command.start();
        String told = new String(pull.getInputStream().readAllBytes(), UTF_8);
        assertThat(pull.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Told(pull.exitValue(), told);
    }
}
