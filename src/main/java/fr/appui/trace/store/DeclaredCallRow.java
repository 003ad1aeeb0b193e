package fr.appui.trace.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import fr.appui.trace.DeclaredCall;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

@Entity
@Table(name = "declared_call")
class DeclaredCallRow extends PanacheEntityBase {

    @Id
    @Column(name = "call_id")
    String callId = "";

    @Column(name = "territory")
    String territory = "";

    @Column(name = "physician_id")
    String physicianId = "";

    @Column(name = "at_ms")
    long atMs;

    @Column(name = "duration_ms")
    long durationMs;

    @Column(name = "author")
    String author = "";

    @Column(name = "written_at_ms")
    long writtenAtMs;

    DeclaredCall call() {
        return new DeclaredCall(
                new CallId(callId),
                new TerritoryCode(territory),
                PhysicianId.parse(physicianId),
                Instant.ofEpochMilli(atMs),
                Duration.ofMillis(durationMs));
    }
}
