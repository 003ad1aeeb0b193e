package fr.appui.planning.notice;

import fr.appui.directory.ContactNumber;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.planning.notice.SmsQueue.Waiting;
import fr.appui.sms.SmsGateway;
import fr.appui.sms.SmsSettings;
import fr.appui.sms.SmsText;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sends to telephones what is queued for them. The number is looked up as it is sent, and neither kept nor logged. */
@ApplicationScoped
public class SmsRelay {

    private final SmsQueue queue;
    private final Directory directory;
    private final SmsGateway gateway;
    private final SmsSettings settings;
    private final Clock clock;

    SmsRelay(SmsQueue queue, Directory directory, SmsGateway gateway, SmsSettings settings, Clock clock) {
        this.queue = queue;
        this.directory = directory;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${appui.planning.notices-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void relay() {
        new RelayTurn(clock, gateway.longestSend()).run(queue::take, this::send);
    }

    /** @return false where the gateway refused it */
    private boolean send(Waiting waiting) {
        Instant now = clock.instant();
        Optional<PhoneNumber> mobile = mobile(waiting);
        if (mobile.isEmpty()) {
            queue.over(waiting.id(), "aucun numéro de mobile dans sa fiche d’annuaire", now);
            return true;
        }
        if (!now.isBefore(waiting.queuedAt().plus(settings.useful()))) {
            queue.over(waiting.id(), "n’a pas pu être envoyé à temps", now);
            return true;
        }
        var message = new SmsGateway.Message(
                mobile.get().e164(), text(waiting), waiting.id().toString());
        return switch (gateway.send(message)) {
            case SmsGateway.Answer.Accepted accepted -> {
                queue.accepted(waiting.id(), accepted.id(), accepted.doubt(), clock.instant());
                yield true;
            }
            case SmsGateway.Answer.Refused why -> {
                queue.refused(waiting.id(), why.why(), clock.instant());
                yield false;
            }
        };
    }

    private Optional<PhoneNumber> mobile(Waiting waiting) {
        return directory.physician(waiting.physician()).stream()
                .flatMap(physician -> physician.numbers().stream())
                .map(ContactNumber::number)
                .filter(PhoneNumber::mayTakeTexts)
                .findFirst();
    }

    /** The subject names neither patient nor caller and holds no number; the rest is behind a sign-in. */
    static String text(Waiting waiting) {
        String end = waiting.subject().endsWith("?") ? "" : ".";
        return SmsText.of("Appui : " + waiting.subject() + end + " Détail : courriel, ou page « Mes astreintes ».");
    }
}
