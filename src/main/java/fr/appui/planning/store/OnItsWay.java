package fr.appui.planning.store;

import fr.appui.planning.notice.NoticeBook.OtherWay;
import fr.appui.planning.notice.NoticeBook.State;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message on its way to one telephone or device, whatever it tells: when it is tried next, and what is known of it. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract class OnItsWay extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "over_at")
    @Nullable
    Instant overAt;

    @Column(name = "problem")
    @Nullable
    String problem;

    /** What a receipt said, and when. */
    record Heard(State state, Instant at) {}

    abstract Optional<Heard> heard();

    void queue(Instant now) {
        id = UUID.randomUUID().toString();
        queuedAt = now;
        nextAttemptAt = now;
    }

    /** As the {@code open} of its {@link Tries}. */
    boolean isOpen() {
        return acceptedAt == null && overAt == null && heard().isEmpty();
    }

    OtherWay toOtherWay(String name) {
        return new OtherWay(
                name,
                heard().map(Heard::state).orElseGet(this::unheard),
                heard().map(Heard::at).or(() -> Optional.ofNullable(acceptedAt)),
                Objects.requireNonNullElse(problem, ""));
    }

    private State unheard() {
        if (acceptedAt != null) {
            return State.SENT;
        }
        return problem == null ? State.TO_SEND : State.FAILED;
    }
}
