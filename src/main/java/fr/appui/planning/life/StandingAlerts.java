package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the coordinator must look at, worked out when it is asked for: never what was true a while ago. */
@ApplicationScoped
@Transactional
public class StandingAlerts {

    private static final int MOST = 1_000;

    private final Directory directory;
    private final AlertReader reader;
    private final AlertBook book;
    private final Clock clock;

    StandingAlerts(Directory directory, AlertReader reader, AlertBook book, Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.book = book;
        this.clock = clock;
    }

    /** Oldest first; one that the watch has not met yet is of this moment. */
    public List<Alert.Raised> of(TerritoryCode territory) {
        Instant now = clock.instant();
        List<Alert.Raised> known = book.standing(territory, 0, MOST);
        return directory.territory(territory).stream()
                .flatMap(found -> reader.seen(found, now).stream())
                .map(alert -> new Alert.Raised(alert, since(alert, known).orElse(now), Optional.empty()))
                .sorted(Comparator.comparing(Alert.Raised::raisedAt))
                .toList();
    }

    private static Optional<Instant> since(Alert alert, List<Alert.Raised> known) {
        return known.stream()
                .filter(raised -> raised.alert().isSameAs(alert))
                .map(Alert.Raised::raisedAt)
                .findFirst();
    }
}
