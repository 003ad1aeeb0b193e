package fr.appui.outreach;

import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.SentAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the alerts by mail and text message, and each of them sent again. */
@ApplicationScoped
@Transactional
public class AlertDesk {

    private final SentAlerts alerts;
    private final SentAgain sentAgain;
    private final Clock clock;

    AlertDesk(SentAlerts alerts, SentAgain sentAgain, Clock clock) {
        this.alerts = alerts;
        this.sentAgain = sentAgain;
        this.clock = clock;
    }

    /** Newest first. */
    public List<SentAlerts.Told> of(TerritoryCode territory, Instant since, int most) {
        return alerts.of(territory, since, most);
    }

    /** @return which is on its way now; empty when that territory has none of this id */
    public Optional<UUID> again(TerritoryCode territory, UUID id, String login) {
        return alerts.again(territory, id, clock.instant()).map(told -> {
            sentAgain.record(login, territory, "Alerte renvoyée", told.physician(), told.subject());
            return told.id();
        });
    }
}
