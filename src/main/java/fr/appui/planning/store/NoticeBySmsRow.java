package fr.appui.planning.store;

import fr.appui.planning.notice.NoticeBook.OtherWay;
import fr.appui.planning.notice.NoticeBook.State;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notice_by_sms")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NoticeBySmsRow extends PanacheEntityBase {

    /** What a receipt speaks of was taken, whatever the answer said. */
    static final String OPEN =
            "acceptedAt is null and deliveredAt is null and undeliveredAt is null and overAt is null";

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "notice_id")
    String notice;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "gateway_id")
    @Nullable
    String gatewayId;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "undelivered_at")
    @Nullable
    Instant undeliveredAt;

    @Column(name = "over_at")
    @Nullable
    Instant overAt;

    @Column(name = "problem")
    @Nullable
    String problem;

    static NoticeBySmsRow of(String notice, Instant now) {
        var row = new NoticeBySmsRow();
        row.id = UUID.randomUUID().toString();
        row.notice = notice;
        row.queuedAt = now;
        row.nextAttemptAt = now;
        return row;
    }

    static List<NoticeBySmsRow> due(Instant now, int most) {
        return NoticeBySmsRow.<NoticeBySmsRow>find(OPEN + " and nextAttemptAt <= ?1 order by queuedAt, id", now)
                .page(0, most)
                .list();
    }

    /** Of several nodes that saw it due, one succeeds. */
    boolean claim(Instant until) {
        return update(
                        "nextAttemptAt = ?1, attempts = attempts + 1 where id = ?2 and nextAttemptAt = ?3 and " + OPEN,
                        until,
                        id,
                        nextAttemptAt)
                == 1;
    }

    OtherWay toOtherWay() {
        return new OtherWay(
                "SMS",
                state(),
                Optional.ofNullable(deliveredAt)
                        .or(() -> Optional.ofNullable(undeliveredAt))
                        .or(() -> Optional.ofNullable(acceptedAt)),
                Objects.requireNonNullElse(problem, ""));
    }

    private State state() {
        if (deliveredAt != null) {
            return State.DELIVERED;
        }
        if (undeliveredAt != null) {
            return State.UNDELIVERED;
        }
        if (acceptedAt != null) {
            return State.SENT;
        }
        return problem == null ? State.TO_SEND : State.FAILED;
    }
}
