package fr.appui.trace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calls.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** What keeps events of calls from those who wait for them. */
class OutboxHealthTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T20:00:00Z"), ZoneOffset.UTC);

    @Test
    void eventsThatWaitAreGoodAndOneThatNobodyTakesIsOutOfOrder() {
        assertThat(OutboxHealth.of(12, 0, Optional.empty()).getStatus()).isEqualTo(Status.UP);
        HealthCheckResponse parked = OutboxHealth.of(12, 1, Optional.empty());
        assertThat(parked.getStatus()).isEqualTo(Status.DOWN);
        assertThat(parked.getData().orElseThrow())
                .containsEntry("en attente", 12L)
                .containsEntry("mis de côté", 1L)
                .hasEntrySatisfying(
                        "attention.mis de côté",
                        todo -> assertThat(todo.toString()).contains("/api/events/parked"));
    }

    @Test
    void aRelayThatCannotSendIsOutOfOrderWithWhatKeepsIt() {
        HealthCheckResponse away = OutboxHealth.of(12, 0, Optional.of("TimeoutException"));
        assertThat(away.getStatus()).isEqualTo(Status.DOWN);
        assertThat(away.getData().orElseThrow().get("attention.envoi").toString())
                .contains("12")
                .endsWith("TimeoutException");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOutOfOrder() throws SQLException {
        var away = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + Ports.tcp() + "/appui");
        HealthCheckResponse told = new OutboxHealth(away, Optional::empty).call();
        assertThat(told.getStatus()).isEqualTo(Status.DOWN);
        assertThat(told.getData().orElseThrow().get("attention").toString()).startsWith("la base ne répond pas");
    }

    /** Calls and trace do without it: nobody gets up for a broker. */
    @Test
    void aBrokerThatIsAwayIsToldByItsAddressAndTheOtherIsNot() throws IOException {
        try (var there = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String answers = "127.0.0.1:" + there.getLocalPort();
            String away = "127.0.0.1:" + Ports.tcp();
            HealthCheckResponse told = new BrokerHealth(true, "PLAINTEXT://" + answers + ", " + away, CLOCK).call();
            assertThat(told.getStatus()).isEqualTo(Status.UP);
            Map<String, Object> data = told.getData().orElseThrow();
            assertThat(data).containsEntry(answers, true).containsEntry(away, false);
            assertThat(data.get("attention." + away).toString()).startsWith(away + " ne répond pas");
            assertThat(data).doesNotContainKey("attention." + answers);
        }
    }

    @Test
    void whereEventsStayInTheServiceNoBrokerIsLookedFor() {
        assertThat(new BrokerHealth(false, "127.0.0.1:1", CLOCK)
                        .call()
                        .getData()
                        .orElseThrow())
                .containsOnlyKeys("courtier");
    }
}
