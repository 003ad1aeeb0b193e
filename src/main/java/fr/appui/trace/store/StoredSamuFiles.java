package fr.appui.trace.store;

import fr.appui.directory.Audit;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.MeantTransfer;
import fr.appui.trace.SamuFile;
import fr.appui.trace.SamuFiles;
import fr.appui.trace.TraceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredSamuFiles implements SamuFiles, KeptForATime {

    private static final int MOST_MEANT = 50;

    private static final String MEANT = "SELECT s.call_id, s.received_at_ms FROM call_summary s"
            + " WHERE s.territory IN (?1) AND s.origin IN ('SAMU', 'SAS')"
            + " AND s.received_at_ms BETWEEN ?2 AND ?3"
            + " ORDER BY ABS(s.received_at_ms - ?4), s.call_id";

    private static final String SHOWN = "SELECT s.call_id, s.territory, s.received_at_ms, s.ending, f.number"
            + " FROM samu_file f JOIN call_summary s ON s.call_id = f.call_id";

    private static final String NOTED = SHOWN
            + " JOIN territory t ON t.code = s.territory AND t.keeps_samu_files"
            + " WHERE f.noted_by = ?1 AND s.territory IN (?2) AND s.received_at_ms >= ?3"
            + " ORDER BY s.received_at_ms DESC, s.call_id";

    private final EntityManager database;
    private final Pieces pieces;
    private final TraceSettings settings;
    private final Audit audit;
    private final Clock clock;

    StoredSamuFiles(EntityManager database, Pieces pieces, TraceSettings settings, Audit audit, Clock clock) {
        this.database = database;
        this.pieces = pieces;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Noting note(Collection<TerritoryCode> lines, Instant transferred, SamuFile file, String by) {
        Optional<String> meant = MeantTransfer.of(about(lines, transferred), transferred)
                .map(CallId::value)
                .filter(call -> keep(call, file, by));
        if (meant.isEmpty()) {
            return new Noting.NoSuchCall();
        }
        String call = meant.get();
        audit.record(by, "regulator.file-noted", call, "Un numéro de dossier du SAMU a été noté pour cet appel");
        return new Noting.Kept(read((Tuple) database.createNativeQuery(SHOWN + " WHERE f.call_id = ?1", Tuple.class)
                .setParameter(1, call)
                .getSingleResult()));
    }

    private List<MeantTransfer.Received> about(Collection<TerritoryCode> lines, Instant transferred) {
        List<?> rows = database.createNativeQuery(MEANT, Tuple.class)
                .setParameter(1, codes(lines))
                .setParameter(2, transferred.minus(MeantTransfer.ABOUT).toEpochMilli())
                .setParameter(3, transferred.plus(MeantTransfer.ABOUT).toEpochMilli())
                .setParameter(4, transferred.toEpochMilli())
                .setMaxResults(MOST_MEANT)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new MeantTransfer.Received(
                        new CallId(row.get(0, String.class)), Instant.ofEpochMilli(number(row, 1))))
                .toList();
    }

    /** Of two SAMUs at once the first keeps it: the row is one, and its author is never changed. */
    private boolean keep(String call, SamuFile file, String by) {
        database.createNativeQuery(
                        "INSERT INTO samu_file (call_id, number, noted_by, noted_at_ms) VALUES (?1, ?2, ?3, ?4)"
                                + " ON DUPLICATE KEY UPDATE number = IF(noted_by = VALUES(noted_by), VALUES(number), number)")
                .setParameter(1, call)
                .setParameter(2, file.number())
                .setParameter(3, by)
                .setParameter(4, clock.instant().toEpochMilli())
                .executeUpdate();
        return ((Number) database.createNativeQuery(
                                        "SELECT COUNT(*) FROM samu_file WHERE call_id = ?1 AND noted_by = ?2",
                                        Long.class)
                                .setParameter(1, call)
                                .setParameter(2, by)
                                .getSingleResult())
                        .longValue()
                == 1;
    }

    @Override
    @Transactional
    public List<Noted> notedBy(String by, Collection<TerritoryCode> lines, int most) {
        List<?> rows = database.createNativeQuery(NOTED, Tuple.class)
                .setParameter(1, by)
                .setParameter(2, codes(lines))
                .setParameter(3, clock.instant().minus(settings.numbersKept()).toEpochMilli())
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(StoredSamuFiles::read).toList();
    }

    private static Noted read(Tuple row) {
        return new Noted(
                new CallId(row.get(0, String.class)),
                new TerritoryCode(row.get(1, String.class)),
                Instant.ofEpochMilli(number(row, 2)),
                Optional.ofNullable(row.get(3, String.class)).map(Ending::valueOf),
                new SamuFile(row.get(4, String.class)));
    }

    @Override
    @Transactional
    public boolean forget(CallId call, String by) {
        boolean forgotten = database.createNativeQuery("DELETE FROM samu_file WHERE call_id = ?1 AND noted_by = ?2")
                        .setParameter(1, call.value())
                        .setParameter(2, by)
                        .executeUpdate()
                == 1;
        if (forgotten) {
            audit.record(
                    by, "regulator.file-erased", call.value(), "Le numéro de dossier noté pour cet appel est effacé");
        }
        return forgotten;
    }

    private static List<String> codes(Collection<TerritoryCode> lines) {
        return lines.stream().map(TerritoryCode::value).toList();
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }

    @Override
    public Terms terms() {
        return new Terms(
                "samu-files",
                "numéro de dossier noté par le SAMU",
                settings.numbersKept().toString(),
                "appui.trace.numbers-kept",
                "rendre au SAMU l’issue de l’appel qu’il a transféré ; effacé aussi dès que le territoire ne le permet plus");
    }

    /** Counted from the call, as its caller's number: it may be noted a day later. */
    @Override
    public int eraseOld(Instant now) {
        long before = now.minus(settings.numbersKept()).toEpochMilli();
        return pieces.delete(
                "DELETE FROM samu_file WHERE call_id NOT IN (SELECT s.call_id FROM call_summary s"
                        + " JOIN territory t ON t.code = s.territory WHERE t.keeps_samu_files AND s.received_at_ms >= ?)",
                before);
    }
}
