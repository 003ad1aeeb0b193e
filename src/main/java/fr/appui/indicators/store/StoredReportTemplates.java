package fr.appui.indicators.store;

import fr.appui.directory.Audit;
import fr.appui.french.InvalidInput;
import fr.appui.indicators.report.ReportTemplate;
import fr.appui.indicators.report.ReportTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

@ApplicationScoped
class StoredReportTemplates implements ReportTemplates {

    private static final Logger LOG = Logger.getLogger(StoredReportTemplates.class);

    private final EntityManager database;
    private final Audit audit;
    private final Clock clock;

    StoredReportTemplates(EntityManager database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Kept> of(String region) {
        return Rows.of(database.createNativeQuery(
                                "SELECT source, layout IS NOT NULL, loaded_by, loaded_at_ms FROM report_template"
                                        + " WHERE region = ?1 ORDER BY from_year DESC, loaded_at_ms DESC, version DESC",
                                Tuple.class)
                        .setParameter(1, region))
                .flatMap(StoredReportTemplates::kept)
                .toList();
    }

    /** One that a later release reads no more keeps no report from being written. */
    private static Stream<Kept> kept(Tuple row) {
        String source = row.get(0, String.class);
        try {
            return Stream.of(new Kept(
                    ReportTemplate.read(source),
                    source,
                    Rows.number(row, 1) == 1,
                    row.get(2, String.class),
                    Instant.ofEpochMilli(Rows.number(row, 3))));
        } catch (InvalidInput unreadable) {
            LOG.errorf("a kept report template is not used: %s", unreadable.sentence());
            return Stream.empty();
        }
    }

    /** Of two who load one version at the same moment one is kept, and the other is compared with it: the key decides. */
    @Override
    @Transactional
    public Keeping keep(String region, String yaml, String by) {
        ReportTemplate template = ReportTemplate.read(yaml);
        int written = database.createNativeQuery(
                        "INSERT IGNORE INTO report_template (region, version, from_year, source, loaded_by, loaded_at_ms)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, region)
                .setParameter(2, template.version())
                .setParameter(3, template.from())
                .setParameter(4, yaml)
                .setParameter(5, by)
                .setParameter(6, clock.millis())
                .executeUpdate();
        // read under a lock: the snapshot of this transaction may be older than the row that was in the way
        boolean same = written == 1
                || Rows.of(database.createNativeQuery(
                                        "SELECT source FROM report_template WHERE region = ?1 AND version = ?2"
                                                + " LOCK IN SHARE MODE",
                                        Tuple.class)
                                .setParameter(1, region)
                                .setParameter(2, template.version()))
                        .anyMatch(row ->
                                ReportTemplate.read(row.get(0, String.class)).equals(template));
        return same ? new Keeping.Done(template) : new Keeping.Changed(template.version());
    }

    @Override
    @Transactional
    public Optional<byte[]> layout(String region, String version) {
        return Rows.of(database.createNativeQuery(
                                "SELECT layout FROM report_template WHERE region = ?1 AND version = ?2"
                                        + " AND layout IS NOT NULL",
                                Tuple.class)
                        .setParameter(1, region)
                        .setParameter(2, version))
                .map(row -> row.get(0, byte[].class))
                .findFirst();
    }

    @Override
    @Transactional
    public boolean keepLayout(String region, String version, byte[] docx, String by) {
        if (database.createNativeQuery(
                        "SELECT version FROM report_template WHERE region = ?1 AND version = ?2 FOR UPDATE")
                .setParameter(1, region)
                .setParameter(2, version)
                .getResultList()
                .isEmpty()) {
            return false;
        }
        audit.record(
                by,
                "report-template.layout-kept",
                region + " " + version,
                Audit.change(layout(region, version).map(Audit::file), Optional.of(Audit.file(docx))));
        database.createNativeQuery("UPDATE report_template SET layout = ?3 WHERE region = ?1 AND version = ?2")
                .setParameter(1, region)
                .setParameter(2, version)
                .setParameter(3, docx)
                .executeUpdate();
        return true;
    }
}
