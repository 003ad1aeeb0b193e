package fr.appui.planning.store;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Alert;
import fr.appui.planning.life.AlertBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
@Transactional
class StoredAlerts implements AlertBook {

    private static final String OF_TERRITORY = "territory";

    @Override
    public List<Alert> reconcile(TerritoryCode territory, List<Alert> seen, Instant now) {
        Map<Boolean, List<Alert>> ofRule = seen.stream()
                .collect(Collectors.partitioningBy(alert -> alert.kind().isOfRule()));
        List<UpcomingProblemRow> upcoming = UpcomingProblemRow.list(OF_TERRITORY, territory.value());
        List<BrokenRuleRow> broken = BrokenRuleRow.list(OF_TERRITORY, territory.value());
        return Stream.concat(
                        reconcile(upcoming, ofRule.getOrDefault(false, List.of()), UpcomingProblemRow::new, now),
                        reconcile(broken, ofRule.getOrDefault(true, List.of()), BrokenRuleRow::new, now))
                .toList();
    }

    private static <R extends AlertColumns> Stream<Alert> reconcile(
            List<R> known, List<Alert> seen, Supplier<R> fresh, Instant now) {
        known.stream()
                .filter(row -> row.resolvedAt == null && seen.stream().noneMatch(row::isAbout))
                .forEach(row -> row.resolvedAt = now);
        var raised = new ArrayList<Alert>();
        for (Alert alert : seen) {
            Optional<R> row = known.stream().filter(one -> one.isAbout(alert)).findFirst();
            if (row.isEmpty() || row.get().resolvedAt != null) {
                R again = row.orElseGet(fresh);
                again.fill(alert, now);
                again.persist();
                raised.add(alert);
            } else {
                row.get().sentence = alert.sentence();
            }
        }
        return raised.stream();
    }

    @Override
    public List<Alert.Raised> standing(TerritoryCode territory, int page, int size) {
        return standing(Reach.of(territory)).stream()
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return standing(Reach.of(territory)).size();
    }

    @Override
    public List<Alert.Raised> standing(Reach within) {
        String where = (within.isEverywhere() ? "" : "territory in :territories and ")
                + "resolvedAt is null order by raisedAt, id";
        Map<String, Object> values = within.only()
                .map(only -> Map.<String, Object>of(
                        "territories", only.stream().map(TerritoryCode::value).toList()))
                .orElse(Map.of());
        List<UpcomingProblemRow> upcoming = UpcomingProblemRow.list(where, values);
        List<BrokenRuleRow> broken = BrokenRuleRow.list(where, values);
        return Stream.<AlertColumns>concat(upcoming.stream(), broken.stream())
                .map(AlertColumns::toRaised)
                .sorted(Comparator.comparing(Alert.Raised::raisedAt))
                .toList();
    }
}
