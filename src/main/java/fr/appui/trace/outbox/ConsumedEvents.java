package fr.appui.trace.outbox;

import fr.appui.trace.CallId;
import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Which consumer has had which event; always within the consumer's transaction. */
@ApplicationScoped
class ConsumedEvents {

    private final EntityManager database;
    private final Clock clock;

    ConsumedEvents(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Waits for another node that is just consuming one of them.
     *
     * @return false when this consumer has had all of them already
     * @throws IllegalStateException when it has had some: which of them, only one after the other tells
     */
    boolean note(String consumer, List<WireEvent> events) {
        String rows = events.stream().map(event -> "(?, ?, ?)").collect(Collectors.joining(", "));
        Query insert = database.createNativeQuery(
                "INSERT IGNORE INTO consumed_event (consumer, event_id, consumed_at_ms) VALUES " + rows);
        int place = 1;
        for (WireEvent event : events) {
            insert.setParameter(place++, consumer);
            insert.setParameter(place++, event.id());
            insert.setParameter(place++, clock.millis());
        }
        int noted = insert.executeUpdate();
        if (noted > 0 && noted < events.size()) {
            throw new IllegalStateException(consumer + " has had some of what came together");
        }
        return noted > 0;
    }

    /**
     * One consumer at a time for one call: a node that was hung in the middle, and whose work another has taken over, must not
     * write afterwards what it read before. Asked first in the transaction, so that what is read next is what is there now.
     */
    void lock(CallId call) {
        database.createNativeQuery("SELECT call_id FROM call_summary WHERE call_id = ?1 FOR UPDATE")
                .setParameter(1, call.value())
                .getResultList();
    }

    /** Set aside counts as had: a repetition does not try it again. */
    void park(String consumer, WireEvent event, Throwable problem) {
        note(consumer, List.of(event));
        park(consumer, event.id(), event.type(), event.json(), problem);
    }

    void park(String consumer, String eventId, String type, String body, Throwable problem) {
        database.createNativeQuery(
                        "INSERT IGNORE INTO parked_event (consumer, event_id, type, body, problem, parked_at_ms)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, consumer)
                .setParameter(2, eventId)
                .setParameter(3, type)
                .setParameter(4, body)
                .setParameter(5, Problems.inOneLine(problem))
                .setParameter(6, clock.millis())
                .executeUpdate();
    }
}
