package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
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

    void toPhysician(PhysicianId physician, String subject, String body) {
        directory.physician(physician).ifPresent(found -> post(found.mail(), subject, body));
    }

    /** @return whether the territory has an address to write to */
    boolean toCoordinator(TerritoryCode territory, String subject, String body) {
        Optional<MailAddress> address =
                directory.territory(territory).flatMap(found -> found.contact().mail());
        address.ifPresent(mail -> post(mail, subject, body));
        return address.isPresent();
    }

    private void post(MailAddress recipient, String subject, String body) {
        queue.add(new Notice(UUID.randomUUID(), recipient, subject, body, Optional.empty()), clock.instant());
    }
}
