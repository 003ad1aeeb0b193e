package fr.appui.indicators.store;

import fr.appui.trace.Ending;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * How the calls of the last 24 hours ended and how long callers waited for a physician, for whoever watches: the same on every node. Not a
 * number as long as it was never read.
 */
@ApplicationScoped
class CallMeters {

    private static final Logger LOG = Logger.getLogger(CallMeters.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** Of a night of the whole country; more would tell no other median. */
    private static final int MOST = 20_000;

    private static final String SQL = "SELECT c.ending, c.answered_after_ms FROM territory t JOIN counted_call c"
            + " ON c.territory = t.code AND c.received_at_ms >= ? WHERE c.ending IS NOT NULL LIMIT " + MOST;

    private final DataSource database;
    private final Clock clock;
    private volatile Day last = Day.NOTHING_READ;

    /** @param waits sorted, in milliseconds */
    private record Day(Map<Ending, Long> endings, List<Long> waits, boolean read) {

        private static final Day NOTHING_READ = new Day(Map.of(), List.of(), false);

        double count(Ending ending) {
            return read ? endings.getOrDefault(ending, 0L) : Double.NaN;
        }

        double waited(double share) {
            return waits.isEmpty() ? Double.NaN : waits.get((int) ((waits.size() - 1) * share)) / 1000.0;
        }
    }

    CallMeters(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        for (Ending ending : Ending.values()) {
            Gauge.builder("appui.calls.day", this, day -> day.last.count(ending))
                    .description("Calls of the last 24 hours by how they ended")
                    .tag("ending", ending.name())
                    .register(meters);
        }
        for (double share : new double[] {0.5, 0.9}) {
            Gauge.builder("appui.calls.answer.seconds", this, day -> day.last.waited(share))
                    .description("From the arrival of a call to a physician's voice, over the last 24 hours")
                    .tag("quantile", Double.toString(share))
                    .register(meters);
        }
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        Map<Ending, Long> endings = new EnumMap<>(Ending.class);
        List<Long> waits = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setLong(1, clock.instant().minus(LOOKED_BACK).toEpochMilli());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String ending = rows.getString(1);
                    // a newer node may write one that this one does not know
                    Stream.of(Ending.values())
                            .filter(known -> known.name().equals(ending))
                            .forEach(known -> endings.merge(known, 1L, Long::sum));
                    long wait = rows.getLong(2);
                    if (!rows.wasNull()) {
                        waits.add(wait);
                    }
                }
            }
            waits.sort(null);
            last = new Day(endings, waits, true);
        } catch (SQLException away) {
            LOG.debug("the calls of the day were not read", away); // the journal tells of a database that is away
        }
    }
}
