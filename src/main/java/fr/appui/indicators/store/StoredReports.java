package fr.appui.indicators.store;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.ReportJson;
import fr.appui.indicators.report.SubmittedReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class StoredReports implements SubmittedReports {

    private final EntityManager database;

    StoredReports(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public boolean keep(String code, int year, String json, Submission submission) {
        return database.createNativeQuery("INSERT IGNORE INTO submitted_report VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                        .setParameter(1, code)
                        .setParameter(2, year)
                        .setParameter(3, json)
                        .setParameter(4, submission.sha256())
                        .setParameter(5, submission.by())
                        .setParameter(6, submission.at().toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public Set<String> submitted(int year) {
        return Rows.of(database.createNativeQuery(
                                "SELECT code, year FROM submitted_report WHERE year = ?1", Tuple.class)
                        .setParameter(1, year))
                .map(row -> row.get(0, String.class))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Optional<String> document(String code, int year) {
        return Rows.of(database.createNativeQuery(
                                "SELECT document, year FROM submitted_report WHERE code = ?1 AND year = ?2",
                                Tuple.class)
                        .setParameter(1, code)
                        .setParameter(2, year))
                .findFirst()
                .map(row -> row.get(0, String.class));
    }

    @Override
    @Transactional
    public List<Kept> of(String code) {
        return Rows.of(database.createNativeQuery(
                                "SELECT year, sha256, submitted_by, submitted_at_ms FROM submitted_report WHERE code = ?1"
                                        + " ORDER BY year DESC",
                                Tuple.class)
                        .setParameter(1, code))
                .map(row -> new Kept(
                        code,
                        (int) Rows.number(row, 0),
                        new Submission(
                                Instant.ofEpochMilli(Rows.number(row, 3)),
                                row.get(2, String.class),
                                row.get(1, String.class))))
                .toList();
    }

    @Override
    @Transactional
    public Optional<AnnualReport> find(String code, int year) {
        return Rows.of(database.createNativeQuery(
                                "SELECT document, sha256, submitted_by, submitted_at_ms FROM submitted_report"
                                        + " WHERE code = ?1 AND year = ?2",
                                Tuple.class)
                        .setParameter(1, code)
                        .setParameter(2, year))
                .findFirst()
                .map(row -> ReportJson.read(row.get(0, String.class))
                        .submitted(new Submission(
                                Instant.ofEpochMilli(Rows.number(row, 3)),
                                row.get(2, String.class),
                                row.get(1, String.class))));
    }
}
