package fr.appui.trace.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.SheetRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredSheets implements SheetRegister {

    /** The validated revision that counts of each call of a territory in a time. */
    private static final String FOUND = """
         FROM (SELECT call_id, received_at_ms AS at_ms, 0 AS declared FROM call_summary
                WHERE territory = ?1 AND received_at_ms >= ?2 AND received_at_ms < ?3
               UNION ALL
               SELECT call_id, at_ms, 1 FROM declared_call WHERE territory = ?1 AND at_ms >= ?2 AND at_ms < ?3) c
         JOIN outcome_revision o ON o.call_id = c.call_id AND o.status = 'FINAL'
          AND o.number = (SELECT MAX(l.number) FROM outcome_revision l WHERE l.call_id = c.call_id)
         LEFT JOIN sheet_read r ON r.call_id = o.call_id AND r.revision = o.number
        WHERE (?4 = '' OR JSON_CONTAINS(o.body, JSON_QUOTE(?4), '$.motives')) AND (?5 = 0 OR r.call_id IS NULL)
        """;

    private final EntityManager database;

    StoredSheets(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Page of(Wanted wanted, int page, int size) {
        List<?> rows = about(
                        wanted,
                        database.createNativeQuery(
                                "SELECT o.call_id, o.number, o.nomenclature, o.body, o.author, o.written_at_ms, c.at_ms,"
                                        + " c.declared, r.read_by, r.read_at_ms" + FOUND
                                        + " ORDER BY c.at_ms DESC, o.call_id",
                                Tuple.class))
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        Number total = (Number) about(wanted, database.createNativeQuery("SELECT COUNT(*)" + FOUND, Long.class))
                .getSingleResult();
        return new Page(
                rows.stream().map(Tuple.class::cast).map(StoredSheets::sheet).toList(), total.longValue());
    }

    private static Query about(Wanted wanted, Query query) {
        return query.setParameter(1, wanted.territory().value())
                .setParameter(2, wanted.from().toEpochMilli())
                .setParameter(3, wanted.to().toEpochMilli())
                .setParameter(4, wanted.motive().orElse(""))
                .setParameter(5, wanted.unreadOnly() ? 1 : 0);
    }

    /** Twice is once: the first reader stays. */
    @Override
    @Transactional
    public boolean read(TerritoryCode territory, CallId call, String by, Instant at) {
        Number revision = (Number) database.createNativeQuery(
                        "SELECT COALESCE(MAX(o.number), 0) FROM outcome_revision o"
                                + " WHERE o.call_id = ?2 AND o.status = 'FINAL'"
                                + " AND (EXISTS (SELECT 1 FROM call_summary WHERE call_id = ?2 AND territory = ?1)"
                                + " OR EXISTS (SELECT 1 FROM declared_call WHERE call_id = ?2 AND territory = ?1))",
                        Long.class)
                .setParameter(1, territory.value())
                .setParameter(2, call.value())
                .getSingleResult();
        if (revision.longValue() == 0) {
            return false;
        }
        database.createNativeQuery(
                        "INSERT IGNORE INTO sheet_read (call_id, revision, read_by, read_at_ms) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, call.value())
                .setParameter(2, revision.longValue())
                .setParameter(3, by)
                .setParameter(4, at.toEpochMilli())
                .executeUpdate();
        return true;
    }

    private static Sheet sheet(Tuple row) {
        return new Sheet(
                instant(row, 6),
                number(row, 7) == 1,
                new OutcomeRevision(
                        new CallId(row.get(0, String.class)),
                        (int) number(row, 1),
                        OutcomeStatus.FINAL,
                        row.get(2, String.class),
                        OutcomeJson.read(row.get(3, String.class)),
                        row.get(4, String.class),
                        instant(row, 5)),
                Optional.ofNullable(row.get(8, String.class)).map(by -> new Read(by, instant(row, 9))));
    }

    private static Instant instant(Tuple row, int column) {
        return Instant.ofEpochMilli(number(row, column));
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
