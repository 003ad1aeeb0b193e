package fr.appui.web.audit.store;

import fr.appui.web.audit.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditRow {

    @Id
    @Column(name = "sequence")
    long sequence;

    @Column(name = "at")
    Instant at;

    @Column(name = "actor")
    String actor;

    @Column(name = "act")
    String act;

    @Column(name = "subject")
    String subject;

    @Column(name = "detail")
    String detail;

    @Column(name = "origin")
    String origin;

    @Column(name = "previous_hash")
    String previousHash;

    @Column(name = "hash")
    String hash;

    static AuditRow of(AuditEntry entry) {
        var row = new AuditRow();
        row.sequence = entry.sequence();
        row.at = entry.at();
        row.actor = entry.actor();
        row.act = entry.act();
        row.subject = entry.subject();
        row.detail = entry.detail();
        row.origin = entry.origin();
        row.previousHash = entry.previousHash();
        row.hash = entry.hash();
        return row;
    }

    AuditEntry entry() {
        return new AuditEntry(sequence, at, actor, act, subject, detail, origin, previousHash, hash);
    }
}
