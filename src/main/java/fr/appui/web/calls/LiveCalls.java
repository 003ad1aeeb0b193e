package fr.appui.web.calls;

import fr.appui.trace.CallArchive;
import fr.appui.trace.store.CallsStored;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells open pages that calls have something new: at once for what this node stored, within two seconds for what another
 * did. Pages then read the calls again; nothing of a call travels here.
 */
@ApplicationScoped
class LiveCalls {

    private static final Logger LOG = Logger.getLogger(LiveCalls.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** @param name {@code calls} when something is new, {@code heartbeat} otherwise */
    record Tick(String name, long latest) {}

    private final CallArchive archive;
    private final BroadcastProcessor<Tick> news = BroadcastProcessor.create();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicLong latest = new AtomicLong();

    LiveCalls(CallArchive archive) {
        this.archive = archive;
    }

    Multi<Tick> ticks() {
        readers.incrementAndGet();
        Multi<Tick> heartbeats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(beat -> new Tick("heartbeat", latest.get()));
        return Multi.createBy()
                .merging()
                .streams(
                        Multi.createFrom().item(new Tick("heartbeat", latest.get())),
                        news.onOverflow().drop(),
                        heartbeats)
                .onTermination()
                .invoke(readers::decrementAndGet);
    }

    void storedHere(@Observes CallsStored stored) {
        look();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (readers.get() == 0) {
            return;
        }
        try {
            long now = archive.latest();
            if (latest.getAndSet(now) != now) {
                news.onNext(new Tick("calls", now));
            }
        } catch (RuntimeException away) {
            LOG.debugf("no news of calls: %s", away.getMessage());
        }
    }
}
