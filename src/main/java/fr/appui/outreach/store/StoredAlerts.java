package fr.appui.outreach.store;

import fr.appui.french.WholeCharacters;
import fr.appui.outreach.Alert;
import fr.appui.outreach.AlertQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredAlerts implements AlertQueue {

    private static final int MOST = 50;
    private static final int LONGEST_PROBLEM = 500;
    private static final String OPEN = "sentAtMs is null and givenUpAtMs is null";

    @Override
    public void add(List<Alert> alerts, Instant now) {
        alerts.forEach(alert -> AlertRow.of(alert, now).persist());
    }

    @Override
    public List<Waiting> due(Instant now) {
        return AlertRow.<AlertRow>find(OPEN + " and dueAtMs <= ?1 order by dueAtMs", now.toEpochMilli())
                .page(0, MOST)
                .list()
                .stream()
                .map(row -> new Waiting(row.toAlert(), row.tries))
                .toList();
    }

    @Override
    public boolean take(Waiting seen, Instant nextTry) {
        return AlertRow.update(
                        "tries = ?1, dueAtMs = ?2 where id = ?3 and tries = ?4 and " + OPEN,
                        seen.tries() + 1,
                        nextTry.toEpochMilli(),
                        seen.alert().id().toString(),
                        seen.tries())
                == 1;
    }

    @Override
    public void sent(UUID alert, Instant at) {
        AlertRow.update("sentAtMs = ?1, problem = null where id = ?2", at.toEpochMilli(), alert.toString());
    }

    @Override
    public void givenUp(UUID alert, String problem, Instant at) {
        AlertRow.update(
                "givenUpAtMs = ?1, problem = ?2 where id = ?3",
                at.toEpochMilli(),
                shortened(problem),
                alert.toString());
    }

    @Override
    public void refused(UUID alert, String problem) {
        AlertRow.update("problem = ?1 where id = ?2", shortened(problem), alert.toString());
    }

    private static String shortened(String problem) {
        return WholeCharacters.first(LONGEST_PROBLEM, problem);
    }
}
