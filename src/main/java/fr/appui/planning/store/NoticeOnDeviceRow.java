package fr.appui.planning.store;

import fr.appui.planning.notice.NoticeBook.OtherWay;
import fr.appui.planning.notice.NoticeBook.State;
import fr.appui.planning.notice.PhysicianDevices.Known;
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
@Table(name = "notice_on_device")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NoticeOnDeviceRow extends PanacheEntityBase {

    /** What its device says it showed is not sent again, whatever its push service answered. */
    static final String OPEN = "acceptedAt is null and receivedAt is null and overAt is null";

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "notice_id")
    String notice;

    @Column(name = "device_id")
    String device;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "over_at")
    @Nullable
    Instant overAt;

    @Column(name = "problem")
    @Nullable
    String problem;

    static NoticeOnDeviceRow of(String notice, Known device, Instant now) {
        var row = new NoticeOnDeviceRow();
        row.id = UUID.randomUUID().toString();
        row.notice = notice;
        row.device = device.id().toString();
        row.deviceName = device.name();
        row.queuedAt = now;
        row.nextAttemptAt = now;
        return row;
    }

    static List<NoticeOnDeviceRow> due(Instant now, int most) {
        return NoticeOnDeviceRow.<NoticeOnDeviceRow>find(OPEN + " and nextAttemptAt <= ?1 order by queuedAt, id", now)
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
                deviceName,
                state(),
                Optional.ofNullable(receivedAt).or(() -> Optional.ofNullable(acceptedAt)),
                Objects.requireNonNullElse(problem, ""));
    }

    private State state() {
        if (receivedAt != null) {
            return State.RECEIVED;
        }
        if (acceptedAt != null) {
            return State.SENT;
        }
        return problem == null ? State.TO_SEND : State.FAILED;
    }
}
