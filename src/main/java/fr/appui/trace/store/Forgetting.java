package fr.appui.trace.store;

import fr.appui.trace.TraceSettings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Erases what is kept for a set time only: people's numbers, and what was relayed. In small pieces, so that no call waits;
 * several nodes may do so at once without harm.
 */
@ApplicationScoped
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final int PIECE = 1000;

    private final DataSource database;
    private final TraceSettings settings;
    private final Clock clock;

    Forgetting(DataSource database, TraceSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            int numbers = erase("DELETE FROM call_party WHERE noted_at_ms < ? LIMIT " + PIECE, settings.numbersKept());
            erase("DELETE FROM outbox WHERE sent_at_ms < ? LIMIT " + PIECE, settings.relayedKept());
            erase("DELETE FROM consumed_event WHERE consumed_at_ms < ? LIMIT " + PIECE, settings.relayedKept());
            if (numbers > 0) {
                LOG.infof("%d phone numbers erased, older than %s", numbers, settings.numbersKept());
            }
        } catch (SQLException away) {
            LOG.warnf("nothing erased this time: %s", away.getMessage());
        }
    }

    private int erase(String sql, Duration kept) throws SQLException {
        long before = clock.instant().minus(kept).toEpochMilli();
        int erased = 0;
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setLong(1, before);
            int piece;
            do {
                piece = delete.executeUpdate();
                erased += piece;
            } while (piece == PIECE);
        }
        return erased;
    }
}
