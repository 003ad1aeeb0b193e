package fr.appui.outreach.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.Alert;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
        return row;
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
