package fr.appui.boot;

import fr.appui.directory.StorageReady;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jboss.logging.Logger;

/**
 * Brings the database up to date before anything else starts. A database that does not answer, hangs or takes no writing is no
 * reason to answer no calls: the service starts from its last snapshot, and the migration follows when the database is back.
 * One that answers with another history, or refuses a migration, is a wrong installation, and ends the start.
 */
@ApplicationScoped
class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final int BEFORE_THE_ROOMS = 1;

    private final Flyway flyway;
    private final String version;
    private final Scheduler scheduler;
    private final Event<StorageReady> ready;
    private volatile boolean done;

    Migrations(
            Flyway flyway,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Scheduler scheduler,
            Event<StorageReady> ready) {
        this.flyway = flyway;
        this.version = version;
        this.scheduler = scheduler;
        this.ready = ready;
    }

    /** Jobs read tables: the scheduler starts halted, and is let go here. */
    void onStart(@Observes @Priority(BEFORE_THE_ROOMS) StartupEvent event) {
        migrate();
        scheduler.resume();
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void untilDone() {
        if (!done) {
            migrate();
        }
    }

    private void say(MigrateResult result) {
        String schema = result.migrationsExecuted > 0 ? result.targetSchemaVersion : result.initialSchemaVersion;
        LOG.infof("Appui %s: database at V%s, %d migrations made now", version, schema, result.migrationsExecuted);
    }

    private void migrate() {
        try {
            say(flyway.migrate());
            ready.fire(new StorageReady());
            done = true;
        } catch (FlywayValidateException | FlywayMigrateException wrong) {
            throw wrong;
        } catch (RuntimeException away) {
            LOG.warnf("the database is not ready, it is tried again until it is: %s", away.getMessage());
        }
    }
}
