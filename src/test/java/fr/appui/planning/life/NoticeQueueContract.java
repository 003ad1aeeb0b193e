package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.MailAddress;
import fr.appui.planning.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface NoticeQueueContract extends Books {

    /** Long before what anything else has queued. */
    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    default void aNoticeIsTakenByOneAndWaitsUntilItIsSent() {
        long before = notices().waiting();
        Notice first = queued(LONG_AGO, Optional.of("BEGIN:VCALENDAR"));
        Notice second = queued(LONG_AGO.plusSeconds(1), Optional.empty());
        assertThat(notices().waiting()).isEqualTo(before + 2);
        assertThat(notices().take(1, LONG_AGO.plusSeconds(1), PATIENCE)).containsExactly(first);
        assertThat(notices().take(9, LONG_AGO.plusSeconds(1), PATIENCE)).containsExactly(second);
        assertThat(notices().take(9, LONG_AGO.plusSeconds(2), PATIENCE)).isEmpty();
        notices().sent(second.id(), LONG_AGO.plusSeconds(2));
        assertThat(notices().take(9, LONG_AGO.plusSeconds(2).plus(PATIENCE), PATIENCE))
                .as("who took it died")
                .containsExactly(first);
        notices().sent(first.id(), LONG_AGO.plusSeconds(3));
        assertThat(notices().waiting()).isEqualTo(before);
    }

    @Test
    default void whatTheServerRefusedIsTriedAgainALittleLaterEachTime() {
        Instant begin = LONG_AGO.plus(Duration.ofDays(1));
        Notice notice = queued(begin, Optional.empty());
        Instant first = refused(notice, begin, Duration.ofSeconds(30));
        Instant second = refused(notice, first, Duration.ofSeconds(60));
        Instant third = refused(notice, second, Duration.ofSeconds(120));
        notices().sent(notice.id(), third);
        assertThat(notices().take(9, third, PATIENCE)).isEmpty();
    }

    @Test
    default void whatIsDroppedDoesNotLeaveAndWhatLeftStays() {
        Instant begin = LONG_AGO.plus(Duration.ofDays(2));
        Notice dropped = queued(begin, Optional.empty());
        Notice sent = queued(begin, Optional.empty());
        notices().sent(sent.id(), begin);
        notices().drop(dropped.id());
        notices().drop(sent.id());
        assertThat(notices().take(9, begin, PATIENCE)).isEmpty();
        assertThat(notices().holds(dropped.id())).isFalse();
        assertThat(notices().holds(sent.id())).isTrue();
    }

    /** @return when it is due again */
    private Instant refused(Notice notice, Instant now, Duration wait) {
        assertThat(notices().take(9, now, PATIENCE)).containsExactly(notice);
        notices().failed(notice.id(), "550 ce destinataire n’existe pas", now);
        assertThat(notices().take(9, now.plus(wait).minusMillis(1), PATIENCE)).isEmpty();
        return now.plus(wait);
    }

    private Notice queued(Instant at, Optional<String> calendar) {
        var notice = new Notice(
                UUID.randomUUID(),
                new MailAddress("personne@exemple.fr"),
                "Vos astreintes",
                "Bonjour,\n\nVoici.\n",
                calendar);
        notices().add(notice, at);
        return notice;
    }
}
