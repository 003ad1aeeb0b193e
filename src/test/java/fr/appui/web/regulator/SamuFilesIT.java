package fr.appui.web.regulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.HostRule;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.nodes.KeptForATime;
import fr.appui.rota.reference.Demonstration;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.trace.Origin;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.TokenDesk;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SAMU's own file number of a call that it transferred: who reads it, how long, and all the places where it never is. */
@QuarkusTest
class SamuFilesIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final String FILE = "DRM60/2026.04711";
    private static final String TRANSFERS = "/api/regulator/transfers";

    @Inject
    Directory directory;

    @Inject
    Joinings joinings;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    TokenDesk tokens;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @All
    List<KeptForATime> retention;

    private String own;
    private String other;

    @Inject
    Demonstration demonstration;

    @BeforeEach
    void twoSamus() {
        demonstration.install();
        allow(true);
        own = token("samu-60-" + UUID.randomUUID(), OISE);
        other = token("samu-80-" + UUID.randomUUID(), OISE);
        AdministratorByDefault.nobody();
    }

    @AfterEach
    void closed() {
        allow(false);
    }

    @Test
    void aSamuNotesItsFileNumberAndReadsItBackWithTheOutcomeAndNobodyElseDoes() {
        CallId call = transferred(clock.instant().minusSeconds(40));
        note(own, FILE, null)
                .statusCode(200)
                .body("call", equalTo(call.value()))
                .body("file", equalTo(FILE));

        validate(call);
        String mine = "find { it.call == '" + call.value() + "' }.";
        as(own).get(TRANSFERS + "?territory=HDF-OISE")
                .then()
                .statusCode(200)
                .body(mine + "file", equalTo(FILE))
                .body(mine + "ending", equalTo("ANSWERED"))
                .body(mine + "outcome.motives[0].code", equalTo("PAIN"))
                .body(mine + "outcome.orientations[0].code", equalTo("STAY_WITH_ADVICE"))
                .body(mine + "outcome.note", nullValue());
        // another SAMU of the same territory neither sees it, nor takes it, nor erases it
        as(other).get(TRANSFERS + "?territory=HDF-OISE").then().statusCode(200).body("", hasSize(0));
        note(other, "80-2026-1", null).statusCode(404);
        as(other).delete(TRANSFERS + "/" + call.value()).then().statusCode(404);
        // an administrator may do all that a regulator does, and has a list of their own, which is empty
        as(token("autre-" + UUID.randomUUID(), Role.ADMINISTRATOR))
                .get(TRANSFERS + "?territory=HDF-OISE")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        // nor do the coordination or the ARS
        for (Role role : List.of(Role.COORDINATOR, Role.ARS_READER)) {
            as(token("autre-" + UUID.randomUUID(), role))
                    .get(TRANSFERS + "?territory=HDF-OISE")
                    .then()
                    .statusCode(403);
        }
        as(own).delete(TRANSFERS + "/" + call.value()).then().statusCode(204);
        as(own).get(TRANSFERS + "?territory=HDF-OISE").then().body("", hasSize(0));
    }

    /** Every text of every table, and whatever a page, an export or a mail shows of the call. */
    @Test
    void itIsInNoEventNoLogNoMailNoExportAndNoTableButItsOwn() throws SQLException {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(2));
        CallId call = transferred(at);
        note(own, FILE, at.toString()).statusCode(200);
        validate(call);
        assertThat(tablesThatHold(FILE)).containsExactly("samu_file.number");
        String day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String coordinator = token("coordination-" + UUID.randomUUID(), Role.COORDINATOR);
        for (String path : List.of(
                "/api/calls/" + call.value(),
                "/api/calls?territory=HDF-OISE",
                "/api/territories/HDF-OISE/sheets?from=" + day + "&to=" + day,
                "/api/territories/HDF-OISE/sheets/register.csv?from=" + day + "&to=" + day,
                "/appels/" + call.value())) {
            assertThat(as(coordinator).get(path).asString()).as(path).doesNotContain(FILE);
        }
    }

    @Test
    void itIsKeptAsLongAsTheCallersNumberAndNoLongerThanTheTerritoryAllows() throws SQLException {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));
        CallId call = transferred(at);
        note(own, FILE, at.toString()).statusCode(200);
        KeptForATime files = kept("samu-files");
        assertThat(files.terms().kept())
                .isEqualTo(kept("caller-numbers").terms().kept());
        Duration term = Duration.parse(files.terms().kept());
        files.eraseOld(at.plus(term).minusSeconds(60));
        assertThat(count(call)).isEqualTo(1);
        // as after a backup of long ago was put back
        files.eraseOld(at.plus(term).plusSeconds(60));
        assertThat(count(call)).isZero();

        note(own, FILE, at.toString()).statusCode(200);
        allow(false);
        as(own).get(TRANSFERS + "?territory=HDF-OISE").then().statusCode(200).body("", hasSize(0));
        files.eraseOld(clock.instant());
        assertThat(count(call)).isZero();
    }

    @Test
    void itIsClosedByDefaultAndOnlyForACallThatASamuTransferredLately() {
        allow(false);
        Instant closed = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(4));
        transferred(closed);
        note(own, FILE, closed.toString()).statusCode(409).body("detail", containsString("ne garde pas"));
        allow(true);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        note(own, FILE, now.minus(Duration.ofHours(25)).toString())
                .statusCode(400)
                .body("errors[0].field", equalTo("at"));
        note(own, "12", null).statusCode(400).body("errors[0].field", equalTo("file"));
        note(own, "06.11.22.33.44", null).statusCode(400).body("detail", containsString("téléphone"));
        note(own, FILE, now.minus(Duration.ofHours(20)).toString()).statusCode(404);
        // a public call is nobody's transfer
        Instant then = now.minus(Duration.ofHours(10));
        journal.append(Calls.answeredBySecond("samu-file-" + UUID.randomUUID(), then));
        note(own, FILE, then.toString()).statusCode(404);
        // two within a few minutes: as if there were none, until it is said which
        Instant first = now.minus(Duration.ofHours(5));
        transferred(first);
        CallId second = transferred(first.plusSeconds(60));
        note(own, FILE, first.plusSeconds(30).toString())
                .statusCode(404)
                .body("detail", containsString("à dix secondes près"));
        note(own, FILE, first.plusSeconds(60).toString()).statusCode(200).body("call", equalTo(second.value()));
        // another territory's SAMU has no such territory
        String stranger = token("samu-59-" + UUID.randomUUID(), new TerritoryCode("HDF-HAINAUT"));
        note(stranger, FILE, null).statusCode(404);
    }

    /** Whoever tries learns neither that there was a call, nor that another noted it. */
    @Test
    void anothersCallIsAnsweredAsNone() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(7));
        transferred(at);
        note(own, FILE, at.toString()).statusCode(200);
        String taken = note(other, "80-2026-1", at.toString())
                .statusCode(404)
                .extract()
                .path("detail");
        String none = note(other, "80-2026-1", at.minus(Duration.ofHours(1)).toString())
                .statusCode(404)
                .extract()
                .path("detail");
        assertThat(taken).isEqualTo(none);
    }

    /** The line of one territory answers for two: a SAMU's right is over one of them. */
    @Test
    void aLineThatAnswersForAnotherTerritoryGivesNoRightOverIt() {
        var neighbour = new TerritoryCode("HDF-HAINAUT");
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(9));
        CallId call = transferred(at);
        String stranger = token("samu-59-" + UUID.randomUUID(), neighbour);
        joinings.save(new Joining(neighbour, OISE, yesterday, yesterday, "ARS"));
        try {
            as(stranger)
                    .body("{\"territory\": \"HDF-HAINAUT\", \"file\": \"59-2026-1\", \"at\": \"" + at + "\"}")
                    .post(TRANSFERS)
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("une autre ligne"));
            note(own, FILE, at.toString()).statusCode(200).body("call", equalTo(call.value()));
        } finally {
            joinings.remove(neighbour);
        }
    }

    private KeptForATime kept(String name) {
        return retention.stream()
                .filter(one -> one.terms().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CallId transferred(Instant at) {
        var call = new CallId("samu-file-" + UUID.randomUUID());
        Instant received = at.truncatedTo(ChronoUnit.SECONDS);
        List<CallEvent> events = new ArrayList<>(Calls.answeredBySecond(call.value(), received));
        events.set(
                0,
                new CallEvent.Received(
                        call, received, "33344112233", Optional.of(OISE), Origin.SAMU, Optional.empty()));
        journal.append(events);
        await().until(() -> archive.find(call)
                .filter(traced -> traced.story().events().stream().anyMatch(CallEvent.Ended.class::isInstance))
                .isPresent());
        return call;
    }

    private void validate(CallId call) {
        given().header("Authorization", AdministratorByDefault.bearer())
                .contentType(ContentType.JSON)
                .body("""
                        {"status": "FINAL", "callerProfile": "SAMU", "motives": ["PAIN"],
                         "orientations": ["STAY_WITH_ADVICE"], "placeOfCare": "EHPAD", "durationSeconds": 600}""")
                .put("/api/calls/" + call.value() + "/outcome")
                .then()
                .statusCode(200);
    }

    private void allow(boolean allowed) {
        QuarkusTransaction.requiringNew().run(() -> {
            Territory oise = directory.territory(OISE).orElseThrow();
            var rules = new LocalRules(
                    Optional.empty(), Optional.empty(), false, allowed, HostRule.USP_AND_EMSP, false, List.of());
            directory.save(oise.withContact(new Territory.Contact(
                    oise.line(), oise.contact().mail(), oise.contact().coordination(), rules)));
        });
    }

    private String token(String name, TerritoryCode territory) {
        return tokens.issue(
                        new TokenDesk.Request(name, Role.REGULATOR, Set.of(territory), false, Duration.ofHours(1)),
                        "tests")
                .secret();
    }

    private String token(String name, Role role) {
        return tokens.issue(new TokenDesk.Request(name, role, Set.of(), false, Duration.ofHours(1)), "tests")
                .secret();
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static ValidatableResponse note(String token, String file, String at) {
        String when = at == null ? "" : ", \"at\": \"" + at + "\"";
        return as(token)
                .body("{\"territory\": \"HDF-OISE\", \"file\": \"" + file + "\"" + when + "}")
                .post(TRANSFERS)
                .then();
    }

    private long count(CallId call) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM samu_file WHERE call_id = '" + call + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> tablesThatHold(String text) throws SQLException {
        var columns = new ArrayList<String[]>();
        var found = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE() AND data_type LIKE '%char' OR table_schema = DATABASE()"
                            + " AND data_type LIKE '%text'")) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (String[] column : columns) {
                try (var select = connection.prepareStatement("SELECT COUNT(*) FROM `" + column[0]
                        + "` WHERE INSTR(CONVERT(`" + column[1] + "` USING utf8mb4), ?) > 0")) {
                    select.setString(1, text);
                    try (var rows = select.executeQuery()) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add(column[0] + "." + column[1]);
                        }
                    }
                }
            }
        }
        return found;
    }
}
