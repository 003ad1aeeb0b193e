package fr.appui.web.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.audit.AuditLog;
import fr.appui.audit.AuditLog.Verdict;
import fr.appui.web.rotas.PlanningWorld;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, on a real database that is made to refuse the log's entries. */
@QuarkusTest
class ActsAreRecordedIT {

    @Inject
    AuditLog log;

    @Inject
    AgroalDataSource database;

    @Inject
    PlanningWorld world;

    private String place;
    private String address;

    /** In letters: a number might be taken for somebody's. */
    private final AtomicInteger noted = new AtomicInteger();

    private final String text = "essai "
            + UUID.randomUUID()
                    .toString()
                    .chars()
                    .map(character -> 'a' + character % 26)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

    @BeforeEach
    void aTerritory() {
        place = world.create().address();
        address = place + "/difficulties";
    }

    @AfterEach
    void theLogTakesEntriesAgain() throws SQLException {
        run("DROP TRIGGER IF EXISTS audit_entry_is_refused");
    }

    @Test
    void anActWhoseEntryCannotBeWrittenIsNotDone() throws SQLException {
        entriesAreRefused("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is away'");
        assertThat(act()).isGreaterThanOrEqualTo(500);
        assertThat(done()).isZero();
    }

    @Test
    void anActIsRecordedOnceWithItsAddress() throws SQLException {
        long before = recorded();
        assertThat(act()).isEqualTo(201);
        assertThat(done()).isEqualTo(1);
        assertThat(recorded()).isEqualTo(before + 1);
        assertThat(log.page(0, 1).getFirst().actor()).isEqualTo("jeton:tests");
        assertThat(log.page(0, 1).getFirst().subject()).isEqualTo(address);
    }

    /** It waited for its turn, which is written down too. */
    @Test
    void whatAnActOfPlanningRefusesIsNotToldAsDone() throws SQLException {
        String campaign = place + "/wish-campaigns/2020-Q1";
        given().contentType("application/json")
                .body("{\"deadline\": \"2020-01-15\"}")
                .put(campaign)
                .then()
                .statusCode(400);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE subject = '" + campaign + "'"))
                .isZero();
    }

    /** A row was made for it to wait at; that it was refused is said after it. */
    @Test
    void whatIsRefusedAfterSomethingWasWrittenIsToldToBeRefused() {
        given().contentType("application/json")
                .header("If-Match", "\"7\"")
                .body("{\"open\": true}")
                .put(place + "/survey")
                .then()
                .statusCode(412);
        assertThat(log.page(0, 1).getFirst()).satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(place + "/survey");
            assertThat(entry.detail()).isEqualTo("réponse 412");
        });
    }

    @Test
    void nothingIsHandedOutThatTheLogDoesNotTell() throws SQLException {
        entriesAreRefused("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is away'");
        given().get("/api/audit?size=1").then().statusCode(503);
    }

    /** As between the nodes of a Galera cluster, where who comes second is refused by a deadlock error. */
    @Test
    void asManyEntriesAsActsAnsweredThoughMostLoseAgainstAnotherFirst() throws Exception {
        entriesAreRefused("IF RAND() < 0.25 THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF");
        long before = recorded();
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var people = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) {
                people.execute(() -> answers.add(act()));
            }
        }
        assertThat(answers).hasSize(200).containsOnly(201);
        assertThat(done()).isEqualTo(200);
        assertThat(recorded()).isEqualTo(before + 200);
        assertThat(log.verify()).isInstanceOf(Verdict.Whole.class);
    }

    /** Another one each time: what is noted twice in the same words is noted once. */
    private int act() {
        return given().contentType("application/json")
                .body("{\"date\": \"2026-01-05\", \"category\": \"COVERAGE\", \"text\": \"" + text + " "
                        + noted.incrementAndGet() + "\"}")
                .post(address)
                .statusCode();
    }

    private long done() throws SQLException {
        return count("SELECT COUNT(*) FROM difficulty WHERE text LIKE '" + text + " %'");
    }

    private long recorded() throws SQLException {
        return count("SELECT COUNT(*) FROM audit_entry WHERE subject = '" + address + "'");
    }

    private void entriesAreRefused(String how) throws SQLException {
        run("CREATE TRIGGER audit_entry_is_refused BEFORE INSERT ON audit_entry FOR EACH ROW BEGIN " + how + "; END");
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
