package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.PlanningAct;
import fr.appui.rota.Substitution.Act;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "planning_act")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ActRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "author")
    String author;

    @Column(name = "act")
    @Enumerated(EnumType.STRING)
    PlanningAct.Kind kind;

    @Column(name = "subject")
    String subject;

    @Column(name = "detail")
    String detail;

    @Column(name = "reason")
    String reason;

    static ActRow of(PlanningAct act) {
        var row = new ActRow();
        row.territory = act.territory().value();
        row.recordedAt = act.act().at();
        row.author = act.act().author();
        row.kind = act.kind();
        row.subject = act.subject();
        row.detail = act.detail();
        row.reason = act.act().reason();
        return row;
    }

    PlanningAct toAct() {
        return new PlanningAct(
                new TerritoryCode(territory), kind, subject, detail, new Act(author, reason, recordedAt));
    }
}
