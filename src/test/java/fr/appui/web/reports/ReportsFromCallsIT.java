package fr.appui.web.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.appui.Whole;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallFacts;
import fr.appui.indicators.CallProjection;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.indicators.report.ReportJson;
import fr.appui.indicators.sample.SampleCall;
import fr.appui.indicators.sample.SamplePlayer;
import fr.appui.indicators.sample.SampleYear;
import fr.appui.nodes.KeptForATime;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.EveryCall;
import fr.appui.trace.Journal;
import fr.appui.trace.Outcomes;
import fr.appui.trace.WireEvent;
import fr.appui.web.signin.Visitors;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of calls played through the journal: what the API then reports, explains, rebuilds and freezes. */
@QuarkusTest
class ReportsFromCallsIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("HDF-REPORT");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final PhysicianId ANNE = new PhysicianId(new UUID(0x0e9, 1));
    private static final PhysicianId BRUNO = new PhysicianId(new UUID(0x0e9, 2));
    private static final int CALLS = 60;
    private static final CallId UNTRACED = new CallId("report-never-traced");
    private static final Instant MID_YEAR = Instant.parse("2025-06-11T20:00:00Z");
    private static List<SampleCall> played = List.of();

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Inject
    SamplePlayer player;

    @Inject
    CountedCalls counted;

    @Inject
    CallProjection projection;

    @Inject
    Journal journal;

    @Inject
    EveryCall everyCall;

    @Inject
    Outcomes outcomes;

    @Inject
    Visitors visitors;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @All
    List<KeptForATime> retention;

    @BeforeEach
    void aYearOfCalls() {
        if (!played.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(this::saveTerritory);
        QuarkusTransaction.requiringNew().run(this::publishFirstQuarter);
        DutyCalendar calendar = calendars.of(TERRITORY).orElseThrow();
        var setting = new SampleYear.Setting(
                TERRITORY,
                "0344556677",
                PARIS,
                calendar.windows(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                (date, rung) -> rung == 1 ? ANNE : BRUNO);
        played = player.play(new SampleYear(setting, 7), CALLS);
        await().atMost(Duration.ofSeconds(60)).until(() -> allEnded(read()));
    }

    @Test
    void theVolumeIsTheCallsPlayedAndEachFigureListsWhatItCounted() {
        JsonPath report = given().get("/api/territories/HDF-REPORT/reports/2025")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(report.getLong("sections[0].blocks[0].rows[0].cells[1].number"))
                .isEqualTo(CALLS);
        List<Integer> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(given().get("/api/territories/HDF-REPORT/indicators/calls-by-month?year=2025&bucket=%02d"
                            .formatted(month))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getInt("total"));
        }
        assertThat(months.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLS);
        given().get("/api/territories/HDF-REPORT/indicators/calls?year=2025&bucket=ALL&size=10")
                .then()
                .body("items", hasSize(10))
                .body("items[0]", startsWith("sample-hdf-report-2025-"))
                .body("total", is(CALLS));
        given().get("/api/territories/HDF-REPORT/indicators/duties-by-physician?year=2025&bucket=" + ANNE)
                .then()
                .body("total", is(90))
                .body("items[0]", equalTo("HDF-REPORT/2025-01-01"));
    }

    @Test
    void aRebuildFromNothingAndAnyReplayLeaveTheSameCalls() {
        List<CountedCall> incremental = read();
        List<WireEvent> replay = new ArrayList<>(played.stream()
                .flatMap(call -> call.events().stream())
                .map(WireEvent::of)
                .toList());
        Collections.shuffle(replay, new Random(3));
        QuarkusTransaction.requiringNew()
                .timeout(300)
                .run(() -> replay.subList(0, 150).forEach(projection::consume));
        assertThat(read()).isEqualTo(incremental);
        played.forEach(call -> counted.remove(call.id()));
        assertThat(read()).isEmpty();
        var untold = new CallId("report-never-received");
        journal.append(List.of(new CallEvent.Ended(untold, MID_YEAR, Ending.ANSWERED, 16)));
        await().until(() -> everyCall.among(List.of(untold, UNTRACED)).equals(Set.of(untold)));
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(untold, UNTRACED)
                        .map(call -> CallFacts.declared(call, TERRITORY, MID_YEAR, ANNE, Duration.ofMinutes(5)))
                        .map(CountedCall::unlogged)
                        .forEach(counted::put));
        assertThat(read()).hasSize(2);
        given().post("/api/indicators/rebuild").then().statusCode(200);
        assertThat(read())
                .as("each call, and nothing that the trace does not tell")
                .isEqualTo(incremental);
    }

    @Test
    void theReportIsServedInEachFormatBySuffixAndByAccept() {
        given().get("/api/territories/HDF-REPORT/reports/2025.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .body(startsWith("%PDF-"));
        given().accept("text/csv")
                .get("/api/territories/HDF-REPORT/reports/2025")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
        byte[] xlsx = given().get("/api/territories/HDF-REPORT/reports/2025.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        given().get("/api/territories/HDF-REPORT/reports/2025.odt").then().statusCode(400);
        given().get("/api/territories/NULLE-PART/reports/2025").then().statusCode(404);
        given().get("/api/territories/HDF-REPORT/pay/2025-03.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf");
    }

    @Test
    void theStatementOfAMonthPaysWhatWasHeld() {
        // March 2025: 21 working days at 32 €, 10 others at 140 €
        JsonPath pay = given().get("/api/territories/HDF-REPORT/pay/2025-03.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(pay.getLong("sections[0].blocks[0].total[4].cents")).isEqualTo(21 * 32_00 + 10 * 140_00);
    }

    @Test
    void aTariffPaysFromItsDateUntilTheNext() {
        // the week of Monday 10 February 2025 at 33 € and 150 €, the other 15 working and 6 non-working days as before
        tariff("2025-02-10", 33_00, 150_00).statusCode(201);
        tariff("2025-02-17", 32_00, 140_00).statusCode(201);
        assertThat(given().get("/api/territories/HDF-REPORT/pay/2025-02.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("sections[0].blocks[0].total[4].cents"))
                .isEqualTo(15 * 32_00 + 5 * 33_00 + 6 * 140_00 + 2 * 150_00);
        given().get("/api/tariffs")
                .then()
                .body(
                        "findAll { it.perimeter == 'CORE' }.validFrom",
                        hasItems("2022-01-01", "2025-02-10", "2025-02-17"));
        tariff("2025-02-17", 34_00, 150_00).statusCode(201);
        given().get("/api/audit?size=20")
                .then()
                .body(
                        "items.find { it.act == 'tariff.kept' }.detail",
                        allOf(containsString("34,00"), containsString("au lieu de 32,00")));
        tariff("2025-02-17", 32_00, 140_00).statusCode(201);
        given().contentType(ContentType.JSON)
                .body("{\"perimeter\": \"NUIT\", \"workingDayCents\": -1}")
                .post("/api/tariffs")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems("perimeter", "validFrom", "workingDayCents", "nonWorkingDayCents", "source"));
    }

    private static ValidatableResponse tariff(String from, long workingDay, long nonWorkingDay) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "perimeter", "CORE",
                        "validFrom", from,
                        "workingDayCents", workingDay,
                        "nonWorkingDayCents", nonWorkingDay,
                        "source", "avenant d’essai"))
                .post("/api/tariffs")
                .then();
    }

    @Test
    void aHospitalPutsItsOwnChartOfAccounts() {
        String known = given().get("/api/accounts").asString();
        accounts(known.replace("Téléphonie et outils", "Télécommunications").replace("\"626\"", "\"6265\""))
                .statusCode(200)
                .body("findAll { it.code == 'TELEPHONY' }.number", hasItems("6265"));
        given().get("/api/audit?size=5")
                .then()
                .body("items.findAll { it.act == 'chart-of-accounts.changed' }.subject", contains("TELEPHONY"))
                .body(
                        "items.find { it.act == 'chart-of-accounts.changed' }.detail",
                        allOf(
                                containsString("Avant : 626 Téléphonie et outils (Charges, place "),
                                containsString("après : 6265 Télécommunications (Charges, place ")));
        assertThat(given().get("/api/territories/HDF-REPORT/reports/2025").asString())
                .contains("Télécommunications", "6265");
        accounts(known).statusCode(200);
        accounts("[{\"code\": \"OTHER\", \"number\": \"628\", \"label\": \"Autres\", \"side\": \"EXPENSE\"}]")
                .statusCode(400)
                .body("errors[0].message", org.hamcrest.Matchers.containsString("SUBSIDY_DUTIES"));
        accounts("[{\"code\": \"autre\", \"side\": \"RIEN\"}, null]")
                .statusCode(400)
                .body("errors.field", hasItems("[0].code", "[0].number", "[0].label", "[0].side", "[1].code"));
        accounts(known.replace("INCOME", "EXPENSE"))
                .statusCode(400)
                .body("errors.field", hasItems("[1].side", "[2].side"));
        accounts("[]").statusCode(400);
        assertThat(given().get("/api/accounts").asString()).isEqualTo(known);
    }

    private static ValidatableResponse accounts(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/accounts")
                .then();
    }

    @Test
    void difficultiesAreLoggedAndASubmittedReportNeverChanges() {
        given().contentType(ContentType.JSON)
                .body("{\"date\": \"2024-05-02\", \"category\": \"COVERAGE\", \"text\": \"Deux plages sans médecin.\"}")
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(201)
                .body("id", notNullValue());
        String digest = given().post("/api/territories/HDF-REPORT/reports/2024/submit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("submission.sha256");
        assertThat(digest).hasSize(64);
        given().contentType(ContentType.JSON)
                .body("{\"date\": \"2024-06-02\", \"category\": \"OTHER\", \"text\": \"Trop tard.\"}")
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(201);
        given().get("/api/territories/HDF-REPORT/reports/2024")
                .then()
                .body("heading.submission.sha256", equalTo(digest))
                .body("sections.find { it.code == 'difficulties' }.blocks[0].rows", hasSize(1));
        given().post("/api/territories/HDF-REPORT/reports/2024/submit").then().statusCode(409);
        given().contentType(ContentType.JSON)
                .body("{\"date\": \"hier\"}")
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("date"));
    }

    /** Of two who saw the same texts one is kept; what was submitted is written no more. */
    @Test
    void whatTheHospitalWritesIsPrintedAndChangedOverWhatWasSeen() {
        String address = "/api/territories/HDF-REPORT/reports/2026/narrative";
        given().get(address).then().statusCode(200).body("version", equalTo("0"));
        String texts = """
                {"commentary": "Une année calme.", "medicalLead": "Dr Anne Exemple",
                 "coordination": "Sylvie Exemple ; secrétaire médicale ; 0,2 ETP",
                 "meetings": "24/11/2026 ; Retex régional ; fiche raccourcie ; formation", "version": "0"}
                """;
        given().contentType(ContentType.JSON)
                .body(texts)
                .put(address)
                .then()
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("meetings", equalTo("24/11/2026 ; Retex régional ; fiche raccourcie ; formation"));
        given().contentType(ContentType.JSON).body(texts).put(address).then().statusCode(409);
        given().contentType(ContentType.JSON)
                .body("{\"meetings\": \"hier ; Retex ; ; \", \"version\": \"1\"}")
                .put(address)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("meetings"))
                .body("errors[0].message", startsWith("ligne 1"));
        given().get("/api/territories/HDF-REPORT/reports/2026")
                .then()
                .body("heading.medicalLead", equalTo("Dr Anne Exemple"))
                .body("sections.find { it.code == 'commentary' }.blocks[0].text", equalTo("Une année calme."))
                .body("sections.find { it.code == 'meetings' }.blocks[0].rows", hasSize(1));
        given().get("/api/territories/HDF-REPORT/reports/2026?audience=PUBLIC")
                .then()
                .body("sections.code", not(hasItems("commentary")))
                .body(not(containsString("Exemple")));
    }

    /** What a sheet asks of the day team waits until one person takes it; a sheet that asks something else asks anew. */
    @Test
    void whatASheetAsksOfTheDayTeamIsTakenOverOnceAndAskedAnewWhenItChanges() {
        String call = answered();
        log(call, "{\"whom\": \"EMSP\"}");
        String list = "/api/territories/HDF-REPORT/hand-overs?size=200&state=";
        String mine = "items.find { it.call == '" + call + "' }.";
        given().get(list + "OPEN")
                .then()
                .statusCode(200)
                .body(mine + "what", equalTo("CALL_BACK"))
                .body(mine + "by", equalTo("MORNING"));
        String take = "/api/territories/HDF-REPORT/hand-overs/" + call + "/taken";
        given().post("/api/territories/HDF-OISE/hand-overs/" + call + "/taken")
                .then()
                .statusCode(404);
        given().post(take).then().statusCode(204);
        given().post(take).then().statusCode(404);
        given().get(list + "OPEN").then().body("items.call", not(hasItems(call)));
        given().get(list + "TAKEN").then().body(mine + "takenAt", notNullValue());
        log(call, "{\"whom\": \"HAD\", \"what\": \"ORGANISE\", \"by\": \"TWO_DAYS\"}");
        given().get(list + "OPEN").then().body(mine + "whom", equalTo("HAD"));
        log(call, "null");
        given().get(list + "OPEN").then().body("items.call", not(hasItems(call)));
        given().get(list + "TAKEN").then().body("items.call", not(hasItems(call)));
    }

    @Test
    void theRegisterHoldsTheSheetInForceAndWhoReadIt() {
        String call = answered();
        log(call, "null");
        String list = "/api/territories/HDF-REPORT/sheets?from=2025-01-01&to=2025-12-31&size=200";
        String mine = "items.find { it.call == '" + call + "' }.";
        given().get(list)
                .then()
                .statusCode(200)
                .body("items.call", hasItems(call))
                .body(mine + "motives", hasItems("PAIN"))
                .body(mine + "readBy", is(nullValue()));
        given().get(list + "&motive=DYSPNOEA").then().body("items.call", not(hasItems(call)));
        given().post("/api/territories/HDF-REPORT/sheets/" + call + "/read")
                .then()
                .statusCode(204);
        given().get(list).then().body(mine + "readAt", notNullValue());
        given().get(list + "&state=UNREAD").then().body("items.call", not(hasItems(call)));
        // another revision is to be read again
        log(call, "{\"whom\": \"DAC\"}");
        given().get(list + "&state=UNREAD").then().body("items.call", hasItems(call));
        given().post("/api/territories/HDF-OISE/sheets/" + call + "/read")
                .then()
                .statusCode(404);
        given().get("/api/territories/HDF-REPORT/sheets?from=2020-01-01&to=2025-12-31")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    private static String answered() {
        return played.stream()
                .filter(call -> call.events().stream().anyMatch(CallEvent.Bridged.class::isInstance))
                .findFirst()
                .orElseThrow()
                .events()
                .getFirst()
                .call()
                .value();
    }

    /** @param handOver as JSON */
    private static void log(String call, String handOver) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"status": "FINAL", "callerProfile": "EHPAD_NIGHT_NURSE", "motives": ["PAIN"],
                         "orientations": ["STAY_WITH_ADVICE"], "placeOfCare": "EHPAD", "durationSeconds": 600,
                         "nature": "CONDUCT", "information": ["DLU"], "handOver": %s}
                        """.formatted(handOver))
                .put("/api/calls/" + call + "/outcome")
                .then()
                .statusCode(200)
                .body("outcome.nature", equalTo("CONDUCT"));
    }

    @Test
    @Whole
    void everyRowOfTheReportListsWhatItCounted() {
        List<Map<String, Object>> tables = given().get("/api/territories/HDF-REPORT/reports/2025")
                .then()
                .extract()
                .jsonPath()
                .getList("sections.blocks.flatten().findAll { it.kind == 'table' }");
        int compared = 0;
        for (Map<String, Object> table : tables) {
            for (Map<String, Object> row : list(table.get("rows"))) {
                List<Map<String, Object>> cells = list(row.get("cells"));
                boolean counted = cells.stream().anyMatch(cell -> Boolean.TRUE.equals(cell.get("ofPeople")));
                String bucket = (String) row.get("bucket");
                assertThat(counted && bucket == null)
                        .as(table.get("title") + " " + cells)
                        .isFalse();
                if (bucket != null) {
                    compared += compare((String) table.get("indicator"), bucket, cells);
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** @return how many figures were compared with the length of their list */
    private static int compare(@Nullable String indicator, String bucket, List<Map<String, Object>> cells) {
        int colon = bucket.indexOf(':');
        String named = colon < 0 ? String.valueOf(indicator) : bucket.substring(0, colon);
        String[] each = bucket.substring(colon + 1).split("\\|", -1);
        int compared = 0;
        for (int i = 0; i < each.length; i++) {
            int total = given().queryParam("bucket", each[i])
                    .queryParam("period", "2025")
                    .get("/api/territories/HDF-REPORT/indicators/" + named)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getInt("total");
            Map<String, Object> cell = cells.get(i + 1);
            if (Boolean.TRUE.equals(cell.get("ofPeople"))) {
                assertThat(total).as(named + " " + each[i]).isEqualTo(cell.get("number"));
                compared++;
            }
        }
        return compared;
    }

    @SuppressWarnings("unchecked") // a JSON array of objects
    private static List<Map<String, Object>> list(@Nullable Object json) {
        return (List<Map<String, Object>>) Objects.requireNonNull(json);
    }

    @Test
    void aMonthAndAQuarterAreListedToo() {
        int quarter = 0;
        for (String month : List.of("2025-01", "2025-02", "2025-03")) {
            quarter += total("territories/HDF-REPORT", month);
        }
        assertThat(quarter).isPositive().isEqualTo(total("territories/HDF-REPORT", "2025-Q1"));
        assertThat(total("regions/HDF", "2025-Q1")).isGreaterThanOrEqualTo(quarter);
        given().get("/api/territories/HDF-REPORT/indicators/calls?bucket=ALL&period=2025-13")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("period"));
    }

    private static int total(String place, String period) {
        return given().get("/api/" + place + "/indicators/calls?bucket=ALL&period=" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("total");
    }

    @Test
    void aYearThatGoesOnIsNotSubmitted() {
        int thisYear = clock.instant().atZone(PARIS).getYear();
        given().post("/api/territories/HDF-REPORT/reports/" + thisYear + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("1er janvier " + (thisYear + 1)));
        given().get("/api/territories/HDF-REPORT/reports")
                .then()
                .statusCode(200)
                .body("find { it.year == " + thisYear + " }.state", equalTo("GOING_ON"));
    }

    @Test
    void theFrozenDocumentHasTheDigestThatTheReportPrints() {
        String digest = given().post("/api/territories/HDF-REPORT/reports/2023/submit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("submission.sha256");
        String document = given().get("/api/territories/HDF-REPORT/reports/2023/submitted.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ReportJson.digest(document)).isEqualTo(digest);
        given().get("/api/territories/HDF-REPORT/reports")
                .then()
                .body("find { it.year == 2023 }.submission.sha256", equalTo(digest));
        given().get("/api/territories/HDF-REPORT/reports/2022/submitted.json")
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheHospitalSpentIsInTheFinancialStatement() {
        given().contentType(ContentType.JSON)
                .body(
                        "{\"date\": \"2025-06-30\", \"account\": \"TELEPHONY\", \"label\": \"Téléphonie\", \"amount\": \"1 250,50\"}")
                .post("/api/territories/HDF-REPORT/expenses")
                .then()
                .statusCode(201);
        given().get("/api/territories/HDF-REPORT/expenses?year=2025")
                .then()
                .body("items[0].amount", equalTo("1250.50"));
        assertThat(given().accept("text/csv")
                        .get("/api/territories/HDF-REPORT/reports/2025")
                        .asString())
                .contains("1250,50");
        given().contentType(ContentType.JSON)
                .body("{\"date\": \"hier\", \"account\": \"CAISSE\", \"amount\": \"trois\"}")
                .post("/api/territories/HDF-REPORT/expenses")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("date", "account", "label", "amount"));
    }

    @Test
    void whatWasNotifiedAndReceivedIsEnteredWithItsDateAndNothingIsSupposed() {
        for (String entry : List.of(
                "{\"date\": \"2021-02-12\", \"account\": \"NOTIFIED\", \"label\": \"arrêté FIR\", \"amount\": \"34100\"}",
                "{\"date\": \"2021-04-09\", \"account\": \"SUBSIDY_DUTIES\", \"label\": \"acompte\", \"amount\": \"12050\"}")) {
            given().contentType(ContentType.JSON)
                    .body(entry)
                    .post("/api/territories/HDF-REPORT/expenses")
                    .then()
                    .statusCode(201);
        }
        assertThat(given().accept("text/csv")
                        .get("/api/territories/HDF-REPORT/reports/2021")
                        .asString())
                .contains("Total notifié;Montant;34100,00", "Reçu;Date;2021-04-09", "Total reçu;Montant;12050,00");
    }

    /** It would be told in nobody's report. */
    @Test
    void whatIsOfNoTerritoryIsNotNoted() {
        String difficulty = "\"date\": \"2025-05-02\", \"category\": \"OTHER\", \"text\": \"Une panne.\"}";
        for (String nowhere : List.of("HDF", "HDF-NOWHERE")) {
            given().contentType(ContentType.JSON)
                    .body("{" + difficulty)
                    .post("/api/territories/" + nowhere + "/difficulties")
                    .then()
                    .statusCode(404);
            given().contentType(ContentType.JSON)
                    .body("{\"date\": \"2025-05-02\", \"account\": \"x\", \"label\": \"Ligne\", \"amount\": \"12\"}")
                    .post("/api/territories/" + nowhere + "/expenses")
                    .then()
                    .statusCode(404);
        }
        int id = given().contentType(ContentType.JSON)
                .body("{" + difficulty)
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("id");
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"territory\": \"HDF-NOWHERE\", " + difficulty)
                .put("/api/territories/HDF-REPORT/difficulties/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("territory"));
        given().header("If-Match", "\"0\"")
                .delete("/api/territories/HDF-REPORT/difficulties/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void aDifficultyHoldsNoIdentityAndIsAnsweredLater() {
        given().contentType(ContentType.JSON)
                .body("{\"date\": \"2025-05-02\", \"category\": \"OTHER\", \"text\": \"Appel de Mme Dupont.\"}")
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
        int id = given().contentType(ContentType.JSON)
                .body(
                        "{\"date\": \"2025-05-02\", \"category\": \"TELEPHONY\", \"text\": \"Coupure de vingt minutes.\"}")
                .post("/api/territories/HDF-REPORT/difficulties")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("id");
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"answer\": \"Second opérateur mis en place.\"}")
                .put("/api/territories/HDF-REPORT/difficulties/" + id + "/answer")
                .then()
                .statusCode(204);
        given().get("/api/territories/HDF-REPORT/difficulties?year=2025")
                .then()
                .body("items.find { it.id == " + id + " }.answer", startsWith("Second"));
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"answer\": \"x\"}")
                .put("/api/territories/HDF-OISE/difficulties/" + id + "/answer")
                .then()
                .statusCode(404);
    }

    @Test
    void callersAreAskedByALinkThatServesOnceAndTellsNeitherWhoNorWhichCall() throws SQLException {
        String survey = "/api/territories/HDF-REPORT/survey";
        String call = logged(true);
        String link = "/api/calls/" + call + "/outcome/survey-link";
        PhysicianId took = tookBy(call);
        String session = sessionOf(call);
        given().get(survey).then().body("open", is(false)).header("ETag", "\"0\"");
        given().post(link).then().statusCode(403);
        link(session, link).statusCode(409);
        link(visitors.session(visitors.physician(took.equals(ANNE) ? BRUNO : ANNE)), link)
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"open\": true}")
                .put(survey)
                .then()
                .statusCode(200)
                .body("open", is(true));
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"open\": false}")
                .put(survey)
                .then()
                .statusCode(412);
        String address = link(session, link).statusCode(200).extract().path("address");
        link(session, link).statusCode(200);
        given().get("/api/audit?size=200")
                .then()
                .body("items.findAll { it.act == 'survey.link-made' }.subject", everyItem(equalTo("HDF-REPORT")))
                .body("items.findAll { it.act == 'survey.link-made' }", hasSize(2));
        String draft = logged(false);
        link(sessionOf(draft), "/api/calls/" + draft + "/outcome/survey-link")
                .statusCode(409)
                .body(containsString("validée"));
        String token = address.substring(address.indexOf("jeton=") + 6);
        given().get("/enquete?jeton=" + token + "x").then().statusCode(410);
        given().get("/enquete?jeton=" + token).then().statusCode(200).body(containsString("Deux questions"));
        reply(token, "YES", "").statusCode(400).body(containsString("Répondez aux deux questions"));
        reply(token, "YES", "PARTLY").statusCode(200);
        assertThat(daysOfLinks("useful IS NOT NULL"))
                .containsExactly(LocalDate.ofInstant(clock.instant(), PARIS).withDayOfMonth(1));
        retention.stream()
                .filter(kept -> kept.terms().name().equals("survey-days"))
                .forEach(kept -> kept.eraseOld(clock.instant().plus(Duration.ofDays(40))));
        assertThat(daysOfLinks("TRUE")).allMatch(day -> day.getDayOfMonth() == 1);
        reply(token, "NO", "NO").statusCode(410);
        given().get("/enquete?jeton=" + token).then().statusCode(410);
        given().get(survey)
                .then()
                .body("asked", is(2))
                .body("answered", is(1))
                .body("useful.YES", is(1))
                .body("inTime.PARTLY", is(1));
        given().get("/supports/HDF-REPORT/enquete")
                .then()
                .statusCode(200)
                .body(containsString("1 réponse pour 2 liens"));
    }

    @Test
    void whoMayTakeOverIsReadFromAFileThatReplacesTheListWholeOrNotAtAll() {
        String list = "/api/territories/HDF-REPORT/take-overs";
        String today = LocalDate.ofInstant(clock.instant(), PARIS).toString();
        takeOvers("nature;nom;telephone;du;au\nHAD;Une;03 44 00 00 07;" + today + ";" + today
                        + "\nUSP;Deux;03 44 00 00 08;" + today + ";" + today + "\n")
                .statusCode(200)
                .body("services", is(2));
        takeOvers("nature;nom;telephone;du;au\nSAMU;Trois;03 44 00 00 09;" + today + ";" + today + "\n")
                .statusCode(422);
        given().get(list).then().body("items.name", hasItems("Une", "Deux"));
        takeOvers("nature;nom;telephone;du;au\nEMSP;Quatre;03 44 00 00 09;" + today + ";" + today + "\n")
                .statusCode(200);
        given().get(list).then().body("items", hasSize(1)).body("items[0].phone", equalTo("+33344000009"));
        given().get("/annuaire/HDF-REPORT/relais-de-nuit")
                .then()
                .statusCode(200)
                .body(containsString("Quatre"));
    }

    private static ValidatableResponse takeOvers(String file) {
        return given().contentType("text/csv")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/territories/HDF-REPORT/take-overs/import")
                .then();
    }

    /** First and last day of each. */
    private Set<LocalDate> daysOfLinks(String which) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT asked_on, last_day FROM survey_link WHERE " + which)) {
            Set<LocalDate> days = new HashSet<>();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
                days.add(rows.getObject(2, LocalDate.class));
            }
            return days;
        }
    }

    private static String logged(boolean validated) {
        return played.stream()
                .map(call -> call.id().value())
                .filter(id -> {
                    var sheet = given().get("/api/calls/" + id + "/outcome");
                    return sheet.statusCode() == 200 && validated == "FINAL".equals(sheet.path("outcome.status"));
                })
                .findFirst()
                .orElseThrow();
    }

    private PhysicianId tookBy(String call) {
        return outcomes.call(new CallId(call)).orElseThrow().physician();
    }

    private String sessionOf(String call) {
        return visitors.session(visitors.physician(tookBy(call)));
    }

    private static ValidatableResponse link(String session, String link) {
        return given().noFilters()
                .cookie("appui", session)
                .contentType(ContentType.JSON)
                .post(link)
                .then();
    }

    private static ValidatableResponse reply(String token, String useful, String inTime) {
        String csrf = given().get("/enquete").cookie("csrf-token");
        return given().cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("jeton", token)
                .formParam("utile", useful)
                .formParam("delai", inTime)
                .post("/enquete")
                .then();
    }

    @Test
    void aTerritoryWithoutALineHasNoPosterYet() {
        given().get("/api/territories/HDF-REPORT/kit/poster.pdf").then().statusCode(409);
    }

    private List<CountedCall> read() {
        List<CountedCall> calls = new ArrayList<>();
        counted.read(
                List.of(TERRITORY),
                Instant.parse("2024-12-31T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"),
                calls::add);
        return calls;
    }

    private static boolean allEnded(List<CountedCall> calls) {
        return calls.size() == CALLS
                && calls.stream().allMatch(call -> call.facts().ending().isPresent())
                && calls.stream().filter(call -> call.logged().isPresent()).count()
                        == played.stream()
                                .filter(call -> call.logged().isPresent())
                                .count()
                && played.stream().filter(ReportsFromCallsIT::wasAnswered).count()
                        == calls.stream()
                                .filter(call -> call.facts().answer().isPresent())
                                .count();
    }

    private static boolean wasAnswered(SampleCall call) {
        return call.events().stream().anyMatch(CallEvent.Bridged.class::isInstance);
    }

    private void saveTerritory() {
        directory.save(new Territory(
                TERRITORY,
                "Territoire du bilan",
                List.of(),
                PARIS,
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                Optional.empty()));
        directory.save(physician(ANNE, "Anne", "10001234607"));
        directory.save(physician(BRUNO, "Bruno", "10001234615"));
        calendars.save(
                TERRITORY,
                Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), SINCE, SINCE)
                        .agreed(SINCE, "ARS 2024-01"));
    }

    private static Physician physician(PhysicianId id, String given, String rpps) {
        return new Physician(
                id,
                new PersonName(given, "Vasseur"),
                new Rpps(rpps),
                new MailAddress(given.toLowerCase(Locale.ROOT) + "@exemple.fr"),
                new Career(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Career.Practice(TERRITORY, DateSpan.since(SINCE))),
                        List.of(new Career.WorkingTime(new BigDecimal("0.8"), SINCE))),
                List.of(ContactNumber.always(PhoneNumber.parse("06 12 34 00 01"))));
    }

    private void publishFirstQuarter() {
        List<Duty> duties = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2025, 4, 1))
                .map(date -> new Duty(date, 1, ANNE))
                .toList();
        rotas.publish(new PublishedRota(
                TERRITORY,
                Quarter.of(LocalDate.of(2025, 1, 1)),
                1,
                new PublishedRota.Publisher("coordination", Instant.parse("2024-12-01T08:00:00Z")),
                duties));
    }
}
