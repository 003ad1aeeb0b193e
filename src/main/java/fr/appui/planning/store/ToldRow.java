package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.ToldDuty;
import fr.appui.rota.Slot;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "told_duty")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ToldRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "duty_date")
    LocalDate date;

    @Column(name = "rung")
    int rung;

    @Column(name = "physician_id")
    String physician;

    @Column(name = "part")
    int part;

    @Column(name = "starts_at")
    Instant start;

    @Column(name = "ends_at")
    Instant end;

    @Column(name = "sequence")
    int sequence;

    @Column(name = "cancelled")
    boolean cancelled;

    @Column(name = "changed_at")
    Instant changedAt;

    static List<ToldRow> of(TerritoryCode territory, LocalDate from, LocalDate to) {
        return list(
                "territory = ?1 and date between ?2 and ?3 order by date, rung, part, id", territory.value(), from, to);
    }

    static List<ToldRow> of(PhysicianId physician, LocalDate from) {
        return list("physician = ?1 and date >= ?2 order by date, rung, part, id", physician.toString(), from);
    }

    static Optional<ToldRow> of(ToldDuty.Key key) {
        return find(
                        "territory = ?1 and date = ?2 and rung = ?3 and physician = ?4 and part = ?5",
                        key.slot().territory().value(),
                        key.slot().date(),
                        key.slot().rung(),
                        key.physician().toString(),
                        key.part())
                .firstResultOptional();
    }

    void fill(ToldDuty duty) {
        territory = duty.key().slot().territory().value();
        date = duty.key().slot().date();
        rung = duty.key().slot().rung();
        physician = duty.key().physician().toString();
        part = duty.key().part();
        start = duty.start();
        end = duty.end();
        sequence = duty.sequence();
        cancelled = duty.cancelled();
        changedAt = duty.changedAt();
    }

    ToldDuty toDuty() {
        var slot = new Slot(new TerritoryCode(territory), date, rung);
        var key = new ToldDuty.Key(slot, PhysicianId.parse(physician), part);
        return new ToldDuty(key, start, end, sequence, cancelled, changedAt);
    }
}
