package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.rota.Substitution.Act;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "replacement_request")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ReplacementRequestRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "duty_date")
    LocalDate date;

    @Column(name = "rung")
    @Enumerated(EnumType.STRING)
    DutyRung rung;

    @Column(name = "giver_id")
    String giver;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    Status status;

    /** 1 while it waits. */
    @Column(name = "open_mark")
    @Nullable
    Byte openMark;

    @Column(name = "author")
    String author;

    @Column(name = "reason")
    String reason;

    @Column(name = "asked_at")
    Instant askedAt;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "replacement_asked", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    List<AskedColumns> asked = new ArrayList<>();

    @Embeddable
    record AskedColumns(
            @Column(name = "physician_id") String physician,

            @Column(name = "answer") @Enumerated(EnumType.STRING)
            Answer answer) {}

    void fill(ReplacementRequest request) {
        id = request.id().toString();
        territory = request.territory().value();
        date = request.date();
        rung = request.rung();
        giver = request.giver().toString();
        status = request.status();
        openMark = status == Status.OPEN ? (byte) 1 : null;
        author = request.act().author();
        reason = request.act().reason();
        askedAt = request.act().at();
        int at = 0;
        for (var one : request.asked().entrySet()) {
            var columns = new AskedColumns(one.getKey().toString(), one.getValue());
            if (at == asked.size()) {
                asked.add(columns);
            } else if (!asked.get(at).equals(columns)) {
                asked.set(at, columns);
            }
            at++;
        }
    }

    ReplacementRequest toRequest() {
        var answers = new LinkedHashMap<PhysicianId, Answer>();
        asked.forEach(one -> answers.put(PhysicianId.parse(one.physician()), one.answer()));
        return new ReplacementRequest(
                UUID.fromString(id),
                new TerritoryCode(territory),
                date,
                rung,
                PhysicianId.parse(giver),
                answers,
                status,
                new Act(author, reason, askedAt));
    }
}
