package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Keeps the alerts of every territory up to date, and mails each to the coordinator once. On several nodes, one looks. */
@ApplicationScoped
public class AlertWatch {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    /** Shorter than any sensible interval: nodes whose timers are close to one another take one turn together. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Directory directory;
    private final AlertReader reader;
    private final AlertBook book;
    private final Letters letters;
    private final SwapDesk swaps;
    private final Turns turns;
    private final Clock clock;

    AlertWatch(
            Directory directory,
            AlertReader reader,
            AlertBook book,
            Letters letters,
            SwapDesk swaps,
            Turns turns,
            Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.book = book;
        this.letters = letters;
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
                QuarkusTransaction.requiringNew().run(() -> look(territory));
            } catch (RuntimeException unreadable) {
                LOG.errorf(unreadable, "the alerts of %s were not worked out", territory.code());
            }
        }
    }

    private void look(Territory territory) {
        Instant now = clock.instant();
        List<Alert> fresh = book.reconcile(territory.code(), reader.seen(territory, now), now);
        if (!fresh.isEmpty()) {
            String lines = fresh.stream().map(alert -> "- " + alert.sentence()).collect(Collectors.joining("\n"));
            boolean written = letters.toCoordinator(
                    territory.code(),
                    "Planning – " + territory.name() + " : " + fresh.size()
                            + (fresh.size() == 1 ? " alerte" : " alertes"),
                    "Bonjour,\n\n" + lines + "\n\nLe détail est dans l'application, page du planning.\n");
            if (!written) {
                LOG.warnf("%s has no mail address: its alerts are only shown", territory.code());
            }
        }
    }
}
