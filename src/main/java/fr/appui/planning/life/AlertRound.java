package fr.appui.planning.life;

import fr.appui.directory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes what stands of one territory's alerts what is seen now, and writes of what is new to its coordinator. */
@ApplicationScoped
class AlertRound {

    private static final Logger LOG = Logger.getLogger(AlertRound.class);

    private final AlertReader reader;
    private final AlertBook book;
    private final Letters letters;
    private final Clock clock;

    AlertRound(AlertReader reader, AlertBook book, Letters letters, Clock clock) {
        this.reader = reader;
        this.book = book;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void of(Territory territory) {
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
