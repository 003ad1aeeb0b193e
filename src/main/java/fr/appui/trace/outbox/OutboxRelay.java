package fr.appui.trace.outbox;

import fr.appui.trace.store.CallsStored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the relay on a thread of its own: at once after each commit of this node, and every second for the others'. */
@ApplicationScoped
class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long SWEEP_MS = 1000;
    private static final long LONGEST_PAUSE_MS = 30_000;

    /** What is told of a call in one moment is counted once, and not while its first telephone is about to ring. */
    private static final long GATHER_MS = 200;

    private final Relay relay;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this);
    private volatile boolean stopping;
    private volatile @Nullable String trouble;
    private int failures;

    OutboxRelay(DataSource database, EventSettings settings, KafkaWire kafka, LocalWire local, Clock clock) {
        var rows = new OutboxRows(database, UUID.randomUUID().toString());
        this.relay = new Relay(rows, settings.kafka() ? kafka : local, clock);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void wake(@Observes CallsStored stored) {
        work.release();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        work.release();
        try {
            thread.join(5000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What keeps events from the wire just now. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                boolean more = relay.relayOnce();
                failures = 0;
                trouble = null;
                if (!more) {
                    pause(SWEEP_MS);
                }
            } catch (SQLException | RuntimeException away) {
                failed(away);
            }
        }
    }

    private void failed(Exception away) {
        if (stopping) {
            return;
        }
        failures++;
        if (trouble == null) {
            LOG.warnf("events wait in the outbox: %s", Problems.inOneLine(away));
        }
        trouble = away.getClass().getSimpleName();
        work.drainPermits(); // new events change nothing about a wire that is away
        pause(Math.min(LONGEST_PAUSE_MS, SWEEP_MS << Math.min(failures, 5)));
    }

    private void pause(long longestMs) {
        try {
            if (work.tryAcquire(longestMs, TimeUnit.MILLISECONDS) && !stopping) {
                Thread.sleep(GATHER_MS);
                work.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
