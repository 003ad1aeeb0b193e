package fr.appui.audit;

import fr.appui.directory.Audit;
import fr.appui.nodes.KeptForATime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Erases the oldest entries once they have served; says so in the log itself. Nodes take turns at the head of the log. */
@ApplicationScoped
class Retention implements KeptForATime {

    private static final Period LEAST = Period.ofYears(1);

    private final AuditLog log;
    private final Audit audit;
    private final AuditSettings settings;

    Retention(AuditLog log, Audit audit, AuditSettings settings) {
        this.log = log;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "audit",
                "journal des actes : qui a fait quoi, quand, d’où",
                settings.kept().toString(),
                "appui.audit.kept",
                "retrouver l’auteur d’un acte ; un an au moins, ce que la base impose");
    }

    @Override
    @Transactional
    public int eraseOld(Instant now) {
        Instant wished = before(now, settings.kept());
        Instant latest = before(now, LEAST);
        int erased = log.forget(wished.isBefore(latest) ? wished : latest);
        if (erased > 0) {
            audit.record(
                    Audit.SERVICE, "audit.erased", "journal", erased + " lignes plus vieilles que la durée réglée");
        }
        return erased;
    }

    private static Instant before(Instant now, Period age) {
        return now.atZone(ZoneOffset.UTC).minus(age).toInstant();
    }
}
