package fr.appui.planning.notice;

import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.TimeLimited;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Sends what is queued. The address of a person is not logged. */
@ApplicationScoped
public class NoticeRelay {

    private static final Logger LOG = Logger.getLogger(NoticeRelay.class);

    private final NoticeQueue queue;
    private final Mailer mailer;
    private final Clock clock;

    NoticeRelay(NoticeQueue queue, @TimeLimited Mailer mailer, Clock clock) {
        this.queue = queue;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Scheduled(every = "${appui.planning.notices-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void relay() {
        new RelayTurn(clock, TimeLimited.LONGEST_SEND).run(queue::take, this::send);
    }

    /** @return whether the server took it */
    private boolean send(Notice notice) {
        try {
            mailer.send(mail(notice));
            queue.sent(notice.id(), clock.instant());
            return true;
        } catch (RuntimeException refused) {
            // the server's own words may hold the address: they are kept with the notice, not in the log
            LOG.warnf("notice %s is not sent and stays queued: %s", notice.id(), MailRefusals.kindOf(refused));
            queue.failed(notice.id(), String.valueOf(refused), clock.instant());
            return false;
        }
    }

    private static Mail mail(Notice notice) {
        Mail mail = Mail.withText(notice.recipient().value(), notice.subject(), notice.body());
        notice.calendar()
                .ifPresent(calendar -> mail.addAttachment(
                        "astreintes.ics", calendar.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=utf-8"));
        return mail;
    }
}
