package fr.appui.trace.store;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How the journal fares. A wellness check: a database that is away must not take the service out of rotation, since calls
 * are still answered.
 */
@Wellness
@ApplicationScoped
class JournalHealth implements HealthCheck {

    private static final double NEARLY_FULL = 0.8;

    private final DurableJournal journal;

    JournalHealth(DurableJournal journal) {
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        Spool spool = journal.spool();
        boolean well = spool.durable() && spool.fill() < NEARLY_FULL && spool.parked() == 0;
        var answer = HealthCheckResponse.named("journal")
                .status(well)
                .withData("waiting", spool.depth())
                .withData("oldestSeconds", journal.age().toSeconds())
                .withData("parked", spool.parked())
                .withData("survivesRestart", spool.durable());
        journal.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
        return answer.build();
    }
}
