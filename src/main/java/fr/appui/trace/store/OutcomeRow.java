package fr.appui.trace.store;

import fr.appui.trace.CallId;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "outcome_revision")
@IdClass(OutcomeRow.Key.class)
class OutcomeRow extends PanacheEntityBase {

    /** @param number first is 1 */
    record Key(String callId, int number) implements Serializable {}

    @Id
    @Column(name = "call_id")
    String callId = "";

    @Id
    @Column(name = "number")
    int number;

    @Column(name = "status")
    String status = "";

    @Column(name = "nomenclature")
    String nomenclature = "";

    @Column(name = "body")
    String body = "";

    @Column(name = "author")
    String author = "";

    @Column(name = "written_at_ms")
    long writtenAtMs;

    static OutcomeRow of(OutcomeRevision revision) {
        OutcomeRow row = new OutcomeRow();
        row.callId = revision.call().value();
        row.number = revision.number();
        row.status = revision.status().name();
        row.nomenclature = revision.nomenclature();
        row.body = OutcomeJson.write(revision.outcome());
        row.author = revision.author();
        row.writtenAtMs = revision.at().toEpochMilli();
        return row;
    }

    OutcomeRevision revision() {
        return new OutcomeRevision(
                new CallId(callId),
                number,
                OutcomeStatus.valueOf(status),
                nomenclature,
                OutcomeJson.read(body),
                author,
                Instant.ofEpochMilli(writtenAtMs));
    }
}
