package fr.appui.outreach.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
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
@Table(name = "trial_call")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TrialCallRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "begun_at_ms")
    long begunAtMs;

    @Column(name = "begun_by")
    String begunBy;

    @Column(name = "scheduled")
    boolean scheduled;

    @Column(name = "state")
    String state;

    @Column(name = "trouble")
    @Nullable
    String trouble;

    @Column(name = "ended_at_ms")
    @Nullable
    Long endedAtMs;

    Trial toTrial() {
        return new Trial(
                UUID.fromString(id),
                new TerritoryCode(territory),
                Instant.ofEpochMilli(begunAtMs),
                begunBy,
                scheduled,
                State.valueOf(state),
                Optional.ofNullable(trouble),
                Optional.ofNullable(endedAtMs).map(Instant::ofEpochMilli));
    }
}
