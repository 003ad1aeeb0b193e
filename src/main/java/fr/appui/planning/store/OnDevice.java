package fr.appui.planning.store;

import fr.appui.planning.notice.NoticeBook.OtherWay;
import fr.appui.planning.notice.NoticeBook.State;
import fr.appui.planning.notice.PhysicianDevices.Known;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message on its way to one device, whatever it tells. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract class OnDevice extends PanacheEntityBase {

    /** What its device says it showed is not sent again, whatever its push service answered. */
    static final String OPEN = "acceptedAt is null and receivedAt is null and overAt is null";

    @Id
    @Column(name = "id")
    String id;

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

    void queueFor(Known known, Instant now) {
        id = UUID.randomUUID().toString();
        device = known.id().toString();
        deviceName = known.name();
        queuedAt = now;
        nextAttemptAt = now;
    }

    boolean isOpen() {
        return acceptedAt == null && receivedAt == null && overAt == null;
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
