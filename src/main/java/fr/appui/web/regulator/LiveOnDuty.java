package fr.appui.web.regulator;

import fr.appui.rota.CurrentRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaRefreshed;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import fr.appui.web.LiveNews;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells open pages that somebody else answers: at once for an act on this node and when hours begin or end, and each minute, which
 * the page tells and with which it reads names and establishments again.
 */
@ApplicationScoped
class LiveOnDuty {

    private final CurrentRota rota;
    private final Clock clock;
    private final LiveNews news;

    LiveOnDuty(CurrentRota rota, Clock clock) {
        this.rota = rota;
        this.clock = clock;
        this.news = new LiveNews("on-duty", this::mark, clock);
    }

    LiveNews news() {
        return news;
    }

    void readAgain(@Observes RotaRefreshed refreshed) {
        news.look();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        news.look();
    }

    /**
     * Another as soon as storage cannot be read, and once it can: whoever follows reads since when. Empty where that lasts: calls are decided
     * from what is shown all the same, but it may be overtaken.
     */
    private Optional<String> mark() {
        Instant now = clock.instant();
        return rota.isOld(now) ? Optional.empty() : Optional.of(mark(rota.current(), rota.unreadSince(now), now));
    }

    static String mark(RotaSnapshot rota, Optional<Instant> unreadSince, Instant at) {
        List<Object> answers = rota.lines().stream()
                .<Object>map(line -> List.of(line, answer(rota.onDuty(line, at))))
                .toList();
        return Integer.toHexString(Objects.hash(answers, unreadSince, at.truncatedTo(ChronoUnit.MINUTES)));
    }

    private static Object answer(OnDuty onDuty) {
        return switch (onDuty) {
            case OnDuty.Open open ->
                List.of(
                        open.window().end(),
                        open.ladder().stream().map(Rung::physician).toList());
            case OnDuty.Closed closed -> closed.next().map(window -> (Object) window.start());
        };
    }
}
