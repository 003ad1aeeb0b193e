package fr.appui.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.audit.AuditLog.Verdict;
import fr.appui.directory.Audit;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditStoreIT {

    @Inject
    Audit audit;

    @Inject
    AuditLog log;

    @Inject
    AgroalDataSource database;

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anEntryCanNeitherBeChangedNorDeleted() {
        audit.record("c.durand", "rota.published", "2026-Q3", "Planning publié");
        assertThatThrownBy(() -> run("UPDATE audit_entry SET actor = 'x'")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> run("DELETE FROM audit_entry")).hasMessageContaining("kept for a year");
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void entriesWrittenAtOnceAllTakeTheirPlace() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                String subject = "essai-" + i;
                writers.execute(() -> audit.record("essai", "test.written", subject, ""));
            }
        }
        assertThat(written("test.written")).isEqualTo(80);
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
    }

    /** The application writes entries of its own meanwhile. */
    private long written(String act) {
        return log.page(0, 200).stream()
                .filter(entry -> entry.act().equals(act))
                .count();
    }

    @Test
    void anActThatIsUndoneLeavesNoEntry() {
        QuarkusTransaction.begin();
        audit.record("c.durand", "test.undone", "2026-Q4", "");
        QuarkusTransaction.rollback();
        assertThat(written("test.undone")).isZero();
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void whatRetentionErasesLeavesAChainThatVerifies() throws SQLException {
        startAnew();
        appendAt("2020-01-01T00:00:00Z");
        appendAt("2020-01-02T00:00:00Z");
        audit.record("c.durand", "recent", "y", "");
        assertThat(log.forget(Instant.parse("2021-01-01T00:00:00Z"))).isEqualTo(2);
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class,
                        whole -> assertThat(whole.entries()).isEqualTo(1));
    }

    @Test
    void retentionStopsAtTheFirstEntryToKeep() throws SQLException {
        startAnew();
        audit.record("c.durand", "recent", "y", "");
        appendAt("2020-01-01T00:00:00Z");
        assertThat(log.forget(Instant.parse("2021-01-01T00:00:00Z"))).isZero();
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void anEntryRemovedBehindTheServiceShows() throws SQLException {
        startAnew();
        audit.record("c.durand", "first", "x", "");
        run("TRUNCATE audit_entry");
        audit.record("c.durand", "second", "y", "");
        assertThat(log.verify()).isEqualTo(new Verdict.Broken(List.of(new AuditLog.Break(1, "cette ligne manque")), 1));
        startAnew();
    }

    private void appendAt(String instant) {
        log.append(new AuditEntry.Draft(Instant.parse(instant), "c.durand", "old", "x", "", "local"));
    }

    /** Only who owns the database can: the triggers do not see TRUNCATE, the chain does. */
    private void startAnew() throws SQLException {
        run("TRUNCATE audit_entry");
        run("UPDATE audit_head SET last_sequence = 0, erased_sequence = 0, last_hash = REPEAT('0', 64), "
                + "erased_hash = REPEAT('0', 64)");
    }

    @Test
    void halfACharacterBreaksNoChain() {
        audit.record("l".repeat(159) + "😀😀", "sign-in.refused", "\ud83d", "nom : \udc00");
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
        given().contentType("application/json")
                .body("{\"category\": \"COVERAGE\", \"text\": \"\\ud83d\"}")
                .post("/api/territories/HDF-OISE/difficulties")
                .then()
                .statusCode(400)
                .body("detail", containsString("text"));
    }

    @Test
    void aLogRewrittenWholeIsNotTheOneWhoseHeadWasKept() throws SQLException {
        startAnew();
        audit.record("c.durand", "first", "x", "");
        Verdict.Whole kept = (Verdict.Whole) log.verify();
        String against = "/api/audit/verification?sequence=" + kept.lastSequence() + "&hash=" + kept.lastHash();
        given().get(against).then().body("whole", equalTo(true));
        startAnew();
        audit.record("x.autre", "first", "x", "");
        given().get("/api/audit/verification").then().body("whole", equalTo(true));
        given().get(against).then().body("whole", equalTo(false)).body("sequence", equalTo(1));
    }

    @Test
    void theLogIsVerifiedByCommand() {
        audit.record("c.durand", "rota.published", "2026-Q3", "");
        given().get("/api/audit/verification").then().statusCode(200).body("whole", equalTo(true));
    }

    @Test
    void anExportLeavesAnEntryOfItsOwn() {
        given().get("/api/audit?size=1").then().statusCode(200);
        given().get("/api/audit?size=1")
                .then()
                .body("items[0].act", equalTo("GET /api/audit"))
                .body("items[0].actor", equalTo("jeton:tests"));
    }
}
