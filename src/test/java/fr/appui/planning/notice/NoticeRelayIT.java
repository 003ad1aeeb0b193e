package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import fr.appui.directory.MailAddress;
import fr.appui.directory.notice.TimeLimited;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeRelayIT {

    @Inject
    NoticeQueue queue;

    @Inject
    @TimeLimited
    Mailer mailer;

    @Inject
    Clock clock;

    @Test
    void aNoticeLeavesOnceWithItsCalendar() throws Exception {
        String address = queued("BEGIN:VCALENDAR");
        relayAfter(Duration.ZERO, mailer);
        relayAfter(Duration.ofHours(2), mailer);
        assertThat(MailServer.inbox(address)).hasSize(1);
        var mail = MailServer.inbox(address).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Vos astreintes – Oise");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("astreintes.ics")
                .contains("text/calendar");
    }

    @Test
    void aMailServerThatIsAwayDelaysANoticeAndLosesNothing() {
        String address = queued(null);
        Mailer away = mails -> {
            throw new IllegalStateException("connection refused");
        };
        relayAfter(Duration.ZERO, away);
        relayAfter(Duration.ofMinutes(1), away);
        assertThat(queue.waiting()).isPositive();
        assertThat(MailServer.inbox(address)).isEmpty();
        relayAfter(Duration.ofHours(1), mailer);
        assertThat(MailServer.inbox(address)).hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedHoldsUpNobody() {
        String refused = queued(null);
        String other = queued(null);
        relayAfter(Duration.ZERO, mails -> {
            if (mails[0].getTo().contains(refused)) {
                throw new IllegalStateException("550 no such user");
            }
            mailer.send(mails);
        });
        assertThat(MailServer.inbox(other)).hasSize(1);
        assertThat(MailServer.inbox(refused)).isEmpty();
    }

    @Test
    void aNodeThatDiesWhileSendingLeavesItsNoticesToOthers() {
        String address = queued(null);
        assertThat(queue.take(1_000, clock.instant(), Duration.ofMinutes(5)))
                .extracting(notice -> notice.recipient().value())
                .contains(address);
        relayAfter(Duration.ofMinutes(1), mailer);
        assertThat(MailServer.inbox(address)).isEmpty();
        relayAfter(Duration.ofMinutes(6), mailer);
        assertThat(MailServer.inbox(address)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        String address = UUID.randomUUID() + "@exemple.fr";
        QuarkusTransaction.begin();
        queue.add(notice(address, null), clock.instant());
        QuarkusTransaction.rollback();
        relayAfter(Duration.ofHours(1), mailer);
        assertThat(MailServer.inbox(address)).isEmpty();
    }

    private String queued(String calendar) {
        String address = UUID.randomUUID() + "@exemple.fr";
        queue.add(notice(address, calendar), clock.instant());
        return address;
    }

    private static Notice notice(String address, String calendar) {
        return new Notice(
                UUID.randomUUID(),
                new MailAddress(address),
                "Vos astreintes – Oise",
                "Bonjour,\n\nÉté comme hiver.\n",
                Optional.ofNullable(calendar));
    }

    private void relayAfter(Duration time, Mailer through) {
        new NoticeRelay(queue, through, Clock.offset(clock, time)).relay();
    }
}
