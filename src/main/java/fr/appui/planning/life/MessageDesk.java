package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.SentAgain;
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
    private final SentAgain sentAgain;
    private final Clock clock;

    MessageDesk(NoticeBook notices, DeviceAlertBook alerts, SentAgain sentAgain, Clock clock) {
        this.notices = notices;
        this.alerts = alerts;
        this.sentAgain = sentAgain;
        this.clock = clock;
    }

    /** @param leaves whether it is on its way now; else its physician has no device left that would show it, and nothing was done */
    public record Again(UUID id, boolean leaves) {}

    /** Newest first. */
    public List<NoticeBook.Told> notices(TerritoryCode territory, Instant since, int most) {
        return notices.of(territory, since, most);
    }

    /** Alerts on devices, newest first. */
    public List<DeviceAlertBook.Told> alerts(TerritoryCode territory, Instant since, int most) {
        return alerts.of(territory, since, most);
    }

    /** A notice or an alert on a device; empty when that territory has none of this id. */
    public Optional<Again> again(TerritoryCode territory, UUID id, String login) {
        Instant now = clock.instant();
        return notices.again(territory, id, now)
                .map(told -> {
                    sentAgain.record(
                            login, territory, "Message renvoyé", Optional.of(told.physician()), told.subject());
                    return new Again(told.id(), true);
                })
                .or(() -> alerts.again(territory, id, now).map(told -> again(territory, told, login)));
    }

    private Again again(TerritoryCode territory, DeviceAlertBook.Told told, String login) {
        boolean leaves = told.on().state() == NoticeBook.State.TO_SEND;
        if (leaves) {
            sentAgain.record(login, territory, "Alerte renvoyée", Optional.of(told.physician()), told.text());
        }
        return new Again(told.id(), leaves);
    }
}
