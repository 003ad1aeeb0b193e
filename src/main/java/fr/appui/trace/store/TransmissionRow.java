package fr.appui.trace.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Transmissions.State;
import fr.appui.trace.Transmissions.Transmission;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "transmission")
class TransmissionRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "call_id")
    String callId = "";

    @Column(name = "revision")
    int revision;

    @Column(name = "territory")
    String territory = "";

    @Column(name = "state")
    String state = State.QUEUED.name();

    @Column(name = "tries")
    int tries;

    @Column(name = "next_try_at_ms")
    long nextTryAtMs;

    @Column(name = "queued_at_ms")
    long queuedAtMs;

    @Column(name = "sent_at_ms")
    @Nullable
    Long sentAtMs;

    @Column(name = "recipient")
    @Nullable
    String recipient;

    @Column(name = "problem")
    @Nullable
    String problem;

    static TransmissionRow queue(LoggableCall call, int revision, Instant now) {
        TransmissionRow row = new TransmissionRow();
        row.callId = call.call().value();
        row.revision = revision;
        row.territory = call.territory().value();
        row.nextTryAtMs = now.toEpochMilli();
        row.queuedAtMs = now.toEpochMilli();
        return row;
    }

    Transmission transmission() {
        return new Transmission(
                id == null ? 0 : id,
                new CallId(callId),
                revision,
                new TerritoryCode(territory),
                State.valueOf(state),
                tries,
                Instant.ofEpochMilli(queuedAtMs),
                Optional.ofNullable(sentAtMs).map(Instant::ofEpochMilli),
                Optional.ofNullable(recipient),
                Optional.ofNullable(problem));
    }
}
