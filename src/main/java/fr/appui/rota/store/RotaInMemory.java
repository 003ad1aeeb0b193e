package fr.appui.rota.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.StorageReady;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotaRefreshed;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Holds the snapshot in memory; the database may be away at any time, the start included. */
@ApplicationScoped
class RotaInMemory implements CurrentRota {

    private static final Logger LOG = Logger.getLogger(RotaInMemory.class);
    private static final int DAYS_BACK = 2;
    private static final int BEFORE_THE_QUESTIONS = 100;
    private static final Duration FIRST_READING = Duration.ofMillis(700);

    /** A few refreshes: a node that was only restarted takes calls from it at once, and has read again a second later. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Duration OLD = Duration.ofMinutes(1);

    private final PublishedRotas rotas;
    private final Event<RotaRefreshed> refreshed;
    private final Clock clock;
    private final RotaSettings settings;
    private final Optional<SnapshotFile> file;
    private final AtomicLong asked = new AtomicLong();
    private long answered;
    private volatile boolean away;
    private volatile IndexedRota current = IndexedRota.EMPTY;

    RotaInMemory(
            PublishedRotas rotas,
            Event<RotaRefreshed> refreshed,
            Clock clock,
            RotaSettings settings,
            ObjectMapper json) {
        this.rotas = rotas;
        this.refreshed = refreshed;
        this.clock = clock;
        this.settings = settings;
        this.file = settings.snapshotFile().map(path -> new SnapshotFile(path, json));
    }

    @Override
    public IndexedRota current() {
        return current;
    }

    @Override
    public boolean refresh() {
        return isReadSince(asked.incrementAndGet());
    }

    @Override
    public boolean storageAnswers() {
        return !away;
    }

    @Override
    public boolean isOld(Instant now) {
        return current.takenAt().plus(settings.refresh()).plus(OLD).isBefore(now);
    }

    /**
     * One at a time: a reader that started earlier must not replace what a later one read. Whoever waited is answered by a reading
     * that began after they asked: twenty acts at one moment are not twenty readings one after the other.
     */
    private synchronized boolean isReadSince(long question) {
        if (question > answered) {
            answered = asked.get();
            away = !read();
        }
        return !away;
    }

    private boolean read() {
        try {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            RotaFacts facts = rotas.facts(
                    now, today.minusDays(DAYS_BACK), today.plusDays(settings.horizonDays()), current.facts());
            show(facts);
            file.ifPresent(kept -> kept.write(facts));
            if (away) {
                LOG.info("the rota is read from storage again");
            }
            return true;
        } catch (RuntimeException storageIsAway) {
            if (!away) {
                LOG.warnf(
                        "the rota was not read, calls go on with the one of %s: %s", current.takenAt(), storageIsAway);
            }
            return false;
        }
    }

    /**
     * Before any question can be asked: from disk at once, then from storage; where what the disk has is older than a restart, that is waited for
     * as long as it takes no time. A database that is away or hung is waited for no longer; without a snapshot nothing is known until
     * storage is ready.
     */
    void onStart(@Observes @Priority(BEFORE_THE_QUESTIONS) StartupEvent event) {
        Optional<RotaFacts> kept = file.flatMap(known -> known.read(settings.invented()));
        kept.ifPresent(this::show);
        if (kept.isPresent()) {
            Thread reading =
                    Thread.ofPlatform().daemon().name("rota-first-reading").start(this::refresh);
            if (!isFresh(kept.get().takenAt(), clock.instant())) {
                awaitShortly(reading);
            }
        }
    }

    /** One of the future comes of a clock that was wrong. */
    static boolean isFresh(Instant takenAt, Instant now) {
        return !takenAt.isAfter(now) && takenAt.plus(FRESH).isAfter(now);
    }

    private static void awaitShortly(Thread reading) {
        try {
            reading.join(FIRST_READING);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void onStorage(@Observes StorageReady ready) {
        refresh();
    }

    @Scheduled(every = "${appui.rota.refresh:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void refreshByTimer() {
        refresh();
    }

    private void show(RotaFacts facts) {
        IndexedRota snapshot = current.readAgain(facts);
        current = snapshot;
        try {
            refreshed.fire(new RotaRefreshed(snapshot));
        } catch (RuntimeException notOurs) {
            LOG.warn("a copy of the rota elsewhere was not brought up to date", notOurs);
        }
    }
}
