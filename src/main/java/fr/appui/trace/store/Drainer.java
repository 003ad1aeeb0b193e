package fr.appui.trace.store;

import fr.appui.trace.store.Spool.Entry;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that carries events from the spool to the database, in order. While the database is away it tries again,
 * ever more slowly. An event that the database itself refuses is set aside after a few tries; it never holds up the others.
 */
final class Drainer implements Runnable {

    private static final Logger LOG = Logger.getLogger(Drainer.class);
    private static final int BATCH = 100;
    private static final int TRIES_BEFORE_PARKING = 3;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5000;
    private static final long IDLE_MS = 1000;

    /** What happens in one moment goes in one commit, and none while the first telephone is about to ring. */
    private static final long GATHER_MS = 100;

    private final Spool spool;
    private final EventTables tables;
    private final BooleanSupplier mayWrite;
    private final Runnable stored;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("journal").daemon().unstarted(this);
    private volatile boolean stopping;
    private volatile @Nullable String trouble;
    private int failures;

    /**
     * @param mayWrite whether the database is one that this node may write to
     * @param stored told after each commit that stored something new
     */
    Drainer(Spool spool, EventTables tables, BooleanSupplier mayWrite, Runnable stored) {
        this.mayWrite = mayWrite;
        this.spool = spool;
        this.tables = tables;
        this.stored = stored;
    }

    void start() {
        thread.start();
    }

    void wake() {
        work.release();
    }

    /** What keeps events from the database just now. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void stop() {
        stopping = true;
        wake();
        try {
            thread.join(5000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            // after a failure one by one, so that a single bad event shows itself
            List<Entry> batch = spool.head(failures == 0 ? BATCH : 1);
            if (batch.isEmpty() || !mayWrite.getAsBoolean()) {
                if (pause(IDLE_MS)) {
                    gather();
                }
            } else {
                carry(batch);
            }
        }
    }

    private void carry(List<Entry> batch) {
        try {
            int fresh = tables.write(batch);
            spool.remove(batch);
            recovered();
            if (fresh > 0) {
                stored.run();
            }
        } catch (SQLException | RuntimeException failed) {
            failed(batch, failed);
        }
    }

    private void recovered() {
        if (trouble != null) {
            LOG.infof("the database takes events again, %d are waiting", spool.depth());
        }
        failures = 0;
        trouble = null;
    }

    private void failed(List<Entry> batch, Exception failed) {
        failures++;
        if (trouble == null) {
            LOG.warnf("events wait in the spool, the database does not take them: %s", failed.getMessage());
        }
        trouble = failed.getClass().getSimpleName();
        if (batch.size() == 1 && failures > TRIES_BEFORE_PARKING && isTheEventsFault(failed)) {
            Entry poison = batch.getFirst();
            LOG.errorf(
                    failed,
                    "call %s: event %s is set aside",
                    poison.event().call(),
                    poison.event().key());
            spool.park(poison);
            failures = 0;
            return;
        }
        pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures, 10)));
    }

    /** Bad data or a broken constraint; a database that is away, full or read-only says something else. */
    private static boolean isTheEventsFault(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && (state.startsWith("22") || state.startsWith("23"));
            }
        }
        return true;
    }

    private void gather() {
        try {
            Thread.sleep(stopping ? 0 : GATHER_MS);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    /** @return whether it was woken: something came, or the end */
    private boolean pause(long longestMs) {
        try {
            boolean woken = work.tryAcquire(longestMs, TimeUnit.MILLISECONDS);
            work.drainPermits();
            return woken;
        } catch (InterruptedException interrupted) {
            stopping = true;
            return false;
        }
    }
}
