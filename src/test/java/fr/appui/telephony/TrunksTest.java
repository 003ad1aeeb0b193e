package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** The other end of the trunks, as a switch tells of it over ARI. */
class TrunksTest {

    private static final int CLOSED = 1;
    private static final Instant NOW = Instant.parse("2026-11-29T20:00:00Z");

    @Test
    void aTrunkIsThereOnceItAnsweredOrRegistered() throws IOException {
        assertThat(asked("""
                        [{"resource":"carrier","state":"online"},{"resource":"samu","state":"online"},
                        {"resource":"replaces","state":"offline"}]""", Map.of("carrier", aor("sip:198.51.100.10", 0, "60.000000"), "samu", aor("", 1, "0"))))
                .isEqualTo(Map.of("lille.carrier", "joignable", "lille.samu", "joignable"));
    }

    /** Asterisk says « online » of both. */
    @Test
    void aTrunkThatIsNeverAskedIsNotSaidToBeThereNorOneWithoutAnAddressToBeAway() throws IOException {
        assertThat(asked(
                        "[{\"resource\":\"carrier\",\"state\":\"online\"},{\"resource\":\"samu\",\"state\":\"offline\"}]",
                        Map.of("carrier", aor("sip:198.51.100.10", 0, "0"), "samu", aor("", 0, "0"))))
                .isEqualTo(Map.of("lille.carrier", "non surveillé (qualify_frequency)", "lille.samu", "non raccordé"));
    }

    @Test
    void aTrunkThatIsAwayOrNotLoadedIsTold() throws IOException {
        assertThat(asked(
                                "[{\"resource\":\"carrier\",\"state\":\"offline\"}]",
                                Map.of("carrier", aor("sip:198.51.100.10", 0, "60")))
                        .get("attention.lille.opérateur")
                        .toString())
                .contains("pjsip show registrations");
        assertThat(asked("[]", Map.of()).get("attention.lille.opérateur").toString())
                .contains("site-carrier");
    }

    @Test
    void anInterfaceThatIsAwayOrWithoutAPasswordIsTold() {
        assertThat(tell(CLOSED, Optional.of("secret"))
                        .get("attention.lille.ari")
                        .toString())
                .contains("8088");
        assertThat(tell(CLOSED, Optional.empty()).get("attention.lille.ari").toString())
                .contains("ari.password");
    }

    @Test
    void aTrunkThatWasFullIsToldForADay() throws IOException {
        Instant full = NOW.minus(Duration.ofHours(23));
        Map<String, String> dialplan = Map.of(
                "APPUI_FULL", "3/1/" + full.getEpochSecond(),
                "APPUI_CHANNELS", "8",
                "GROUP_COUNT(2@trunk)", "2",
                "GROUP_COUNT(1@trunk)", "1");
        TrunkRoom room = TrunkRoom.read(name -> dialplan.getOrDefault(name, ""));

        assertThat(room).isEqualTo(new TrunkRoom(8, 5, 3, 1, Optional.of(full)));
        assertThat(told(room))
                .containsEntry("lille.communications", "5 gardées sur 8")
                .hasEntrySatisfying(
                        FULL,
                        said -> assertThat(said.toString()).contains("a été plein", "le commutateur a refusé 3 appels"))
                .hasEntrySatisfying(
                        OPERATOR,
                        said -> assertThat(said.toString())
                                .contains("l’opérateur a refusé (503) 1 appel ")
                                .doesNotContain("plein"));
        Instant longAgo = NOW.minus(Duration.ofHours(25));
        assertThat(told(new TrunkRoom(8, 0, 3, 1, Optional.of(longAgo))))
                .isEqualTo(Map.of("lille.communications", "0 gardées sur 8"));
    }

    /** An operator that fails is no trunk that is full. */
    @Test
    void whatOnlyTheOperatorRefusedIsNoFullTrunk() {
        assertThat(told(new TrunkRoom(0, 0, 0, 2, Optional.of(NOW.minus(Duration.ofMinutes(5))))))
                .containsKey(OPERATOR)
                .doesNotContainKey(FULL);
    }

    @Test
    void aDialplanThatDoesNotCountOrCountsNonsenseIsNoTrouble() throws IOException {
        assertThat(told(TrunkRoom.read(name -> "")))
                .isEqualTo(Map.of("lille.communications", "non comptées (APPUI_CHANNELS)"));
        assertThat(TrunkRoom.read(name -> name.equals("APPUI_FULL") ? "3/x" : "trente"))
                .isEqualTo(TrunkRoom.UNKNOWN);
    }

    private static final String FULL = "attention.lille.communications";
    private static final String OPERATOR = "attention.lille.refus de l’opérateur";

    private static Map<String, Object> told(TrunkRoom room) {
        var ari = new AriLink("lille", new Ari(CLOSED, Optional.empty()), new ObjectMapper());
        var response = HealthCheckResponse.named("téléphonie").up();
        new Trunks(ari, Clock.fixed(NOW, ZoneOffset.UTC)).tell("lille", room, response);
        return response.build().getData().orElseThrow();
    }

    private static String aor(String contact, int contacts, String qualify) {
        return "[{\"attribute\":\"contact\",\"value\":\"%s\"},{\"attribute\":\"max_contacts\",\"value\":\"%d\"},"
                        .formatted(contact, contacts)
                + "{\"attribute\":\"qualify_frequency\",\"value\":\"%s\"}]".formatted(qualify);
    }

    private static Map<String, Object> asked(String endpoints, Map<String, String> aors) throws IOException {
        HttpServer asterisk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(asterisk, "/ari/endpoints/PJSIP", endpoints);
        aors.forEach((name, aor) -> answer(asterisk, "/ari/asterisk/config/dynamic/res_pjsip/aor/" + name, aor));
        asterisk.start();
        try {
            return tell(asterisk.getAddress().getPort(), Optional.of("secret"));
        } finally {
            asterisk.stop(0);
        }
    }

    private static void answer(HttpServer asterisk, String path, String text) {
        asterisk.createContext(path, exchange -> {
            byte[] said = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
    }

    private static Map<String, Object> tell(int port, Optional<String> password) {
        var ari = new AriLink("lille", new Ari(port, password), new ObjectMapper());
        var response = HealthCheckResponse.named("téléphonie").up();
        new Trunks(ari, Clock.fixed(NOW, ZoneOffset.UTC)).tell("lille", response);
        return response.build().getData().orElseThrow();
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
