package fr.appui.outreach.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger.NotSent;
import fr.appui.outreach.OutreachSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server. */
class SmsGatewayTest {

    private static final Alert.Content CONTENT =
            new Alert.Content("sujet", "Rappel demandé à 03 h 12 : \"voir\" la page & l'appel {to}");

    private HttpServer server;
    private int status = 202;
    private String method = "";
    private String address = "";
    private String body = "";
    private final Map<String, String> headers = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            method = exchange.getRequestMethod();
            address = exchange.getRequestURI().toString();
            body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theUsualGatewayTakesJson() throws Exception {
        gateway(Map.of("auth-value", "Bearer s3cret")).send("+33612345678", CONTENT);
        assertThat(method).isEqualTo("POST");
        assertThat(headers)
                .containsEntry("Content-type", "application/json")
                .containsEntry("Authorization", "Bearer s3cret");
        var json = new ObjectMapper().readTree(body);
        assertThat(json.get("to").asText()).isEqualTo("+33612345678");
        assertThat(json.get("text").asText()).isEqualTo(CONTENT.text());
    }

    @Test
    void anotherTakesAForm() throws Exception {
        gateway(Map.of(
                        "content-type", "application/x-www-form-urlencoded",
                        "body", "dest={to}&msg={text}",
                        "auth-header", "X-Api-Key",
                        "auth-value", "k"))
                .send("+33612345678", CONTENT);
        assertThat(headers).containsEntry("X-api-key", "k");
        assertThat(body)
                .startsWith("dest=%2B33612345678&msg=Rappel+demand%C3%A9")
                .contains("%26+l%27appel+%7Bto%7D");
    }

    @Test
    void yetAnotherTakesEverythingInTheAddress() throws Exception {
        gateway(Map.of("method", "GET", "url", url() + "send?n={to}&t={text}")).send("+33612345678", CONTENT);
        assertThat(method).isEqualTo("GET");
        assertThat(address).startsWith("/send?n=%2B33612345678&t=Rappel+");
        assertThat(body).isEmpty();
    }

    @Test
    void aRefusalIsToldWithoutTheNumber() {
        status = 500;
        assertThatThrownBy(() -> gateway(Map.of()).send("+33612345678", CONTENT))
                .isInstanceOf(NotSent.class)
                .hasMessage("la passerelle SMS répond 500");
    }

    @Test
    void aGatewayThatIsAwayIsTold() {
        stop();
        assertThatThrownBy(() -> gateway(Map.of()).send("+33612345678", CONTENT))
                .isInstanceOf(NotSent.class)
                .hasMessage("la passerelle SMS ne répond pas");
    }

    @Test
    void withoutAnAddressThereIsNoGateway() {
        assertThat(new SmsGateway(settings(Map.of())).isConfigured()).isFalse();
    }

    private SmsGateway gateway(Map<String, String> sms) {
        var all = new HashMap<>(Map.of("url", url()));
        all.putAll(sms);
        return new SmsGateway(settings(all));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static OutreachSettings settings(Map<String, String> sms) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutreachSettings.class);
        sms.forEach((name, value) -> builder.withDefaultValue("appui.outreach.sms." + name, value));
        return builder.build().getConfigMapping(OutreachSettings.class);
    }
}
