package fr.appui.outreach;

import static fr.appui.rota.Nights.LINE;
import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.TERRITORY;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Dialling;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What the daily trial of each line tells whoever has to get up. At noon of a Saturday, the line is open. */
class TrialCallHealthTest {

    private static final Instant NOON = at(14, 12, 0);
    private static final String TEST_NUMBER = "03 44 11 99 99";

    @Test
    void aLineWhoseLastTrialFailedIsOutOfOrderByItsNameWithWhy() {
        HealthCheckResponse told = health(TEST_NUMBER, State.FAILED);
        assertThat(told.getStatus()).isEqualTo(Status.DOWN);
        assertThat(told.getData().orElseThrow())
                .containsEntry(TERRITORY.value(), "sans réponse")
                .containsEntry("chaque jour", "hors des heures de chaque ligne");
    }

    @Test
    void aLineThatWasReachedIsGood() {
        assertThat(health(TEST_NUMBER, State.CONFIRMED).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aTestNumberThatIsALinesIsOutOfOrder() {
        HealthCheckResponse told = health(LINE.number().national(), State.CONFIRMED);
        assertThat(told.getStatus()).isEqualTo(Status.DOWN);
        assertThat(told.getData().orElseThrow().get(TERRITORY.value()).toString())
                .contains("appui.outreach.trial.number");
    }

    @Test
    void whatIsNoNumberIsOnlyToBeLookedAt() {
        HealthCheckResponse told = health("03 44", State.CONFIRMED);
        assertThat(told.getStatus()).isEqualTo(Status.UP);
        assertThat(told.getData().orElseThrow().get("attention").toString())
                .contains("appui.outreach.trial.number", "n’est pas un numéro");
    }

    /** After a round that found this of each line. */
    private static HealthCheckResponse health(String number, State last) {
        OutreachSettings settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutreachSettings.class)
                .withDefaultValues(Map.of("appui.outreach.trial.number", number))
                .build()
                .getConfigMapping(OutreachSettings.class);
        var trial = new Trial(
                UUID.randomUUID(),
                TERRITORY,
                NOON.minusSeconds(60),
                "service",
                true,
                last,
                last == State.FAILED ? Optional.of("sans réponse") : Optional.empty(),
                Optional.of(NOON));
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        CurrentRota rota = new Known(IndexedRota.of(facts(List.of(), always(MOBILE_A))));
        var trials = new TrialCalls(
                new Ledger(trial),
                rota,
                new NoTelephone(),
                new Dialling(Map.of()),
                (who, act, what, detail) -> {},
                clock);
        var rounds = new TrialRounds(trials, rota, clock, settings, new SimpleMeterRegistry());
        rounds.round();
        return new TrialCallHealth(rounds).call();
    }

    private record Known(IndexedRota current) implements CurrentRota {

        @Override
        public boolean refresh() {
            return true;
        }

        @Override
        public boolean isOld(Instant now) {
            return false;
        }
    }

    /** Nothing is rung in the line's hours. */
    private static final class NoTelephone implements Telephone {

        @Override
        public Optional<String> callBack(CallBackOrder order) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<String> check(LineCheckOrder order) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<String> trial(TrialOrder order) {
            throw new IllegalStateException();
        }
    }

    private record Ledger(Trial trial) implements TrialLedger {

        @Override
        public boolean begin(Trial begun) {
            throw new IllegalStateException();
        }

        @Override
        public boolean end(UUID ended, State state, Optional<String> trouble, Instant at) {
            throw new IllegalStateException();
        }

        @Override
        public int endThoseBegunBefore(Instant begunBefore, String trouble, Instant at) {
            return 0;
        }

        @Override
        public Optional<Trial> find(UUID id) {
            return Optional.of(trial);
        }

        @Override
        public List<Trial> latest(TerritoryCode territory, int most) {
            return List.of(trial);
        }
    }
}
