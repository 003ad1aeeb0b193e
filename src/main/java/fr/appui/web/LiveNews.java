package fr.appui.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What open pages follow: a mark of what there is, told when it changes and with each heartbeat. Pages then read again what they
 * may see; nothing of it travels here. A page is as new as the last look that came back: where one failed, or did not come back,
 * {@value #AWAY} is said instead, and no page believes itself up to date.
 */
public final class LiveNews {

    public static final String HEARTBEAT = "heartbeat";
    public static final String AWAY = "away";

    private static final Logger LOG = Logger.getLogger(LiveNews.class);
    private static final Duration BEATS_EVERY = Duration.ofSeconds(15);

    /** Several looks: a database that hangs gives no answer, not even that it is away. */
    private static final Duration LOOK_LASTS = Duration.ofSeconds(10);

    /** @param name that of the news, {@link #HEARTBEAT}, or {@link #AWAY} with the last mark there was */
    public record Beat(String name, String mark) {}

    private record Look(String mark, Instant at) {}

    private final String name;
    private final Supplier<Optional<String>> mark;
    private final Clock clock;
    private final BroadcastProcessor<Beat> news = BroadcastProcessor.create();
    private final AtomicInteger readers = new AtomicInteger();
    private volatile Look last = new Look("", Instant.EPOCH);

    /** @param mark of what there is; empty, or an exception, where it cannot be said */
    public LiveNews(String name, Supplier<Optional<String>> mark, Clock clock) {
        this.name = name;
        this.mark = mark;
        this.clock = clock;
    }

    /** Begins with what a look finds now. */
    public Multi<Beat> beats() {
        Multi<Beat> first = Multi.createFrom()
                .item(() -> {
                    look();
                    return beat();
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        Multi<Beat> heartbeats = Multi.createFrom()
                .ticks()
                .every(BEATS_EVERY)
                .onOverflow()
                .drop()
                .map(tick -> beat());
        return Multi.createBy()
                .merging()
                .streams(first, news.onOverflow().drop(), heartbeats)
                .onSubscription()
                .invoke(readers::incrementAndGet)
                .onTermination()
                .invoke(readers::decrementAndGet);
    }

    /** Looks, if anybody follows, and tells at once what is other than before. */
    public void look() {
        if (readers.get() == 0) {
            return;
        }
        Beat before = beat();
        last = found().map(found -> new Look(found, clock.instant())).orElse(new Look(last.mark(), Instant.EPOCH));
        Beat now = beat();
        if (!now.equals(before)) {
            tell(now.name().equals(AWAY) ? now : new Beat(name, now.mark()));
        }
    }

    /** What is true of the page that holds this mark. */
    Beat beat() {
        Look known = last;
        boolean isOld = known.at().plus(LOOK_LASTS).isBefore(clock.instant());
        return new Beat(isOld ? AWAY : HEARTBEAT, known.mark());
    }

    private Optional<String> found() {
        try {
            return mark.get();
        } catch (RuntimeException away) {
            LOG.debugf("no news of %s: %s", name, away.getMessage());
            return Optional.empty();
        }
    }

    /** One at a time, as whoever subscribed expects. */
    private synchronized void tell(Beat beat) {
        news.onNext(beat);
    }
}
