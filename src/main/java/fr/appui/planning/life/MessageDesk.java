package fr.appui.planning.life;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.DeviceAlertBook;
import fr.appui.planning.notice.NoticeBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of what was written to physicians, and each of it sent again. */
@ApplicationScoped
@Transactional
public class MessageDesk {

    private final NoticeBook notices;
    private final DeviceAlertBook alerts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    MessageDesk(NoticeBook notices, DeviceAlertBook alerts, Directory directory, Audit audit, Clock clock) {
        this.notices = notices;
        this.alerts = alerts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<NoticeBook.Told> notices(TerritoryCode territory, Instant since, int most) {
        return notices.of(territory, since, most);
    }

    /** Alerts on devices, newest first. */
    public List<DeviceAlertBook.Told> alerts(TerritoryCode territory, Instant since, int most) {
        return alerts.of(territory, since, most);
    }

    /**
     * A notice or an alert on a device.
     *
     * @return which is on its way now; empty when that territory has none of this id
     */
    public Optional<UUID> again(TerritoryCode territory, UUID id, String login) {
        Instant now = clock.instant();
        return notices.again(territory, id, now)
                .map(told -> written(territory, told.id(), told.physician(), told.subject(), login))
                .or(() -> alerts.again(territory, id, now)
                        .map(told -> written(territory, told.id(), told.physician(), told.text(), login)));
    }

    private UUID written(TerritoryCode territory, UUID id, PhysicianId to, String subject, String login) {
        String name = directory
                .physician(to)
                .map(physician -> physician.name().titled())
                .orElse("un médecin retiré de l’annuaire");
        audit.record(login, "notice.again", territory.value(), "Message renvoyé à " + name + " : " + subject);
        return id;
    }
}
