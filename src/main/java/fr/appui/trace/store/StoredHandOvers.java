package fr.appui.trace.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import fr.appui.trace.HandOver;
import fr.appui.trace.HandOvers;
import fr.appui.trace.LoggableCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredHandOvers implements HandOvers {

    private final EntityManager database;

    StoredHandOvers(EntityManager database) {
        this.database = database;
    }

    /**
     * What the sheet asks now, in the sheet's own transaction: whoever took over what it asked before is asked again where that
     * changed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void asked(LoggableCall call, Optional<HandOver> asked) {
        if (asked.isEmpty()) {
            database.createNativeQuery("DELETE FROM hand_over WHERE call_id = ?1")
                    .setParameter(1, call.call().value())
                    .executeUpdate();
            return;
        }
        String same = "whom = VALUES(whom) AND what = VALUES(what) AND due = VALUES(due)";
        database.createNativeQuery("INSERT INTO hand_over (call_id, territory, received_at_ms, whom, what, due)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE"
                        + " taken_by = IF(" + same + ", taken_by, NULL),"
                        + " taken_at_ms = IF(" + same + ", taken_at_ms, NULL),"
                        + " whom = VALUES(whom), what = VALUES(what), due = VALUES(due)")
                .setParameter(1, call.call().value())
                .setParameter(2, call.territory().value())
                .setParameter(3, call.received().toEpochMilli())
                .setParameter(4, asked.get().whom().name())
                .setParameter(5, asked.get().what().name())
                .setParameter(6, asked.get().by().name())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Page of(TerritoryCode territory, boolean taken, int page, int size) {
        String where = " FROM hand_over WHERE territory = ?1 AND taken_at_ms IS " + (taken ? "NOT NULL" : "NULL");
        List<?> rows = database.createNativeQuery(
                        "SELECT call_id, received_at_ms, whom, what, due, taken_by, taken_at_ms" + where
                                + (taken ? " ORDER BY taken_at_ms DESC, call_id" : " ORDER BY received_at_ms, call_id"),
                        Tuple.class)
                .setParameter(1, territory.value())
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        Number total = (Number) database.createNativeQuery("SELECT COUNT(*)" + where, Long.class)
                .setParameter(1, territory.value())
                .getSingleResult();
        return new Page(
                rows.stream().map(Tuple.class::cast).map(StoredHandOvers::asked).toList(), total.longValue());
    }

    /** Of two who take it over at the same moment one does: the condition decides. */
    @Override
    @Transactional
    public boolean take(TerritoryCode territory, CallId call, String by, Instant at) {
        return database.createNativeQuery("UPDATE hand_over SET taken_by = ?3, taken_at_ms = ?4"
                                + " WHERE territory = ?1 AND call_id = ?2 AND taken_at_ms IS NULL")
                        .setParameter(1, territory.value())
                        .setParameter(2, call.value())
                        .setParameter(3, by)
                        .setParameter(4, at.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    private static Asked asked(Tuple row) {
        return new Asked(
                new CallId(row.get(0, String.class)),
                instant(row, 1),
                new HandOver(
                        HandOver.Whom.valueOf(row.get(2, String.class)),
                        HandOver.What.valueOf(row.get(3, String.class)),
                        HandOver.By.valueOf(row.get(4, String.class))),
                Optional.ofNullable(row.get(5, String.class)).map(by -> new Taken(by, instant(row, 6))));
    }

    private static Instant instant(Tuple row, int column) {
        return Instant.ofEpochMilli(((Number) row.get(column)).longValue());
    }
}
