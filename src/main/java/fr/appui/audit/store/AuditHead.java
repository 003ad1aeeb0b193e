package fr.appui.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the log ends, and where what retention erased from its beginning ended. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    static final int ONLY = 1;

    @Id
    @Column(name = "id")
    int id;

    @Column(name = "last_sequence")
    long sequence;

    @Column(name = "last_hash")
    String hash;

    @Column(name = "erased_sequence")
    long erasedSequence;

    @Column(name = "erased_hash")
    String erasedHash;
}
