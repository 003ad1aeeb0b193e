package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Plain mails to people whose address the directory knows. */
@ApplicationScoped
class Letters {

    private final Directory directory;
    private final NoticeQueue queue;
    private final Clock clock;

    Letters(Directory directory, NoticeQueue queue, Clock clock) {
        this.directory = directory;
        this.queue = queue;
        this.clock = clock;
    }

    void toPhysician(TerritoryCode territory, PhysicianId physician, String subject, String body) {
        directory
                .physician(physician)
                .ifPresent(found -> queue.add(
                        notice(found.mail(), subject, body), new Regarding(territory, physician), clock.instant()));
    }

    /** @return whether the territory has an address to write to */
    boolean toCoordinator(TerritoryCode territory, String subject, String body) {
        Optional<MailAddress> address =
                directory.territory(territory).flatMap(found -> found.contact().alerts());
        address.ifPresent(mail -> queue.add(notice(mail, subject, body), clock.instant()));
        return address.isPresent();
    }

    private static Notice notice(MailAddress recipient, String subject, String body) {
        return new Notice(UUID.randomUUID(), recipient, subject, body, Optional.empty());
    }
}
