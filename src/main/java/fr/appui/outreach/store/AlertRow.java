package fr.appui.outreach.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.Alert;
import fr.appui.outreach.SentAlerts.State;
import fr.appui.outreach.SentAlerts.Told;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallId;
import fr.appui.trace.Receipts.Receipt;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "alert")
class AlertRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id = "";

    @Column(name = "call_id")
    @Nullable
    String callId;

    @Column(name = "territory")
    String territory = "";

    @Column(name = "channel")
    String channel = "";

    @Column(name = "physician_id")
    @Nullable
    String physicianId;

    @Column(name = "subject")
    String subject = "";

    @Column(name = "text")
    String text = "";

    @Column(name = "due_at_ms")
    long dueAtMs;

    @Column(name = "tries")
    int tries;

    @Column(name = "sent_at_ms")
    @Nullable
    Long sentAtMs;

    @Column(name = "given_up_at_ms")
    @Nullable
    Long givenUpAtMs;

    @Column(name = "problem")
    @Nullable
    String problem;

    /** Absent where the version before wrote it. */
    @Column(name = "queued_at_ms")
    @Nullable
    Long queuedAtMs;

    @Column(name = "gateway_id")
    @Nullable
    String gatewayId;

    @Column(name = "delivered_at_ms")
    @Nullable
    Long deliveredAtMs;

    @Column(name = "undelivered_at_ms")
    @Nullable
    Long undeliveredAtMs;

    static AlertRow of(Alert alert, Instant due) {
        var row = new AlertRow();
        row.id = alert.id().toString();
        row.callId = alert.call().map(CallId::value).orElse(null);
        row.territory = alert.territory().value();
        row.channel = alert.channel().name();
        row.physicianId = alert.physician().map(PhysicianId::toString).orElse(null);
        row.subject = alert.content().subject();
        row.text = alert.content().text();
        row.dueAtMs = due.toEpochMilli();
        row.queuedAtMs = due.toEpochMilli();
        return row;
    }

    static List<AlertRow> ofTerritory(TerritoryCode territory, Instant since, int most) {
        return AlertRow.<AlertRow>find(
                        "territory = ?1 and queuedAtMs >= ?2 order by queuedAtMs desc, id",
                        territory.value(),
                        since.toEpochMilli())
                .page(0, most)
                .list();
    }

    boolean isOpen() {
        return sentAtMs == null && givenUpAtMs == null;
    }

    Told toTold() {
        return new Told(
                UUID.fromString(id),
                Optional.ofNullable(physicianId).map(PhysicianId::parse),
                AlertChannel.valueOf(channel),
                subject,
                Instant.ofEpochMilli(Objects.requireNonNullElse(queuedAtMs, dueAtMs)),
                state(),
                Stream.of(deliveredAtMs, undeliveredAtMs, sentAtMs, givenUpAtMs)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(Instant::ofEpochMilli),
                Objects.requireNonNullElse(problem, ""));
    }

    private State state() {
        if (deliveredAtMs != null) {
            return State.DELIVERED;
        }
        if (undeliveredAtMs != null) {
            return State.UNDELIVERED;
        }
        if (sentAtMs != null) {
            return State.SENT;
        }
        return problem == null ? State.TO_SEND : State.FAILED;
    }

    Receipt toReceipt() {
        if (deliveredAtMs != null) {
            return new Receipt.Delivered(Instant.ofEpochMilli(deliveredAtMs));
        }
        return undeliveredAtMs == null
                ? new Receipt.None()
                : new Receipt.Undelivered(Instant.ofEpochMilli(undeliveredAtMs));
    }

    Alert toAlert() {
        return new Alert(
                UUID.fromString(id),
                Optional.ofNullable(callId).map(CallId::new),
                new TerritoryCode(territory),
                AlertChannel.valueOf(channel),
                Optional.ofNullable(physicianId).map(PhysicianId::parse),
                new Alert.Content(subject, text));
    }
}
