package fr.appui.planning.store;

import fr.appui.access.PhysicianDevices.Known;
import fr.appui.planning.notice.NoticeBook.OtherWay;
import fr.appui.planning.notice.NoticeBook.State;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message on its way to one device, whatever it tells. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract class OnDevice extends OnItsWay {

    /** What its device says it showed is not sent again, whatever its push service answered. */
    static final String OPEN = "acceptedAt is null and receivedAt is null and overAt is null";

    @Column(name = "device_id")
    String device;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    void queueFor(Known known, Instant now) {
        queue(now);
        device = known.id().toString();
        deviceName = known.name();
    }

    @Override
    Optional<Heard> heard() {
        return Optional.ofNullable(receivedAt).map(at -> new Heard(State.RECEIVED, at));
    }

    OtherWay toOtherWay() {
        return toOtherWay(deviceName);
    }

    static void accepted(Tries<? extends OnDevice> tries, UUID id, Instant now) {
        tries.update("acceptedAt = ?1, problem = null where id = ?2", now, id.toString());
    }

    /** The receipt of a message may be here before we noted that its push service took it. */
    static boolean received(Tries<? extends OnDevice> tries, UUID id, Instant now) {
        return tries.update(
                        "receivedAt = ?1, problem = null where id = ?2 and attempts > 0 and receivedAt is null",
                        now,
                        id.toString())
                == 1;
    }
}
