package fr.appui.boot;

import fr.appui.web.store.StorageFault;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What the log says of jobs that failed, in the place of the scheduler's own words: while the database is away each begins again
 * every few seconds, and one line when that begins and one when it is over tell more than as many stack traces.
 */
@ApplicationScoped
class FailedJobs {

    private static final Logger LOG = Logger.getLogger(FailedJobs.class);

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    void failed(@Observes FailedExecution execution) {
        String job = execution.getExecution().getTrigger().getMethodDescription();
        Throwable why = execution.getException();
        if (!StorageFault.isOutage(why)) {
            LOG.errorf(why, "%s failed", job);
        } else if (waiting.add(job)) {
            LOG.warnf("%s waits for the database: %s", job, why);
        }
    }

    void succeeded(@Observes SuccessfulExecution execution) {
        String job = execution.getExecution().getTrigger().getMethodDescription();
        if (waiting.remove(job)) {
            LOG.infof("%s ran again", job);
        }
    }
}
