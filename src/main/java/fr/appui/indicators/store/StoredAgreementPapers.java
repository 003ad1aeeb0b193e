package fr.appui.indicators.store;

import fr.appui.directory.Audit;
import fr.appui.indicators.kit.AgreementPapers;
import fr.appui.indicators.kit.AgreementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class StoredAgreementPapers implements AgreementPapers {

    private final EntityManager database;
    private final Audit audit;

    StoredAgreementPapers(EntityManager database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    @Transactional
    public AgreementTerms terms(long agreement) {
        return Rows.of(database.createNativeQuery(
                                "SELECT responsibilities, organisation, pay, version FROM agreement_terms"
                                        + " WHERE agreement_id = ?1",
                                Tuple.class)
                        .setParameter(1, agreement))
                .findFirst()
                .map(row -> new AgreementTerms(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        Rows.number(row, 3)))
                .orElse(AgreementTerms.USUAL);
    }

    /** Of two who saw the same version one is kept: the key, or the version in the condition, decides. */
    @Override
    @Transactional
    public boolean keep(long agreement, AgreementTerms terms) {
        Query write = terms.version() == 0
                ? database.createNativeQuery(
                        "INSERT IGNORE INTO agreement_terms (agreement_id, responsibilities, organisation, pay, version)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5)")
                : database.createNativeQuery(
                                "UPDATE agreement_terms SET responsibilities = ?2, organisation = ?3, pay = ?4,"
                                        + " version = ?5 WHERE agreement_id = ?1 AND version = ?6")
                        .setParameter(6, terms.version());
        return write.setParameter(1, agreement)
                        .setParameter(2, terms.responsibilities())
                        .setParameter(3, terms.organisation())
                        .setParameter(4, terms.pay())
                        .setParameter(5, terms.version() + 1)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public Optional<Signed> signed(long agreement) {
        return Rows.of(database.createNativeQuery(
                                "SELECT pdf, sha256, kept_by, kept_at_ms FROM agreement_signed WHERE agreement_id = ?1",
                                Tuple.class)
                        .setParameter(1, agreement))
                .findFirst()
                .map(row -> new Signed(
                        row.get(0, byte[].class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        Instant.ofEpochMilli(Rows.number(row, 3))));
    }

    /** The agreement's row is held, so that of two files the second knows which it replaces. */
    @Override
    @Transactional
    public void sign(long agreement, Signed file) {
        database.createNativeQuery("SELECT id FROM agreement WHERE id = ?1 FOR UPDATE")
                .setParameter(1, agreement)
                .getResultList();
        audit.record(
                file.by(),
                "agreement.signed",
                Long.toString(agreement),
                Audit.change(
                        signed(agreement).map(before -> Audit.file(before.pdf())),
                        Optional.of(Audit.file(file.pdf()))));
        database.createNativeQuery("REPLACE INTO agreement_signed (agreement_id, pdf, sha256, kept_by, kept_at_ms)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, agreement)
                .setParameter(2, file.pdf())
                .setParameter(3, file.sha256())
                .setParameter(4, file.by())
                .setParameter(5, file.at().toEpochMilli())
                .executeUpdate();
    }
}
