package fr.appui.audit;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches over {@code deploy/audit-verify} by its exit status takes 1 for a log that was altered, and nothing else for that. */
class AuditVerifyTest {

    private static final int ALTERED = 1;
    private static final int NOT_ASKED = 2;
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer service;
    private String answer = "{\"whole\":true}";
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    @Test
    void aWholeLogIsToldFromOneThatWasAltered() throws Exception {
        assertThat(verify("jeton", address())).isZero();
        answer = "{\"whole\":false}";
        assertThat(verify("jeton", address())).isEqualTo(ALTERED);
        answer = "<html>un autre programme</html>";
        assertThat(verify("jeton", address())).isEqualTo(NOT_ASKED);
        assertThat(asked).containsOnly("Bearer jeton null");
    }

    @Test
    void theLastLineThatWasKeptIsAskedForWithOrWithoutItsEnd() throws Exception {
        for (String end : List.of("\n", "")) {
            Path heads = Files.writeString(folder.resolve("heads"), "2026-11-29 11 x\n2026-11-30 12 " + HASH + end);
            assertThat(verify("jeton", "--against", heads.toString(), address()))
                    .isZero();
        }
        assertThat(asked).hasSize(2).containsOnly("Bearer jeton sequence=12&hash=" + HASH);
    }

    @Test
    void whatCouldNotBeAskedIsNotAltered() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThat(verify("", address())).isEqualTo(NOT_ASKED);
        assertThat(verify("jeton", "--against")).isEqualTo(NOT_ASKED);
        assertThat(verify("jeton", "--against", empty.toString(), address())).isEqualTo(NOT_ASKED);
        assertThat(verify("jeton", "--against", folder.resolve("none").toString()))
                .isEqualTo(NOT_ASKED);
        assertThat(verify("jeton", "--help")).isEqualTo(NOT_ASKED);
        assertThat(verify("jeton", "http://127.0.0.1:1")).isEqualTo(NOT_ASKED);
        assertThat(asked).isEmpty();
    }

    /** As a service does that answers in TLS alone: curl takes it for an answer. */
    @Test
    void whoIsSentElsewhereOrIsNotAdmittedHasAskedNothing() throws Exception {
        for (int refused : List.of(301, 308, 401, 403, 500)) {
            status = refused;
            assertThat(verify("jeton", address())).isEqualTo(NOT_ASKED);
            assertThat(run("jeton", "deploy/indicators-rebuild", address())).isEqualTo(NOT_ASKED);
        }
        status = 200;
        assertThat(run("jeton", "deploy/indicators-rebuild", address())).isZero();
    }

    private String address() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    private int verify(String token, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("deploy/audit-verify"));
        words.addAll(List.of(arguments));
        return run(token, words.toArray(String[]::new));
    }

    private int run(String token, String... words) throws IOException, InterruptedException {
        var command = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment().put("APPUI_TOKEN", token);
        Process run = command.start();
        run.getInputStream().readAllBytes();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return run.exitValue();
    }
}
