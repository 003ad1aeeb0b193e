package fr.appui.telephony;

import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.calls.Ports;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A site of one switch that nothing of is there, and what is said of each part. */
class TelephonyHealthTest {

    private static final Duration OLDEST = Duration.ofHours(3);

    private volatile Instant now = Nights.at(14, 12, 0);

    @Test
    void aPortOfQuestionsThatIsClosedIsOutOfOrderWhateverElseIsThere() {
        HealthCheckResponse closed = new TelephonyHealth(() -> false, List.of(), OLDEST).call();
        assertThat(closed.getStatus()).isEqualTo(Status.DOWN);
        assertThat(closed.getData().orElseThrow()).containsEntry("fastagi", false);
        assertThat(new TelephonyHealth(() -> true, List.of(), OLDEST).call().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void aSwitchWhoseAmiWasNeverReachedIsOutOfOrder() throws IOException {
        HealthCheckResponse told = new TelephonyHealth(() -> true, List.of(board()), OLDEST).call();
        assertThat(told.getStatus()).isEqualTo(Status.DOWN);
        assertThat(told.getData().orElseThrow())
                .containsEntry("lille", "pas encore connecté")
                .containsEntry("lille.echelle", "jamais écrite")
                .containsEntry("lille.cel", "non réglé : les appels pris sans le service restent hors de la trace");
    }

    @Test
    void aLadderThatWasNotWrittenForThreeHoursIsOld() throws IOException {
        Switchboard board = board();
        var health = new TelephonyHealth(() -> true, List.of(board), OLDEST);
        assertThat(health.isFresh(board)).as("never written").isFalse();
        board.up(new Kept(), Duration.ZERO);
        now = now.plus(OLDEST).minusSeconds(1);
        assertThat(health.isFresh(board)).isTrue();
        now = now.plusSeconds(1);
        assertThat(health.isFresh(board)).isFalse();
        assertThat(health.call().getData().orElseThrow()).containsEntry("lille.echelle", "10800 s");
        board.heartbeat(new Kept());
        assertThat(health.isFresh(board)).isTrue();
    }

    private Switchboard board() throws IOException {
        TelephonySettings settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(TelephonySettings.class)
                .withDefaultValues(Map.of(
                        "appui.telephony.switches.lille.port", "" + Ports.tcp(),
                        "appui.telephony.switches.lille.ari.port", "" + Ports.tcp()))
                .build()
                .getConfigMapping(TelephonySettings.class);
        TelephonySettings.Switch lille = settings.switches().get("lille");
        IndexedRota rota = IndexedRota.of(facts(List.of(), always(MOBILE_A)));
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new Switchboard(
                "lille",
                lille,
                new AriLink("lille", lille.ari(), new ObjectMapper()),
                clock,
                events -> {},
                new CelCalls("lille", (dialled, at) -> Optional.of(Nights.TERRITORY)),
                new LadderKeeper(() -> rota, clock, new Recordings(Map.of()), Duration.ofDays(1)),
                Optional.empty(),
                new Switchboard.Told(answer -> {}, loop -> {}));
    }

    /** An AstDB that takes whatever is written. */
    private static final class Kept implements AstDb {
        @Override
        public String get(String key) {
            return "";
        }

        @Override
        public void put(String key, String value) {}

        @Override
        public void deleteTree(String key) {}

        @Override
        public void flush() {}
    }
}
