package fr.appui.web.audit;

import fr.appui.directory.Audit;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Erases the oldest entries once they have served; says so in the log itself. Nodes take turns at the head of the log. */
@ApplicationScoped
class Retention {

    private static final Period LEAST = Period.ofYears(1);

    private final AuditLog log;
    private final Audit audit;
    private final AuditSettings settings;
    private final Clock clock;

    Retention(AuditLog log, Audit audit, AuditSettings settings, Clock clock) {
        this.log = log;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(every = "24h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        Instant wished = before(settings.kept());
        Instant latest = before(LEAST);
        int erased = log.forget(wished.isBefore(latest) ? wished : latest);
        if (erased > 0) {
            audit.record(
                    Audit.SERVICE, "audit.erased", "journal", erased + " lignes plus vieilles que la durée réglée");
        }
    }

    private Instant before(Period age) {
        return clock.instant().atZone(ZoneOffset.UTC).minus(age).toInstant();
    }
}
