package fr.appui.trace.store;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final Spool spool;
    private final Supplier<Duration> age;
    private final Supplier<Optional<String>> trouble;

    @Inject
    JournalHealth(DurableJournal journal) {
        this(journal.spool(), journal::age, journal::trouble);
    }

    JournalHealth(Spool spool, Supplier<Duration> age, Supplier<Optional<String>> trouble) {
        this.spool = spool;
        this.age = age;
        this.trouble = trouble;
    }

    @Override
    public HealthCheckResponse call() {
        boolean well = spool.durable() && spool.fill() < NEARLY_FULL && spool.parked() == 0;
        var answer = HealthCheckResponse.named("journal")
                .status(well)
                .withData("waiting", spool.depth())
                .withData("oldestSeconds", age.get().toSeconds())
                .withData("parked", spool.parked())
                .withData("survivesRestart", spool.durable());
        trouble.get().ifPresent(why -> answer.withData("trouble", why));
        return answer.build();
    }
}
