package fr.appui.web.calls;

import fr.appui.trace.CallArchive;
import fr.appui.trace.Journal;
import fr.appui.trace.store.CallsStored;
import fr.appui.web.LiveNews;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells open pages that calls have something new: at once for what this node stored, within two seconds for what another did. */
@ApplicationScoped
class LiveCalls {

    /** A database that takes nothing may still answer: what waits to be stored is in no list. */
    private static final Duration BEHIND = Duration.ofSeconds(30);

    private final CallArchive archive;
    private final Journal journal;
    private final LiveNews news;

    LiveCalls(CallArchive archive, Journal journal, Clock clock) {
        this.archive = archive;
        this.journal = journal;
        this.news = new LiveNews("calls", this::mark, clock);
    }

    Optional<String> mark() {
        return journal.age().compareTo(BEHIND) > 0 ? Optional.empty() : Optional.of(Long.toString(archive.latest()));
    }

    LiveNews news() {
        return news;
    }

    void storedHere(@Observes CallsStored stored) {
        news.look();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        news.look();
    }
}
