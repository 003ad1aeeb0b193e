package fr.appui.planning.life;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryAlerts implements AlertBook {

    private record Key(TerritoryCode territory, Alert.Kind kind, String subject) {
        static Key of(Alert alert) {
            return new Key(alert.territory(), alert.kind(), alert.subject());
        }
    }

    private final Map<Key, Alert.Raised> kept = new LinkedHashMap<>();

    @Override
    public List<Alert> reconcile(TerritoryCode territory, List<Alert> seen, Instant now) {
        Set<Key> stillSeen = seen.stream().map(Key::of).collect(Collectors.toSet());
        kept.replaceAll((key, raised) -> key.territory().equals(territory) && stands(raised) && !stillSeen.contains(key)
                ? new Alert.Raised(raised.alert(), raised.raisedAt(), Optional.of(now))
                : raised);
        var fresh = new ArrayList<Alert>();
        for (Alert alert : seen) {
            Optional<Alert.Raised> standing =
                    Optional.ofNullable(kept.get(Key.of(alert))).filter(InMemoryAlerts::stands);
            if (standing.isEmpty()) {
                fresh.add(alert);
            }
            Instant since = standing.map(Alert.Raised::raisedAt).orElse(now);
            kept.put(Key.of(alert), new Alert.Raised(alert, since, Optional.empty()));
        }
        return fresh;
    }

    @Override
    public List<Alert.Raised> standing(TerritoryCode territory, int page, int size) {
        return standing(territory)
                .sorted(Comparator.comparing(Alert.Raised::raisedAt))
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    @Override
    public List<Alert.Raised> standing(Reach within) {
        return kept.values().stream()
                .filter(InMemoryAlerts::stands)
                .filter(raised -> within.only()
                        .map(only -> only.contains(raised.alert().territory()))
                        .orElse(true))
                .sorted(Comparator.comparing(Alert.Raised::raisedAt))
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return standing(territory).count();
    }

    private Stream<Alert.Raised> standing(TerritoryCode territory) {
        return kept.values().stream()
                .filter(raised -> raised.alert().territory().equals(territory) && stands(raised));
    }

    private static boolean stands(Alert.Raised raised) {
        return raised.resolvedAt().isEmpty();
    }
}
