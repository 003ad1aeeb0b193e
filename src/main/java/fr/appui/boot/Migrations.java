package fr.appui.boot;

import fr.appui.directory.StorageGate;
import fr.appui.directory.StorageReady;
import fr.appui.rota.CurrentRota;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jboss.logging.Logger;

/**
 * Brings the database up to date, once calls are taken and before anything else starts. A database that does not answer, hangs or
 * takes no writing is no reason to answer no calls: the service takes them from its last snapshot, and the migration follows when
 * the database is back. One that answers with another history than ours, that a much newer version has migrated or that refuses
 * a migration is not written to until somebody has seen to it; calls are taken all the same.
 */
@ApplicationScoped
class Migrations implements StorageGate {

    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /** The rota and FastAGI come first: neither waits for a database. */
    private static final int AFTER_THE_CALL_PATH = 300;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration ROTA_READ_EVERY = Duration.ofSeconds(30);

    private final Flyway flyway;
    private final DatabaseRights rights;
    private final OldestWriter oldestWriter;
    private final CurrentRota rota;
    private final String version;
    private final Scheduler scheduler;
    private final Event<StorageReady> ready;
    /** Migrated, or refused until somebody has seen to it. */
    private volatile boolean settled;

    private volatile String refusal = "";
    /** Once as long as it is the same: it is tried every few seconds. */
    private volatile String told = "";

    Migrations(
            Flyway flyway,
            DataSource database,
            CurrentRota rota,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Scheduler scheduler,
            Event<StorageReady> ready) {
        this.flyway = flyway;
        this.rights = new DatabaseRights(database, flyway);
        this.oldestWriter = new OldestWriter(database);
        this.rota = rota;
        this.version = version;
        this.scheduler = scheduler;
        this.ready = ready;
    }

    @Override
    public Optional<String> refusal() {
        return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }

    /** Jobs read and write tables: the scheduler starts halted, and is let go once they are as this version knows them. */
    void onStart(@Observes @Priority(AFTER_THE_CALL_PATH) StartupEvent event) {
        migrate();
        if (!settled) {
            Thread.ofPlatform().daemon().name("migrations").start(this::untilSettled);
        }
    }

    private void untilSettled() {
        try {
            while (!settled) {
                Thread.sleep(PAUSE);
                migrate();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A newer node may have come meanwhile. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void stillKnown() {
        try {
            refuseIfTooOld();
        } catch (SQLException away) {
            LOG.debug("the oldest writer was not read", away);
        }
    }

    private void say(MigrateResult result) {
        String schema = result.migrationsExecuted > 0 ? result.targetSchemaVersion : result.initialSchemaVersion;
        LOG.infof("Appui %s: database at V%s, %d migrations made now", version, schema, result.migrationsExecuted);
    }

    private void migrate() {
        try {
            Optional<String> missing = rights.missing();
            if (missing.isPresent()) {
                await(missing.get());
                return;
            }
            MigrateResult result = flyway.migrate();
            if (!refuseIfTooOld()) {
                oldestWriter.raise();
                say(result);
                refusal = "";
                ready.fire(new StorageReady()); // whoever fails is told again
                settled = true;
                scheduler.resume();
            }
        } catch (FlywayValidateException otherHistory) {
            LOG.error("the database has another history", otherHistory);
            refuse("l’historique de la base n’est pas celui de la version " + version
                    + " : vérifier quelle base est désignée et quelle version est installée, puis redémarrer");
        } catch (FlywayMigrateException refused) {
            if (DatabaseTrouble.of(refused).equals(Optional.of(DatabaseTrouble.RIGHTS))) {
                await(DatabaseTrouble.RIGHTS.sentence());
                return;
            }
            LOG.error("the database refuses a migration", refused);
            refuse("la base refuse une mise à jour de ses tables : voir le journal du service, puis redémarrer");
        } catch (RuntimeException | SQLException away) {
            String why = DatabaseTrouble.of(away).map(DatabaseTrouble::sentence).orElseGet(away::toString);
            if (!why.equals(told)) {
                LOG.warnf(
                        "les appels sont pris, rien n’est écrit, et la base est redemandée jusqu’à ce qu’elle réponde : %s",
                        why);
            }
            told = why;
        }
    }

    private void await(String missing) {
        if (!refusal.equals(missing)) {
            LOG.errorf("calls are taken, nothing is written: %s", missing);
        }
        refusal = missing;
    }

    private boolean refuseIfTooOld() throws SQLException {
        Optional<String> oldest = oldestWriter.read().filter(writer -> OldestWriter.isOlder(version, writer));
        oldest.ifPresent(writer -> {
            refuse("la base a été mise à jour pour la version " + writer + " et les suivantes ; ce nœud est en "
                    + version + " : le mettre à jour");
            Thread.ofPlatform().daemon().name("rota-read-only").start(this::readTheRota);
        });
        return oldest.isPresent();
    }

    private void refuse(String why) {
        refusal = why;
        settled = true;
        scheduler.pause();
        LOG.errorf("calls are taken, nothing is written: %s", why);
    }

    /** What a much newer version writes can still be read, as tables only ever grow. */
    private void readTheRota() {
        try {
            while (true) {
                rota.refresh();
                Thread.sleep(ROTA_READ_EVERY);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
