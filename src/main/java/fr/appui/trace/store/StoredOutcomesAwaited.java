package fr.appui.trace.store;

import fr.appui.directory.PhysicianId;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.EventNames;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Outcomes;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.trace.ReminderStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class StoredOutcomesAwaited implements OutcomesAwaited {

    /** Of whom was rung for so many calls and answered none, none are looked for further back. */
    private static final int MOST_RUNG = 500;

    private static final String AWAITED = """
            SELECT call_id FROM (
              SELECT call_id, ended_at_ms FROM call_summary WHERE ending = 'ANSWERED' AND NOT trial
              UNION ALL SELECT call_id, at_ms + duration_ms FROM declared_call) answered
            WHERE ended_at_ms BETWEEN ?1 AND ?2
              AND NOT EXISTS (SELECT 1 FROM outcome_revision o WHERE o.call_id = answered.call_id AND o.status = 'FINAL')
              AND NOT EXISTS (SELECT 1 FROM outcome_reminder r WHERE r.call_id = answered.call_id AND r.stage = 'COORDINATOR')
            ORDER BY ended_at_ms LIMIT ?3""";
    /** Whoever was rung for it may have answered it: the story says who did. */
    private static final String OF_PHYSICIAN = """
            SELECT call_id FROM (
              SELECT call_id, ended_at_ms, FALSE AS own FROM call_summary
              WHERE ending = 'ANSWERED' AND NOT trial AND received_at_ms >= ?2 - 86400000
              UNION ALL SELECT call_id, at_ms + duration_ms, TRUE FROM declared_call WHERE physician_id = ?1) answered
            WHERE ended_at_ms >= ?2
              AND NOT EXISTS (SELECT 1 FROM outcome_revision o WHERE o.call_id = answered.call_id AND o.status = 'FINAL')
              AND (own OR EXISTS (SELECT 1 FROM call_event e WHERE e.call_id = answered.call_id
                AND e.type = ?3 AND JSON_VALUE(e.payload, '$.physician') = ?1))
            ORDER BY ended_at_ms DESC""";

    private final EntityManager database;
    private final Outcomes outcomes;

    StoredOutcomesAwaited(EntityManager database, Outcomes outcomes) {
        this.database = database;
        this.outcomes = outcomes;
    }

    @Override
    @Transactional
    public List<Awaited> between(Instant from, Instant to, int most) {
        List<?> calls = database.createNativeQuery(AWAITED, String.class)
                .setParameter(1, from.toEpochMilli())
                .setParameter(2, to.toEpochMilli())
                .setParameter(3, most)
                .getResultList();
        return calls.stream()
                .map(id -> new CallId((String) id))
                .flatMap(id -> outcomes.call(id).stream())
                .map(call -> new Awaited(call, reminded(call.call())))
                .toList();
    }

    @Override
    @Transactional
    public List<LoggableCall> of(PhysicianId physician, Instant since, int most) {
        List<?> calls = database.createNativeQuery(OF_PHYSICIAN, String.class)
                .setParameter(1, physician.toString())
                .setParameter(2, since.toEpochMilli())
                .setParameter(3, EventNames.of(CallEvent.AttemptStarted.class))
                .setMaxResults(MOST_RUNG)
                .getResultList();
        return calls.stream()
                .map(id -> new CallId((String) id))
                .flatMap(id -> outcomes.call(id).stream())
                .filter(call -> call.physician().equals(physician))
                .limit(most)
                .toList();
    }

    @Override
    @Transactional
    public void reminded(CallId call, ReminderStage stage, Instant at) {
        database.createNativeQuery(
                        "INSERT IGNORE INTO outcome_reminder (call_id, stage, sent_at_ms) VALUES (?1, ?2, ?3)")
                .setParameter(1, call.value())
                .setParameter(2, stage.name())
                .setParameter(3, at.toEpochMilli())
                .executeUpdate();
    }

    private List<ReminderStage> reminded(CallId call) {
        List<?> stages = database.createNativeQuery(
                        "SELECT stage FROM outcome_reminder WHERE call_id = ?1", String.class)
                .setParameter(1, call.value())
                .getResultList();
        return stages.stream()
                .map(stage -> ReminderStage.valueOf((String) stage))
                .toList();
    }
}
