package fr.appui.outreach;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
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
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    AlertDesk(SentAlerts alerts, Directory directory, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<SentAlerts.Told> of(TerritoryCode territory, Instant since, int most) {
        return alerts.of(territory, since, most);
    }

    /** @return which is on its way now; empty when that territory has none of this id */
    public Optional<UUID> again(TerritoryCode territory, UUID id, String login) {
        return alerts.again(territory, id, clock.instant()).map(told -> {
            String to = told.physician().map(this::name).orElse("la coordination");
            audit.record(login, "notice.again", territory.value(), "Alerte renvoyée à " + to + " : " + told.subject());
            return told.id();
        });
    }

    private String name(PhysicianId id) {
        return directory
                .physician(id)
                .map(physician -> physician.name().titled())
                .orElse("un médecin retiré de l’annuaire");
    }
}
