package fr.appui.indicators.store;

import fr.appui.indicators.report.Narrative;
import fr.appui.indicators.report.Narratives;
import fr.appui.indicators.report.ReportJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

@ApplicationScoped
class StoredNarratives implements Narratives {

    private final EntityManager database;

    StoredNarratives(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Narrative of(String code, int year) {
        return Rows.of(database.createNativeQuery(
                                "SELECT document, version FROM report_narrative WHERE code = ?1 AND year = ?2",
                                Tuple.class)
                        .setParameter(1, code)
                        .setParameter(2, year))
                .findFirst()
                .map(row -> at(ReportJson.read(row.get(0, String.class), Narrative.class), Rows.number(row, 1)))
                .orElse(Narrative.NONE);
    }

    /** Of two who saw the same version one is kept: the key, or the version in the condition, decides. */
    @Override
    @Transactional
    public boolean keep(String code, int year, Narrative narrative) {
        long seen = narrative.version();
        Query write = seen == 0
                ? database.createNativeQuery(
                        "INSERT IGNORE INTO report_narrative (code, year, version, document) VALUES (?1, ?2, ?3, ?4)")
                : database.createNativeQuery(
                                "UPDATE report_narrative SET version = ?3, document = ?4 WHERE code = ?1 AND year = ?2"
                                        + " AND version = ?5")
                        .setParameter(5, seen);
        return write.setParameter(1, code)
                        .setParameter(2, year)
                        .setParameter(3, seen + 1)
                        .setParameter(4, ReportJson.write(at(narrative, seen + 1)))
                        .executeUpdate()
                == 1;
    }

    private static Narrative at(Narrative narrative, long version) {
        return new Narrative(
                narrative.commentary(),
                narrative.outlook(),
                narrative.medicalLead(),
                narrative.coordination(),
                narrative.meetings(),
                narrative.texts(),
                version);
    }
}
