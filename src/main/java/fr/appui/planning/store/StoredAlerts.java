package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Alert;
import fr.appui.planning.life.AlertBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredAlerts implements AlertBook {

    @Override
    public List<Alert> reconcile(TerritoryCode territory, List<Alert> seen, Instant now) {
        List<UpcomingProblemRow> known = UpcomingProblemRow.list("territory", territory.value());
        known.stream()
                .filter(row -> row.resolvedAt == null && seen.stream().noneMatch(row::isAbout))
                .forEach(row -> row.resolvedAt = now);
        var fresh = new ArrayList<Alert>();
        for (Alert alert : seen) {
            Optional<UpcomingProblemRow> row =
                    known.stream().filter(one -> one.isAbout(alert)).findFirst();
            if (row.isEmpty() || row.get().resolvedAt != null) {
                UpcomingProblemRow raised = row.orElseGet(UpcomingProblemRow::new);
                raised.fill(alert, now);
                raised.persist();
                fresh.add(alert);
            } else {
                row.get().sentence = alert.sentence();
            }
        }
        return fresh;
    }

    @Override
    public List<Alert.Raised> standing(TerritoryCode territory, int page, int size) {
        return UpcomingProblemRow.<UpcomingProblemRow>find(
                        "territory = ?1 and resolvedAt is null order by raisedAt, id", territory.value())
                .page(page, size)
                .stream()
                .map(UpcomingProblemRow::toRaised)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return UpcomingProblemRow.count("territory = ?1 and resolvedAt is null", territory.value());
    }
}
