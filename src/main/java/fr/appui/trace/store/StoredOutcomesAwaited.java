package fr.appui.trace.store;

import fr.appui.trace.CallId;
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

    private static final String AWAITED = """
            SELECT call_id FROM (
              SELECT call_id, ended_at_ms FROM call_summary WHERE ending = 'ANSWERED' AND NOT trial
              UNION ALL SELECT call_id, at_ms + duration_ms FROM declared_call) answered
            WHERE ended_at_ms BETWEEN ?1 AND ?2
              AND NOT EXISTS (SELECT 1 FROM outcome_revision o WHERE o.call_id = answered.call_id AND o.status = 'FINAL')
              AND NOT EXISTS (SELECT 1 FROM outcome_reminder r WHERE r.call_id = answered.call_id AND r.stage = 'COORDINATOR')
            ORDER BY ended_at_ms LIMIT ?3""";

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
