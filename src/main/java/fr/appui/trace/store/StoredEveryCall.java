package fr.appui.trace.store;

import fr.appui.trace.CallId;
import fr.appui.trace.EveryCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class StoredEveryCall implements EveryCall {

    private static final String NEXT = """
            (SELECT call_id FROM call_summary WHERE call_id > ?1 ORDER BY call_id LIMIT ?2)
            UNION (SELECT call_id FROM declared_call WHERE call_id > ?1 ORDER BY call_id LIMIT ?2)
            ORDER BY call_id LIMIT ?2""";

    private static final String AMONG = """
            SELECT call_id FROM call_summary WHERE call_id IN (?1)
            UNION SELECT call_id FROM declared_call WHERE call_id IN (?1)""";

    private final EntityManager database;

    StoredEveryCall(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<CallId> after(Optional<CallId> last, int most) {
        List<?> ids = database.createNativeQuery(NEXT, String.class)
                .setParameter(1, last.map(CallId::value).orElse(""))
                .setParameter(2, most)
                .getResultList();
        return ids.stream().map(id -> new CallId((String) id)).toList();
    }

    @Override
    @Transactional
    public Set<CallId> among(List<CallId> calls) {
        List<?> ids = database.createNativeQuery(AMONG, String.class)
                .setParameter(1, calls.stream().map(CallId::value).toList())
                .getResultList();
        return ids.stream().map(id -> new CallId((String) id)).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Instant erasedBefore() {
        Number before = (Number) database.createNativeQuery("SELECT before_ms FROM trace_erased WHERE id = 1")
                .getSingleResult();
        return Instant.ofEpochMilli(before.longValue());
    }
}
