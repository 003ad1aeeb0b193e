package fr.appui.indicators.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallFacts;
import fr.appui.indicators.Channel;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.rota.reference.Demonstration;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Profile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever watches reads of the last day is what its calls say. */
@QuarkusTest
class CallMetersIT {

    private static final String ID = "meters-";

    @Inject
    CallMeters meters;

    @Inject
    CountedCalls calls;

    @Inject
    MeterRegistry registry;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Demonstration demonstration;

    @BeforeEach
    void install() throws SQLException {
        demonstration.install();
        withoutCalls();
    }

    @AfterEach
    void withoutCalls() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM counted_call WHERE call_id LIKE '" + ID + "%'");
        }
    }

    @Test
    void theCallsOfTheLastDayAreCountedByHowTheyEnded() {
        double before = counted(Ending.ANSWERED);
        double missed = counted(Ending.NOT_REACHED);
        put(Ending.ANSWERED, Duration.ofHours(1));
        put(Ending.ANSWERED, Duration.ofHours(23));
        put(Ending.ANSWERED, Duration.ofHours(25));
        put(Ending.NOT_REACHED, Duration.ofHours(2));
        assertThat(counted(Ending.ANSWERED)).isEqualTo(before + 2);
        assertThat(counted(Ending.NOT_REACHED)).isEqualTo(missed + 1);
        assertThat(registry.get("appui.calls.answer.seconds")
                        .tag("quantile", "0.9")
                        .gauge()
                        .value())
                .isPositive();
    }

    private double counted(Ending ending) {
        meters.read();
        return registry.get("appui.calls.day")
                .tag("ending", ending.name())
                .gauge()
                .value();
    }

    private void put(Ending ending, Duration ago) {
        Instant now = clock.instant();
        var facts = new CallFacts(
                new CallId(ID + UUID.randomUUID()),
                new TerritoryCode("HDF-OISE"),
                now.minus(ago),
                Channel.PUBLIC,
                Profile.NURSE,
                Optional.of(ending),
                ending == Ending.ANSWERED
                        ? Optional.of(
                                new CallFacts.Answered(new PhysicianId(UUID.randomUUID()), 1, Duration.ofSeconds(21)))
                        : Optional.empty(),
                Duration.ofMinutes(4),
                1,
                Set.of(),
                false,
                false);
        QuarkusTransaction.requiringNew().run(() -> calls.put(CountedCall.unlogged(facts)));
    }
}
