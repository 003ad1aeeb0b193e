package fr.appui.planning.store;

import fr.appui.planning.notice.NoticeBook.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notice_by_sms")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NoticeBySmsRow extends OnItsWay {

    /** What a receipt speaks of was taken, whatever the answer said. */
    static final String OPEN =
            "acceptedAt is null and deliveredAt is null and undeliveredAt is null and overAt is null";

    @Column(name = "notice_id")
    String notice;

    @Column(name = "gateway_id")
    @Nullable
    String gatewayId;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "undelivered_at")
    @Nullable
    Instant undeliveredAt;

    static NoticeBySmsRow of(String notice, Instant now) {
        var row = new NoticeBySmsRow();
        row.queue(now);
        row.notice = notice;
        return row;
    }

    @Override
    Optional<Heard> heard() {
        return Optional.ofNullable(deliveredAt)
                .map(at -> new Heard(State.DELIVERED, at))
                .or(() -> Optional.ofNullable(undeliveredAt).map(at -> new Heard(State.UNDELIVERED, at)));
    }
}
