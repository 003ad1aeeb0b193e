package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Derogation;
import fr.appui.planning.life.DerogationBook.Granted;
import fr.appui.rota.Substitution.Act;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "quota_derogation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DerogationRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "physician_id")
    String physician;

    @Column(name = "quarter")
    String quarter;

    @Column(name = "allowed_days")
    int allowedDays;

    @Column(name = "reason")
    String reason;

    @Column(name = "author")
    String author;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static Optional<DerogationRow> of(Derogation derogation) {
        return find(
                        "physician = ?1 and quarter = ?2",
                        derogation.physician().toString(),
                        derogation.quarter().toString())
                .firstResultOptional();
    }

    static List<DerogationRow> in(Quarter quarter) {
        return list("quarter = ?1 order by id", quarter.toString());
    }

    void fill(Granted granted) {
        territory = granted.territory().value();
        physician = granted.derogation().physician().toString();
        quarter = granted.derogation().quarter().toString();
        allowedDays = granted.derogation().allowedDays();
        reason = granted.derogation().reason();
        author = granted.act().author();
        recordedAt = granted.act().at();
    }

    Granted toGranted() {
        return new Granted(
                new TerritoryCode(territory),
                new Derogation(PhysicianId.parse(physician), Quarter.parse(quarter), allowedDays, reason),
                new Act(author, reason, recordedAt));
    }
}
