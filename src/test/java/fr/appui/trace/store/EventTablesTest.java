package fr.appui.trace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import fr.appui.trace.CutShort;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several nodes write to one database. */
class EventTablesTest {

    private static OwnDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = new OwnDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void two_nodes_that_saw_the_same_calls_store_each_fact_once() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Void> first = () -> store(new Random(1));
            Callable<Void> second = () -> store(new Random(2));
            for (var done : nodes.invokeAll(List.of(first, second))) {
                done.get();
            }
        }
        assertThat(database.count("call_event WHERE call_id LIKE 'both-%'")).isEqualTo(300);
        assertThat(database.count("outbox WHERE call_id LIKE 'both-%'")).isEqualTo(300);
        assertThat(database.count("call_summary WHERE call_id LIKE 'both-%' AND ending = 'ANSWERED'"
                        + " AND attempts = 2 AND talk_ms = 492000 AND territory = 'HDF-OISE'"))
                .isEqualTo(30);
    }

    @Test
    void numbers_of_people_lie_apart() throws SQLException {
        database.store(Calls.everyKind("apart-1"));
        assertThat(database.count("call_party WHERE call_id = 'apart-1'")).isEqualTo(2);
        assertThat(database.count("call_event WHERE payload REGEXP '611223344|655667788'"))
                .isZero();
        assertThat(database.count("outbox WHERE body REGEXP '611223344|655667788|0344112233|Martin'"))
                .isZero();
    }

    /** Who leaves another number than the one they call from is called back on that one. */
    @Test
    void the_number_that_was_left_is_the_one_to_ring() throws SQLException {
        database.store(Calls.everyKind("left-1"));
        database.store(Calls.everyKind("left-2").subList(0, 1));
        var parties = new StoredParties(database.source());
        for (String collation : List.of("utf8mb4_general_ci", "utf8mb4_unicode_ci", "utf8mb4_uca1400_ai_ci")) {
            database.run("ALTER TABLE call_party MODIFY role VARCHAR(16) CHARACTER SET utf8mb4 COLLATE " + collation
                    + " NOT NULL");
            assertThat(parties.numberOf(new CallId("left-1"))).as(collation).contains(Calls.CALL_BACK);
            assertThat(parties.numberOf(new CallId("left-2")))
                    .as(collation)
                    .contains(PhoneNumber.parse("06 11 22 33 44"));
        }
        assertThat(parties.numberOf(new CallId("left-none"))).isEmpty();
    }

    @Test
    void an_event_of_a_newer_version_is_kept_and_not_written_again() throws SQLException {
        List<CallEvent> events = Calls.answeredBySecond("newer-1");
        database.store(events.subList(0, 3));
        database.run("UPDATE call_event SET type = 'fr.appui.call.ladder-opened.v9', payload = '{}'"
                + " WHERE call_id = 'newer-1' AND event_key = 'ladder'");
        database.store(events);
        assertThat(database.count("call_event WHERE call_id = 'newer-1'")).isEqualTo(events.size());
        assertThat(database.count("call_event WHERE call_id = 'newer-1' AND type LIKE '%.v9'"))
                .isEqualTo(1);
    }

    /** What the service decided is stored; what the switch still had to write of it died with the switch. */
    @Test
    void a_call_that_went_down_with_its_switch_is_open_until_it_is_ended() throws SQLException {
        List<CallEvent> whole = Calls.answeredBySecond("down-1");
        database.store(whole.subList(0, 4));
        database.store(Calls.answeredBySecond("down-2"));
        database.store(Calls.answeredBySecond("down-other-1").subList(0, 4));
        var tables = new EventTables(database.source(), OwnDatabase.VERSION, () -> 7);
        Instant last = whole.get(3).at();

        assertThat(tables.openBefore("down", last))
                .as("told of at that moment: not before")
                .isEmpty();
        List<List<CallEvent>> open = tables.openBefore("down", last.plusMillis(1));
        assertThat(open).hasSize(1);
        assertThat(open.getFirst())
                .extracting(CallEvent::key)
                .containsExactlyElementsOf(
                        whole.subList(0, 4).stream().map(CallEvent::key).toList());

        database.store(CutShort.closing(open.getFirst()));
        assertThat(tables.openBefore("down", last.plusMillis(1))).isEmpty();
        assertThat(database.count(
                        "call_summary WHERE call_id = 'down-1' AND ending = 'FAILED'" + " AND ended_at_ms IS NOT NULL"))
                .isEqualTo(1);
    }

    /** Every call of the other node too, in pieces and in an order of its own. */
    private static Void store(Random random) throws SQLException {
        var calls = new ArrayList<List<CallEvent>>();
        for (int i = 0; i < 30; i++) {
            calls.add(Calls.answeredBySecond("both-" + i));
        }
        Collections.shuffle(calls, random);
        for (int i = 0; i < 30; i += 3) {
            var piece = new ArrayList<CallEvent>();
            calls.subList(i, i + 3).forEach(piece::addAll);
            database.store(piece.subList(0, 17));
            database.store(piece);
        }
        return null;
    }
}
