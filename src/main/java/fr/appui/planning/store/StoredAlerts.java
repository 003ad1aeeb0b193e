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
        List<AlertRow> known = AlertRow.list("territory", territory.value());
        known.stream()
                .filter(row -> row.resolvedAt == null && seen.stream().noneMatch(row::isAbout))
                .forEach(row -> row.resolvedAt = now);
        var fresh = new ArrayList<Alert>();
        for (Alert alert : seen) {
            Optional<AlertRow> row =
                    known.stream().filter(one -> one.isAbout(alert)).findFirst();
            if (row.isEmpty() || row.get().resolvedAt != null) {
                AlertRow raised = row.orElseGet(AlertRow::new);
                raised.fill(alert, now);
                raised.persist();
                fresh.add(alert);
            }
        }
        return fresh;
    }

    @Override
    public List<Alert.Raised> standing(TerritoryCode territory, int page, int size) {
        return AlertRow.<AlertRow>find(
                        "territory = ?1 and resolvedAt is null order by raisedAt, id", territory.value())
                .page(page, size)
                .stream()
                .map(AlertRow::toRaised)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return AlertRow.count("territory = ?1 and resolvedAt is null", territory.value());
    }
}
