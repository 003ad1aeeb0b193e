package fr.appui.planning.life;

import fr.appui.directory.Territory;
import fr.appui.planning.DateRange;
import fr.appui.rota.DutyLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Corrects what was told of one territory's duties, makes what stands of its alerts what is seen now, and writes of what is new to
 * its coordinator.
 */
@ApplicationScoped
class AlertRound {

    private static final Logger LOG = Logger.getLogger(AlertRound.class);

    /** Two quarters: as far as rotas are published. */
    private static final int DAYS_AHEAD_TOLD = 190;

    private final DutyLocks locks;
    private final DutyTeller teller;
    private final AlertReader reader;
    private final AlertBook book;
    private final Letters letters;
    private final Clock clock;

    AlertRound(DutyLocks locks, DutyTeller teller, AlertReader reader, AlertBook book, Letters letters, Clock clock) {
        this.locks = locks;
        this.teller = teller;
        this.reader = reader;
        this.book = book;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void of(Territory territory) {
        locks.hold(territory.code(), Set.of());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, territory.timeZone());
        teller.correct(
                territory.code(),
                new DateRange(today.minusDays(1), today.plusDays(DAYS_AHEAD_TOLD)),
                "Les horaires d’astreinte du territoire ont changé : vos dates aussi.");
        List<Alert> fresh = book.reconcile(territory.code(), reader.seen(territory, now), now);
        if (!fresh.isEmpty()) {
            String lines = fresh.stream().map(alert -> "- " + alert.sentence()).collect(Collectors.joining("\n"));
            boolean written = letters.toCoordinator(
                    territory.code(),
                    "Planning – " + territory.name() + " : " + fresh.size()
                            + (fresh.size() == 1 ? " alerte" : " alertes"),
                    "Bonjour,\n\n" + lines + "\n\nLe détail est dans l’application, page du planning.\n");
            if (!written) {
                LOG.warnf("%s has no mail address: its alerts are only shown", territory.code());
            }
        }
    }
}
