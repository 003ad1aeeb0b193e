package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps the alerts of every territory up to date. On several nodes, one looks. */
@ApplicationScoped
public class AlertWatch {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    /** Shorter than any sensible interval: nodes whose timers are close to one another take one turn together. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Directory directory;
    private final AlertRound round;
    private final SwapDesk swaps;
    private final Turns turns;
    private final Clock clock;

    AlertWatch(Directory directory, AlertRound round, SwapDesk swaps, Turns turns, Clock clock) {
        this.directory = directory;
        this.round = round;
        this.swaps = swaps;
        this.turns = turns;
        this.clock = clock;
    }

    @Scheduled(every = "${appui.planning.alerts-every:15m}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookByTimer() {
        Instant now = clock.instant();
        if (turns.take("planning.alerts", now, now.plus(TURN))) {
            look();
            swaps.expire();
        }
    }

    /** One territory that cannot be read does not hide the others. */
    public void look() {
        for (Territory territory : directory.territories()) {
            try {
                round.of(territory);
            } catch (RuntimeException unreadable) {
                LOG.errorf(unreadable, "the alerts of %s were not worked out", territory.code());
            }
        }
    }
}
