package fr.appui.trace.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.trace.TraceSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The story of each call, its outcomes and their transmission. What the indicators counted of it stays: it names nobody, and
 * a submitted report is a document of its own. The bound is written down before anything goes, so that a rebuild of the
 * indicators never takes what was erased for what never was.
 */
@ApplicationScoped
class CallsKept implements KeptForATime {

    private static final String OLD_CALLS =
            " WHERE call_id IN (SELECT call_id FROM call_summary WHERE received_at_ms < ?)";
    private static final String OLD_DECLARED = " WHERE call_id IN (SELECT call_id FROM declared_call WHERE at_ms < ?)";

    private static final List<String> OF_ONE_CALL = List.of(
            "call_party",
            "samu_file",
            "transmission",
            "outcome_reminder",
            "sheet_read",
            "hand_over",
            "outcome_revision",
            "call_event");

    private final EntityManager database;
    private final Pieces pieces;
    private final TraceSettings settings;

    CallsKept(EntityManager database, Pieces pieces, TraceSettings settings) {
        this.database = database;
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "calls",
                "trace des appels, fiches et leur transmission",
                settings.callsKept().toString(),
                "appui.trace.calls-kept",
                "répondre de chaque chiffre du bilan et comparer les années ; ensuite seuls restent les décomptes anonymes"
                        + " et les bilans déposés");
    }

    @Override
    public int eraseOld(Instant now) {
        long before = now.atZone(ZoneOffset.UTC)
                .minus(settings.callsKept())
                .toInstant()
                .toEpochMilli();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("UPDATE trace_erased SET before_ms = GREATEST(before_ms, ?1)")
                        .setParameter(1, before)
                        .executeUpdate());
        for (String table : OF_ONE_CALL) {
            pieces.delete("DELETE FROM " + table + OLD_CALLS, before);
            pieces.delete("DELETE FROM " + table + OLD_DECLARED, before);
        }
        return pieces.delete("DELETE FROM call_summary WHERE received_at_ms < ?", before)
                + pieces.delete("DELETE FROM declared_call WHERE at_ms < ?", before);
    }
}
