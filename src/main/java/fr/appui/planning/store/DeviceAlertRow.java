package fr.appui.planning.store;

import fr.appui.planning.notice.DeviceQueue.Waiting;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "device_alert")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DeviceAlertRow extends PanacheEntityBase {

    /** As of {@link NoticeOnDeviceRow}. */
    static final String OPEN = NoticeOnDeviceRow.OPEN;

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "physician_id")
    String physician;

    @Column(name = "device_id")
    String device;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "text")
    String text;

    @Column(name = "page")
    String page;

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

    static List<DeviceAlertRow> due(Instant now, int most) {
        return DeviceAlertRow.<DeviceAlertRow>find(OPEN + " and nextAttemptAt <= ?1 order by queuedAt, id", now)
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

    Waiting toWaiting() {
        return new Waiting(UUID.fromString(id), UUID.fromString(device), text, page, queuedAt);
    }
}
