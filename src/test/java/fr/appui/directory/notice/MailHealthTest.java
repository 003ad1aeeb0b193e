package fr.appui.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calls.Ports;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both mail servers: set, answering, or not. */
class MailHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    @Test
    void aServerThatAnswersIsGoodAndOneThatIsNotSetIsTold() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Map<String, Object> data = health(
                    Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", "" + server.getLocalPort()));
            assertThat(data)
                    .containsEntry("courrier", "127.0.0.1:" + server.getLocalPort())
                    .doesNotContainKey("attention.courrier");
            assertThat(data.get("attention.mssanté").toString())
                    .startsWith("quarkus.mailer.mssante.host n’est pas réglé : aucune fiche n’est transmise");
        }
    }

    @Test
    void aServerThatIsAwayIsToldWithItsAddress() throws IOException {
        int closed = Ports.tcp();
        Map<String, Object> data =
                health(Map.of("quarkus.mailer.mssante.host", "127.0.0.1", "quarkus.mailer.mssante.port", "" + closed));
        assertThat(data.get("attention.mssanté").toString())
                .startsWith("127.0.0.1:" + closed + " ne répond pas")
                .contains("aucune fiche n’est transmise")
                .doesNotContain("n’est pas réglé");
        assertThat(data.get("attention.courrier").toString()).startsWith("quarkus.mailer.host n’est pas réglé");
    }

    @Test
    void whatWasSeenIsBelievedForHalfAMinuteWhoeverLooks() throws IOException {
        var clock = new Set(NOW);
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var probe = new ServerProbe("127.0.0.1", server.getLocalPort(), clock);
        assertThat(probe.trouble()).isEmpty();
        server.close();
        clock.now = NOW.plus(ServerProbe.BELIEVED).minusMillis(1);
        assertThat(probe.trouble()).isEmpty();
        clock.now = NOW.plus(ServerProbe.BELIEVED);
        assertThat(probe.trouble()).isPresent();
    }

    /** Quarkus sets « localhost » itself. */
    private static Map<String, Object> health(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "quarkus.mailer.host", "localhost",
                        "quarkus.mailer.port", "1",
                        "quarkus.mailer.mssante.host", "localhost",
                        "quarkus.mailer.mssante.port", "1"))
                .withSources(new PropertiesConfigSource(settings, "the site's", 250))
                .build();
        return new MailHealth(config, Clock.fixed(NOW, ZoneOffset.UTC))
                .call()
                .getData()
                .orElseThrow();
    }

    private static final class Set extends Clock {

        private Instant now;

        private Set(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
