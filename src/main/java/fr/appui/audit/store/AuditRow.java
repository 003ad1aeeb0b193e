package fr.appui.audit.store;

import fr.appui.audit.AuditEntry;
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

    AuditEntry entry() {
        return new AuditEntry(sequence, at, actor, act, subject, detail, origin, previousHash, hash);
    }
}
