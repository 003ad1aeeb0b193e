package fr.appui.trace.outbox;

import fr.appui.trace.CallId;
import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Which consumer has had which event; always within the consumer's transaction. */
@ApplicationScoped
class ConsumedEvents {

    private final EntityManager database;
    private final Clock clock;

    ConsumedEvents(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false when this consumer has had the event already; waits for another node that is just consuming it */
    boolean note(String consumer, WireEvent event) {
        return database.createNativeQuery(
                                "INSERT IGNORE INTO consumed_event (consumer, event_id, consumed_at_ms) VALUES (?1,"
                                        + " ?2, ?3)")
                        .setParameter(1, consumer)
                        .setParameter(2, event.id())
                        .setParameter(3, clock.millis())
                        .executeUpdate()
                == 1;
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
        note(consumer, event);
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
