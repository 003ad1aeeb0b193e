package fr.appui.trace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Calls;
import fr.appui.trace.WireEvent;
import fr.appui.trace.store.OwnDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static OwnDatabase database;

    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws SQLException {
        database = new OwnDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        for (String table : List.of("outbox", "call_event", "call_summary")) {
            database.run("DELETE FROM " + table);
        }
        database.run("UPDATE outbox_lane SET holder = NULL, held_until_ms = 0");
    }

    @Test
    void two_nodes_with_a_wire_that_fails_at_random_keep_every_call_in_order() throws Exception {
        IntStream.range(0, 20).forEach(i -> store("lille-" + i));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> first = () -> relayAll("first", flaky(new Random(1)));
            Callable<Integer> second = () -> relayAll("second", flaky(new Random(2)));
            for (var done : nodes.invokeAll(List.of(first, second))) {
                assertThat(done.get()).as("failures survived").isPositive();
            }
        }
        for (int i = 0; i < 20; i++) {
            String call = "lille-" + i;
            assertThat(arrived.stream()
                            .filter(id -> id.startsWith(call + "/"))
                            .distinct()
                            .toList())
                    .isEqualTo(Calls.answeredBySecond(call).stream()
                            .map(event -> call + "/" + event.key())
                            .toList());
        }
        assertThat(database.count("outbox WHERE sent_at_ms IS NULL")).isZero();
    }

    @Test
    void an_event_the_wire_refuses_is_parked_and_the_others_go_on() throws SQLException {
        store("poison-1");
        EventWire choosy = event -> {
            if (event.id().endsWith("ladder")) {
                throw new EventWire.Refused("too large", new IllegalStateException());
            }
            arrived.add(event.id());
        };
        var relay = relay("node", choosy);
        while (relay.relayOnce()) {}
        assertThat(arrived).hasSize(9).doesNotContain("poison-1/ladder").contains("poison-1/ended");
        assertThat(database.count(
                        "outbox WHERE parked_at_ms IS NOT NULL AND failures = 3" + " AND problem LIKE '%too large%'"))
                .isEqualTo(1);
    }

    @Test
    void a_wire_that_takes_several_at_once_is_given_them_and_no_more_are_marked_than_it_took() throws SQLException {
        store("several-1");
        var deliveries = new ArrayList<Integer>();
        EventWire three = new EventWire() {
            @Override
            public void send(WireEvent event) {
                arrived.add(event.id());
            }

            @Override
            public int sendTogether(WireEvent first, Stream<WireEvent> following) {
                if (deliveries.size() == 2) {
                    throw new IllegalStateException("away");
                }
                List<WireEvent> taken =
                        Stream.concat(Stream.of(first), following.limit(2)).toList();
                taken.forEach(this::send);
                deliveries.add(taken.size());
                return taken.size();
            }
        };
        assertThatThrownBy(relay("node", three)::relayOnce).hasMessage("away");
        assertThat(deliveries).containsExactly(3, 3);
        assertThat(database.count("outbox WHERE sent_at_ms IS NOT NULL")).isEqualTo(6);
        relay("node", event -> arrived.add(event.id())).relayOnce();
        assertThat(arrived)
                .isEqualTo(Calls.answeredBySecond("several-1").stream()
                        .map(event -> "several-1/" + event.key())
                        .toList());
    }

    @Test
    void a_wire_that_is_away_costs_no_event_its_place() throws SQLException {
        store("away-1");
        EventWire away = event -> {
            throw new IllegalStateException("broker away");
        };
        var relay = relay("node", away);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(relay::relayOnce).hasMessage("broker away");
        }
        assertThat(database.count("outbox WHERE failures > 0 OR parked_at_ms IS NOT NULL"))
                .isZero();
        relay("node", event -> arrived.add(event.id())).relayOnce();
        assertThat(arrived).hasSize(10);
    }

    @Test
    void the_lanes_of_a_node_that_died_are_taken_over_when_its_lease_is_over() throws SQLException {
        store("orphan-1");
        database.run("UPDATE outbox_lane SET holder = 'dead', held_until_ms = (UNIX_TIMESTAMP() + 600) * 1000");
        var relay = relay("alive", event -> arrived.add(event.id()));
        relay.relayOnce();
        assertThat(arrived).isEmpty();
        database.run("UPDATE outbox_lane SET held_until_ms = (UNIX_TIMESTAMP() - 1) * 1000");
        relay.relayOnce();
        assertThat(arrived).hasSize(10);
    }

    private Relay relay(String node, EventWire wire) {
        return new Relay(new OutboxRows(database.source(), node), wire, Clock.systemUTC());
    }

    private int relayAll(String node, EventWire wire) throws SQLException {
        var relay = relay(node, wire);
        int failures = 0;
        while (database.count("outbox WHERE sent_at_ms IS NULL") > 0) {
            try {
                relay.relayOnce();
            } catch (IllegalStateException away) {
                failures++;
            }
        }
        return failures;
    }

    /** Now and then it is away, or loses the acknowledgement of what it took. */
    private EventWire flaky(Random random) {
        return event -> {
            int luck = random.nextInt(12);
            if (luck == 0) {
                throw new IllegalStateException("away");
            }
            arrived.add(event.id());
            if (luck == 1) {
                throw new IllegalStateException("acknowledgement lost");
            }
        };
    }

    private static void store(String call) {
        try {
            List<CallEvent> events = Calls.answeredBySecond(call);
            database.store(events);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_sent_is_the_envelope_that_was_stored() throws SQLException {
        store("envelope-1");
        var sent = new ArrayList<WireEvent>();
        relay("node", sent::add).relayOnce();
        assertThat(sent)
                .isEqualTo(Calls.answeredBySecond("envelope-1").stream()
                        .map(event -> WireEvent.of(event).writtenBy(OwnDatabase.VERSION))
                        .toList());
    }
}
