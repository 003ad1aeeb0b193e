package fr.appui.trace.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What waits in the outbox, counted now and then rather than at each reading, which must not wait for the database. */
@ApplicationScoped
class OutboxMeters {

    private static final Logger LOG = Logger.getLogger(OutboxMeters.class);

    private record Count(long waiting, long oldestWrittenAtMs, long parked) {}

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Count last;

    OutboxMeters(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("appui.outbox.waiting", this, outbox -> outbox.waiting())
                .description("Events that wait to be told to others; not a number before the first count")
                .register(meters);
        Gauge.builder("appui.outbox.oldest.seconds", this, outbox -> outbox.oldestSeconds())
                .description("How long the oldest of them has been waiting")
                .register(meters);
        Gauge.builder("appui.outbox.parked", this, outbox -> outbox.parked())
                .description("Events set aside, by the broker or by a consumer, until someone looks")
                .register(meters);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        String sql = "SELECT COUNT(*), COALESCE(MIN(written_at_ms), 0),"
                + " (SELECT COUNT(*) FROM outbox WHERE parked_at_ms IS NOT NULL) + (SELECT COUNT(*) FROM parked_event)"
                + " FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            last = new Count(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException away) {
            LOG.debug("the outbox was not counted", away); // the journal tells of a database that is away
        }
    }

    private double waiting() {
        Count known = last;
        return known == null ? Double.NaN : known.waiting();
    }

    private double oldestSeconds() {
        Count known = last;
        if (known == null) {
            return Double.NaN;
        }
        return known.waiting() == 0 ? 0 : (clock.millis() - known.oldestWrittenAtMs()) / 1000.0;
    }

    private double parked() {
        Count known = last;
        return known == null ? Double.NaN : known.parked();
    }
}
