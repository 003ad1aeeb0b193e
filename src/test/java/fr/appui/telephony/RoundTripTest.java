package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import fr.appui.telephony.RoundTrip.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a switch and this node hear each other: a good site, and six that are not. The switch is played; a real one: SitesAreCheckedIT. */
class RoundTripTest {

    private static final String KEY = "lille.questions";

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger begun = new AtomicInteger();
    private HttpServer asterisk;
    private String proves = "1";
    private int originated = 200;
    private BiConsumer<RoundTrip, String> dialplan = (asked, proof) -> {};
    private RoundTrip trip;

    private record Told(boolean good, Map<String, Object> data) {}

    @BeforeEach
    void aSwitch() throws IOException {
        asterisk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        asterisk.createContext("/ari/asterisk/variable", exchange -> {
            byte[] said = ("{\"value\":\"" + proves + "\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        asterisk.createContext("/ari/channels", exchange -> {
            begun.incrementAndGet();
            JsonNode order = json.readTree(exchange.getRequestBody());
            exchange.sendResponseHeaders(originated, -1);
            exchange.close();
            dialplan.accept(trip, order.path("variables").path("APPUI_PROOF").asText());
        });
        asterisk.start();
        trip = to(asterisk.getAddress().getPort(), Optional.of("secret"));
    }

    @AfterEach
    void noSwitch() {
        asterisk.stop(0);
    }

    @Test
    void aSiteWhoseQuestionsGoBothWaysIsGoodAndIsNotAskedAgainAtOnce() {
        dialplan = RoundTripTest::bothWays;
        assertThat(told()).isEqualTo(new Told(true, Map.of(KEY, "vont et viennent")));
        assertThat(told().good()).isTrue();
        assertThat(begun).hasValue(1);
    }

    @Test
    void noQuestionComes() {
        assertThat(told()).satisfies(site -> isBad(site, "APPUI_NODES"));
    }

    @Test
    void theAnswerDoesNotReachTheSwitch() {
        dialplan = (asked, proof) -> asked.answer(new Question(proof, "lille-proof", "", true));
        assertThat(told()).satisfies(site -> isBad(site, "sa question arrive, notre réponse ne lui parvient pas"));
    }

    @Test
    void theSecretsDiffer() {
        dialplan = (asked, proof) -> asked.answer(new Question(proof, "lille-proof", "", false));
        assertThat(told()).satisfies(site -> isBad(site, "APPUI_SECRET"));
    }

    @Test
    void theNamesDiffer() {
        dialplan = (asked, proof) -> asked.answer(new Question(proof, "amiens-proof", "", true));
        assertThat(told()).satisfies(site -> isBad(site, "« amiens »"));
    }

    @Test
    void anOlderDialplanIsNotAskedAndIsOnlyToBeLookedAt() {
        proves = "";
        Told site = told();
        assertThat(site.good()).isTrue();
        assertThat(site.data().get("attention." + KEY).toString()).contains("version antérieure");
        assertThat(begun).hasValue(0);
    }

    @Test
    void aSwitchThatRefusesToBeginIsToBeLookedAt() {
        originated = 500;
        assertThat(told().data().get("attention." + KEY).toString()).contains("répond 500");
    }

    @Test
    void whatAnotherNodeAsksForIsNotAnsweredHere() {
        assertThat(trip.answer(new Question("another", "lille-proof", "", true)))
                .isEmpty();
    }

    @Test
    void withoutAriNothingIsSaidTwice() {
        trip = to(asterisk.getAddress().getPort(), Optional.empty());
        assertThat(told()).isEqualTo(new Told(true, Map.of()));
    }

    private static void bothWays(RoundTrip asked, String proof) {
        String answer =
                asked.answer(new Question(proof, "lille-proof", "", true)).orElseThrow();
        asked.answer(new Question(proof, "lille-proof", answer, true));
    }

    private static void isBad(Told site, String why) {
        assertThat(site.good()).isFalse();
        assertThat(site.data().get(KEY).toString()).contains(why);
    }

    private Told told() {
        var response = HealthCheckResponse.named("téléphonie").up();
        boolean good = trip.tell(response);
        return new Told(good, response.build().getData().orElse(Map.of()));
    }

    private RoundTrip to(int port, Optional<String> password) {
        var ari = new AriLink("lille", new Ari(port, password), json);
        return new RoundTrip(ari, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMillis(500));
    }

    private record Ari(int port, Optional<String> password) implements TelephonySettings.Ari {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String user() {
            return "appui";
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(3);
        }
    }
}
