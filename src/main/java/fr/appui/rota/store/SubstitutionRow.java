package fr.appui.rota.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rota_substitution")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SubstitutionRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "duty_date")
    LocalDate date;

    @Column(name = "rung")
    int rung;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    Substitution.Kind kind;

    @Column(name = "physician_id")
    @Nullable
    String physician;

    @Column(name = "starts_at")
    @Nullable
    Instant startsAt;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Column(name = "author")
    String author;

    @Column(name = "reason")
    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static SubstitutionRow of(Substitution substitution) {
        var row = new SubstitutionRow();
        row.id = substitution.id().toString();
        row.territory = substitution.slot().territory().value();
        row.date = substitution.slot().date();
        row.rung = substitution.slot().rung();
        row.kind = substitution.kind();
        row.physician = substitution.physician().map(PhysicianId::toString).orElse(null);
        row.startsAt = substitution.effect().from().orElse(null);
        row.endsAt = substitution.effect().until().orElse(null);
        row.author = substitution.act().author();
        row.reason = substitution.act().reason();
        row.recordedAt = substitution.act().at();
        return row;
    }

    static List<SubstitutionRow> between(Whose whose, LocalDate from, LocalDate to) {
        return list(
                whose.condition() + " and date between :from and :to order by recordedAt, id",
                whose.with("from", from).and("to", to));
    }

    static List<String> territoriesNaming(List<String> physicians, LocalDate from, LocalDate to) {
        return find(
                        "select distinct territory from SubstitutionRow where physician in ?1 and date between ?2 and ?3",
                        physicians,
                        from,
                        to)
                .project(String.class)
                .list();
    }

    Substitution toSubstitution() {
        return new Substitution(
                UUID.fromString(id),
                new Slot(new TerritoryCode(territory), date, rung),
                kind,
                Optional.ofNullable(physician).map(PhysicianId::parse),
                new Substitution.Effect(Optional.ofNullable(startsAt), Optional.ofNullable(endsAt)),
                new Substitution.Act(author, reason, recordedAt));
    }
}
