package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the coordinator must look at, worked out when it is asked for: never what was true a while ago. */
@ApplicationScoped
@Transactional
public class StandingAlerts {

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
        return of(Reach.of(territory)).getOrDefault(territory, List.of());
    }

    /** The same of each of these territories, of one look. */
    public Map<TerritoryCode, List<Alert.Raised>> of(Reach within) {
        Instant now = clock.instant();
        Map<TerritoryCode, List<Alert.Raised>> known = book.standing(within).stream()
                .collect(Collectors.groupingBy(raised -> raised.alert().territory()));
        var standing = new HashMap<TerritoryCode, List<Alert.Raised>>();
        reader.seen(directory.territories(within), now)
                .forEach((territory, seen) ->
                        standing.put(territory, since(seen, known.getOrDefault(territory, List.of()), now)));
        return standing;
    }

    private static List<Alert.Raised> since(List<Alert> seen, List<Alert.Raised> known, Instant now) {
        return seen.stream()
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
