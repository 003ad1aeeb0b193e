package fr.appui.outreach.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.OpenLineCheck;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "line_check")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LineCheckRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "duty_date")
    LocalDate date;

    @Column(name = "physician_id")
    String physicianId;

    @Column(name = "starts_at_ms")
    long startsAtMs;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "rung_at_ms")
    @Nullable
    Long rungAtMs;

    @Column(name = "state")
    String state;

    @Column(name = "way")
    @Nullable
    String way;

    @Column(name = "changed_at_ms")
    @Nullable
    Long changedAtMs;

    @Column(name = "why")
    @Nullable
    String why;

    @Column(name = "not_before_ms")
    @Nullable
    Long notBeforeMs;

    @Column(name = "failures")
    int failures;

    OpenLineCheck toOpen() {
        return new OpenLineCheck(
                UUID.fromString(id),
                new OpenLineCheck.HeldDuty(
                        new TerritoryCode(territory),
                        date,
                        PhysicianId.parse(physicianId),
                        Instant.ofEpochMilli(startsAtMs)),
                attempts,
                Optional.ofNullable(rungAtMs).map(Instant::ofEpochMilli),
                Optional.ofNullable(why)
                        .map(told -> new OpenLineCheck.Trouble(
                                told, Optional.ofNullable(notBeforeMs).map(Instant::ofEpochMilli), failures)));
    }
}
