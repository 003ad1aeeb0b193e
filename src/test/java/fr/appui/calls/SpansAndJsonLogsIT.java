package fr.appui.calls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import fr.appui.Whole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a site's monitoring is sent, once it asks: which call and how long, and nobody's number. Nothing until then. */
@Whole
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("spans and logs")
class SpansAndJsonLogsIT {

    private static final Path FOLDER = Path.of("target", "spans-and-logs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLER = "0612345699";
    private static final String ASKED = "0344119912";

    private final Parts parts = new Parts();
    private final int fastAgi = Ports.tcp();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Path log = FOLDER.resolve("service.log");
    private HttpServer collector;

    @BeforeEach
    void aCollector() throws IOException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(log);
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        parts.keep(() -> collector.stop(0));
    }

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void spansAndLogLinesTellTheCallAndNobodysNumber() throws IOException {
        ServiceProcess service =
                node(Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.log.console.json.enabled", "true"));
        ask();
        assertThat(service.get("/api/regulator/on-duty?number=" + ASKED).statusCode())
                .isIn(200, 404);
        await("spans of the decision and of the request")
                .atMost(Duration.ofSeconds(60))
                .until(() -> sent().contains("decision") && sent().contains("/api/regulator/on-duty"));
        assertThat(sent()).contains("appui.call", "lille-1772737924.1", "appui.observed", "arrived");
        service.close();

        assertThat(sent()).doesNotContain(CALLER, CALLER.substring(1), ASKED, ASKED.substring(1));
        String logged = Files.readString(log);
        assertThat(logged).doesNotContain(CALLER, CALLER.substring(1));
        List<JsonNode> lines = logged.lines()
                .filter(line -> line.startsWith("{"))
                .map(SpansAndJsonLogsIT::read)
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line.fieldNames())
                        .toIterable()
                        .contains("timestamp", "level", "loggerName", "message"));
        assertThat(lines).anyMatch(line -> line.get("message").asText().startsWith("calls are answered"));
    }

    @Test
    void nothingIsSentAndLogsAreTextUntilASiteAsks() throws IOException {
        ServiceProcess service = node(Map.of());
        ask();
        service.get("/api/regulator/on-duty?number=" + ASKED);
        service.close();
        assertThat(received).isEmpty();
        assertThat(Files.readString(log)).contains("calls are answered").doesNotContain("\"loggerName\"");
    }

    private ServiceProcess node(Map<String, String> wanted) throws IOException {
        DatabaseProcess database = parts.keep(new DatabaseProcess());
        Map<String, String> settings = new HashMap<>(
                Wiring.node(fastAgi, Files.createTempDirectory(FOLDER, "home").toString()));
        settings.putAll(Wiring.database(database.url(database.port()), "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        settings.put(
                "quarkus.otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("quarkus.otel.bsp.schedule.delay", "1s");
        settings.putAll(wanted);
        ServiceProcess service = parts.keep(new ServiceProcess(settings, Duration.ZERO, log).startingQuickly());
        service.start();
        return service;
    }

    /** A question as the dialplan puts it, about a call from this number. */
    private void ask() throws IOException {
        assertThat(Question.ofACall("lille-1772737924.1", ASKED, CALLER, fastAgi))
                .startsWith("SET VARIABLE \"APPUI_ANSWER\"");
    }

    private String sent() {
        return String.join("\n", received);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new AssertionError("no JSON: " + line, broken);
        }
    }
}
