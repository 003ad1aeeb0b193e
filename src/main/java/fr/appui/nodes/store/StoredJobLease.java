package fr.appui.nodes.store;

import fr.appui.nodes.JobLease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

@ApplicationScoped
class StoredJobLease implements JobLease {

    private final EntityManager database;
    private final Clock clock;

    StoredJobLease(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean run(String job, Duration most, Runnable work) {
        long until = clock.millis() + most.toMillis();
        if (!QuarkusTransaction.requiringNew().call(() -> take(job, until))) {
            return false;
        }
        try {
            work.run();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> letGo(job, until));
        }
        return true;
    }

    @Override
    public boolean runOnce(String job, Duration quiet, Runnable work) {
        long until = clock.millis() + quiet.toMillis();
        if (!QuarkusTransaction.requiringNew().call(() -> take(job, until))) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            QuarkusTransaction.requiringNew().run(() -> letGo(job, until));
            throw failed;
        }
    }

    private boolean take(String job, long until) {
        database.createNativeQuery("INSERT IGNORE INTO job_lease (job, held_until_ms) VALUES (?1, 0)")
                .setParameter(1, job)
                .executeUpdate();
        return database.createNativeQuery(
                                "UPDATE job_lease SET held_until_ms = ?1 WHERE job = ?2 AND held_until_ms < ?3")
                        .setParameter(1, until)
                        .setParameter(2, job)
                        .setParameter(3, clock.millis())
                        .executeUpdate()
                == 1;
    }

    /** Only what was taken is let go: another node may hold the job by now. */
    private void letGo(String job, long until) {
        database.createNativeQuery("UPDATE job_lease SET held_until_ms = 0 WHERE job = ?1 AND held_until_ms = ?2")
                .setParameter(1, job)
                .setParameter(2, until)
                .executeUpdate();
    }
}
