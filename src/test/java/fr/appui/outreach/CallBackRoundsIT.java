package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallParties;
import fr.appui.trace.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever asks to be called back is taken up, whatever became of the call before theirs. */
@QuarkusTest
class CallBackRoundsIT {

    @Inject
    CallBackRounds rounds;

    @Inject
    CallBackLedger ledger;

    @Inject
    CallParties parties;

    @Inject
    CallArchive archive;

    @Inject
    Journal journal;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void oneThatCannotBeReadKeepsNobodyElseWaiting() {
        Instant asked = clock.instant().minusSeconds(3_600);
        var damaged = new CallId("damaged-" + UUID.randomUUID());
        var next = new CallId("after-" + UUID.randomUUID());
        database(
                "INSERT INTO call_event (call_id, event_key, type, at_ms, payload) VALUES ('" + damaged
                        + "', 'received', 'fr.appui.call.received.v1', " + asked.toEpochMilli() + ", '[]')",
                "INSERT INTO call_party (call_id, role, e164, noted_at_ms) VALUES ('" + damaged
                        + "', 'CALL_BACK', '+33611223344', " + asked.toEpochMilli() + ")");
        try {
            journal.append(List.of(new CallEvent.CallBackAsked(
                    next, asked.plusSeconds(60), Optional.of(PhoneNumber.parse("06 55 66 77 88")))));
            await().until(() -> archive.find(next).isPresent());
            rounds.round();
            assertThat(ledger.find(next)).isPresent();
            assertThat(parties.numberOf(damaged)).isPresent();
            assertThat(ledger.find(damaged)).isEmpty();
        } finally {
            database(
                    "DELETE FROM call_party WHERE call_id = '" + damaged + "'",
                    "DELETE FROM call_event WHERE call_id = '" + damaged + "'");
        }
    }

    private void database(String... statements) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String statement : statements) {
                database.createNativeQuery(statement).executeUpdate();
            }
        });
    }
}
