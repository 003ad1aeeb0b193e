package fr.appui.web.rotas;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.icegreen.greenmail.util.GreenMailUtil;
import fr.appui.planning.life.AlertWatch;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.web.rotas.PlanningWorld.Place;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coordinator and physicians do with a rota, through the API, on a real database and a real mail server. */
@QuarkusTest
class PlanningStoriesIT {

    @Inject
    PlanningWorld world;

    @Inject
    NoticeRelay relay;

    @Inject
    AlertWatch watch;

    private Place place;

    @BeforeEach
    void newTerritory() {
        place = world.create();
    }

    @Test
    void aCoordinatorPlansAQuarterFromWishesToPublication() throws Exception {
        LocalDate first = place.quarter().first();
        put(
                        "/api/physicians/" + place.id(0) + "/wishes",
                        Map.of(
                                "unavailabilities",
                                List.of(Map.of(
                                        "from",
                                        first.toString(),
                                        "to",
                                        first.plusDays(20).toString()))))
                .statusCode(200)
                .body("unavailabilities[0].from", equalTo(first.toString()));
        csv(
                        place.address() + "/wishes/import",
                        "médecin;souhait;du;valeur\nBouleau;évite;" + first + ";3\nIf;maximum;;13\n")
                .statusCode(200)
                .body("written", equalTo(true))
                .body("lines", equalTo(2));
        put(place.rota() + "/duties/" + first.plusDays(2), Map.of("physician", place.id(3)))
                .statusCode(200)
                .body("state", equalTo("DRAFT"));

        String job = post(
                        place.address() + "/rotas",
                        Map.of("quarter", place.quarter().toString(), "seed", 7, "timeLimitSeconds", 20))
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .extract()
                .path("id");
        post(place.address() + "/rotas", Map.of("quarter", place.quarter().toString()))
                .statusCode(409)
                .body("type", equalTo("/problemes/regle/ONE_GENERATION"));
        String events =
                given().get(place.address() + "/rotas/jobs/" + job + "/events").asString();
        assertThat(events).contains("\"state\":\"DONE\"");
        get(place.address() + "/rotas/jobs/" + job)
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("explanation", not(empty()));

        ValidatableResponse draft = get(place.rota()).statusCode(200);
        draft.body("state", equalTo("CHECKED"))
                .body("violations.findAll { it.hard }", empty())
                .body("duties.find { it.date == '%s' }.physician.id".formatted(first.plusDays(2)), equalTo(place.id(3)))
                .body("duties.find { it.date == '%s' }.fixed".formatted(first.plusDays(2)), equalTo(true));
        List<String> early =
                draft.extract().path("duties.findAll { it.date <= '%s' }.physician.id".formatted(first.plusDays(20)));
        assertThat(early).isNotEmpty().doesNotContain(place.id(0));
        get(place.rota() + "/difference").statusCode(200).body("items", hasSize(days()));
        get(place.rota() + "/fairness").statusCode(200).body("items", hasSize(8));

        post(place.rota() + "/publish", Map.of())
                .statusCode(200)
                .body("version", equalTo(1))
                .body("changes", hasSize(days()));
        ValidatableResponse published = get(place.rota()).body("state", equalTo("PUBLISHED"));
        String holder = published.extract().path("duties.find { it.date == '%s' }.physician.id".formatted(first));
        given().queryParam("at", first + "T20:00:00Z")
                .get(place.address() + "/on-duty")
                .then()
                .statusCode(200)
                .body("ladder[0].physician", equalTo(holder));
        get(place.address() + "/acts")
                .body("items.kind", hasItem("ROTA_PUBLISHED"))
                .body("items.kind", hasItem("DRAFT_GENERATED"))
                .body("items.author", everyItem(not(equalTo(""))));
        relay.relay();
        assertThat(MailServer.inbox(place.mail(0))).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(MailServer.inbox(place.mail(0)).getFirst()))
                .contains("astreintes.ics");
        theFeedOf(1, published);
    }

    @Test
    void aDutyTakenAwayIsCancelledInTheFeedAndARevokedFeedIsClosed() throws Exception {
        publishByWeeks();
        LocalDate monday = place.monday(1);
        int holder = place.holder(monday);
        String feed = post("/api/physicians/" + place.id(holder) + "/calendar-token", Map.of())
                .statusCode(200)
                .extract()
                .path("path");
        int other = (holder + 3) % 8;
        put(place.rota() + "/duties/" + monday, Map.of("physician", place.id(other), "reason", "Congrès"))
                .statusCode(200)
                .body("duties.find { it.date == '%s' }.physician.id".formatted(monday), equalTo(place.id(other)));
        VEvent cancelled = events(feed).stream()
                .filter(event -> event.getRequiredProperty("STATUS").getValue().equals("CANCELLED"))
                .findFirst()
                .orElseThrow();
        assertThat(cancelled.getRequiredProperty("SEQUENCE").getValue()).isEqualTo("1");
        assertThat(cancelled.getRequiredProperty("UID").getValue()).contains(monday.toString());

        post(place.rota() + "/duties/" + monday + "/undo", Map.of("reason", "Congrès annulé"))
                .statusCode(200)
                .body("duties.find { it.date == '%s' }.physician.id".formatted(monday), equalTo(place.id(holder)));
        assertThat(events(feed))
                .allMatch(
                        event -> event.getRequiredProperty("STATUS").getValue().equals("CONFIRMED"));

        given().get(feed.replaceAll("token=.*", "token=faux")).then().statusCode(404);
        String next = post("/api/physicians/" + place.id(holder) + "/calendar-token", Map.of())
                .extract()
                .path("path");
        given().get(feed).then().statusCode(404);
        given().get(next).then().statusCode(200);
        given().delete("/api/physicians/" + place.id(holder) + "/calendar-token")
                .then()
                .statusCode(204);
        given().get(next).then().statusCode(404);
        String team =
                post(place.address() + "/calendar-token", Map.of()).extract().path("path");
        assertThat(events(team)).hasSizeGreaterThanOrEqualTo(days());
    }

    @Test
    void aWithdrawalIsRepairedWithTheLeastChange() throws Exception {
        publishByWeeks();
        LocalDate monday = place.monday(2);
        int away = place.holder(monday);
        ValidatableResponse proposals = post(
                        place.address() + "/replacements",
                        Map.of(
                                "physician",
                                place.id(away),
                                "from",
                                monday.toString(),
                                "to",
                                monday.plusDays(1).toString()))
                .statusCode(200)
                .body("alternatives.size()", greaterThan(1))
                .body("alternatives[0].changes", equalTo(2))
                .body("alternatives[0].explanation", not(empty()));
        List<Map<String, Object>> moves = proposals.extract().path("alternatives[0].moves");
        List<Map<String, String>> chosen =
                moves.stream().map(PlanningStoriesIT::move).toList();
        post(place.address() + "/replacements/applied", Map.of("moves", chosen, "reason", "Arrêt maladie"))
                .statusCode(200)
                .body("duties.find { it.date == '%s' }.physician.id".formatted(monday), not(equalTo(place.id(away))));
        post(place.address() + "/replacements/applied", Map.of("moves", chosen, "reason", "Arrêt maladie"))
                .statusCode(400)
                .body("detail", containsString("a changé de main"));
        relay.relay();
        String told =
                GreenMailUtil.getWholeMessage(MailServer.inbox(place.mail(away)).getLast());
        assertThat(told).contains("astreintes.ics");
        get(place.address() + "/acts")
                .body("items[0].kind", equalTo("DUTY_REPLACED"))
                .body("items[0].reason", equalTo("Arrêt maladie"));
    }

    @Test
    void aSwapIsRefusedByARuleTakenBackOrAccepted() {
        publishByWeeks();
        LocalDate given = place.monday(1);
        LocalDate taken = place.monday(2);
        int proposer = place.holder(given);
        int other = place.holder(taken);
        put(
                        "/api/physicians/" + place.id(other) + "/wishes",
                        Map.of("unavailabilities", List.of(Map.of("from", given.toString()))))
                .statusCode(200);
        Map<String, Object> offer = Map.of(
                "proposer", place.id(proposer),
                "other", place.id(other),
                "given", List.of(given.toString()),
                "taken", List.of(taken.toString()),
                "reason", "Mariage");
        post(place.address() + "/swaps", offer)
                .statusCode(409)
                .body("type", equalTo("/problemes/regle/AVAILABILITY"))
                .body("detail", containsString(place.name(other)));
        relay.relay();
        assertThat(subjects(other)).doesNotContain("Échange d’astreinte proposé");

        put("/api/physicians/" + place.id(other) + "/wishes", Map.of()).statusCode(200);
        String withdrawn = proposed(offer);
        post("/api/physicians/" + place.id(other) + "/swaps/" + withdrawn + "/withdrawal", Map.of())
                .statusCode(404);
        post("/api/physicians/" + place.id(proposer) + "/swaps/" + withdrawn + "/withdrawal", Map.of())
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        String swap = proposed(offer);
        relay.relay();
        assertThat(subjects(other)).contains("Échange d’astreinte proposé");
        get("/api/physicians/" + place.id(other) + "/swaps").body("items[0].id", equalTo(swap));
        for (String act : List.of("acceptance", "refusal")) {
            post("/api/physicians/" + place.id(proposer) + "/swaps/" + swap + "/" + act, Map.of())
                    .statusCode(404)
                    .body("detail", containsString("seul le médecin sollicité répond, seul celui qui propose retire"));
        }
        post("/api/physicians/" + place.id(other) + "/swaps/" + swap + "/withdrawal", Map.of())
                .statusCode(404);
        post("/api/physicians/" + place.id(other) + "/swaps/" + swap + "/acceptance", Map.of())
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        get(place.rota())
                .body("duties.find { it.date == '%s' }.physician.id".formatted(given), equalTo(place.id(other)))
                .body("duties.find { it.date == '%s' }.physician.id".formatted(taken), equalTo(place.id(proposer)))
                .body("held.find { it.date == '%s' }.reason".formatted(given), containsString("Mariage"));
        post("/api/physicians/" + place.id(other) + "/swaps/" + swap + "/refusal", Map.of())
                .statusCode(400)
                .body("detail", containsString("n’attend plus de réponse"));
    }

    @Test
    void aBadFileIsReportedLineByLineAndNothingIsWritten() {
        String bad = "médecin;souhait;du;au\n"
                + "Acacia;indisponible;03/08/2027;04/08/2027\n"
                + "Séquoia;indisponible;03/08/2027;\n"
                + "If;indisponible;32/08/2027;\n";
        csv(place.address() + "/wishes/import", bad)
                .statusCode(422)
                .body("written", equalTo(false))
                .body("problems.line", equalTo(List.of(3, 4)))
                .body("problems.column", equalTo(List.of("medecin", "du")));
        get("/api/physicians/" + place.id(0) + "/wishes").body("unavailabilities", empty());
        csv(place.address() + "/wishes/import?dryRun=true", bad.lines().limit(2).reduce("", (a, b) -> a + b + "\n"))
                .statusCode(200)
                .body("lines", equalTo(1))
                .body("written", equalTo(false));
        get("/api/physicians/" + place.id(0) + "/wishes").body("unavailabilities", empty());
        csv(place.rota() + "/import", "date;médecin\n1999-01-01;Acacia\n")
                .statusCode(422)
                .body("problems[0].line", equalTo(2));
        get(place.rota()).body("state", equalTo("EMPTY"));
    }

    @Test
    void theQuotaYieldsOnlyToADerogationWithAReason() {
        publishByWeeks();
        LocalDate monday = place.monday(4);
        int busy = place.holder(place.quarter().first().plusWeeks(1));
        Map<String, Object> over = Map.of("physician", place.id(busy));
        put(place.rota() + "/duties/" + monday, over).statusCode(400).body("errors[0].field", equalTo("reason"));
        put(place.rota() + "/duties/" + monday, Map.of("physician", place.id(busy), "reason", "Nul autre"))
                .statusCode(409)
                .body("type", equalTo("/problemes/regle/QUOTA"))
                .body("detail", containsString("dérogation"));
        put(
                        place.rota() + "/duties/" + monday,
                        Map.of("physician", place.id(busy), "reason", "Nul autre", "derogation", true))
                .statusCode(200);
        given().queryParam("quarter", place.quarter().toString())
                .get(place.address() + "/derogations")
                .then()
                .body("items[0].allowedDays", equalTo(15))
                .body("items[0].reason", equalTo("Nul autre"));
        get(place.address() + "/reports/" + place.quarter().year()).body(containsString("Nul autre"));
    }

    @Test
    void alertsAreRaisedAheadOfTimeAndMailed() {
        publishByWeeks();
        LocalDate gone = place.monday(1);
        world.leave(place.physicians().get(place.holder(gone)), gone);
        watch.look();
        get(place.address() + "/alerts?size=200")
                .body("items.kind", hasItem("UNCOVERED_IN_30_DAYS"))
                .body(
                        "items.find { it.kind == 'ELIGIBILITY_LOST' }.sentence",
                        containsString(place.name(place.holder(gone))));
        await().atMost(Duration.ofMinutes(2)).until(this::coordinatorMails, greaterThan(0));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheFieldAndTheRemedy() {
        get("/api/territories/NULLE-PART/rotas/2027-Q1").statusCode(404);
        get(place.address() + "/rotas/2027-Q5").statusCode(400).body("detail", containsString("2026-Q3"));
        get(place.address() + "/rotas/2019-Q1").statusCode(404).body("detail", containsString("aucune plage"));
        put(
                        place.rota() + "/duties/" + place.quarter().first(),
                        Map.of("physician", "00000000-0000-4000-8000-000000000000"))
                .statusCode(400)
                .body("errors[0].field", equalTo("physician"));
        put(place.rota() + "/duties/1999-01-01", Map.of("physician", place.id(0)))
                .statusCode(400)
                .body("errors[0].field", equalTo("date"));
        post(place.rota() + "/publish", Map.of()).statusCode(404);
        post(place.address() + "/rotas", Map.of("quarter", "2024-Q3")).statusCode(400);
    }

    @Test
    void aPublishedRotaIsExportedForSpreadsheetsAndSaysWhoCanBeAskedForADate() {
        publishByWeeks();
        LocalDate monday = place.monday(3);
        given().queryParam("date", monday.toString())
                .get(place.address() + "/replacements/candidates")
                .then()
                .statusCode(200)
                .body("askable.physician.id", not(hasItem(place.id(place.holder(monday)))))
                .body("askable[0].days", greaterThan(0));
        byte[] csv = given().get(place.rota() + "/export.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(days() + 1);
        byte[] xlsx = given().get(place.rota() + "/export.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(xlsx).startsWith('P', 'K');
    }

    private String proposed(Map<String, Object> offer) {
        return post(place.address() + "/swaps", offer)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private void publishByWeeks() {
        csv(place.rota() + "/import", place.rotaByWeeks()).statusCode(200).body("violations", empty());
        post(place.rota() + "/publish", Map.of()).statusCode(200).body("version", equalTo(1));
    }

    private void theFeedOf(int physician, ValidatableResponse rota) throws Exception {
        String feed = post("/api/physicians/" + place.id(physician) + "/calendar-token", Map.of())
                .extract()
                .path("path");
        List<String> own =
                rota.extract().path("duties.findAll { it.physician.id == '%s' }.date".formatted(place.id(physician)));
        assertThat(events(feed)).hasSameSizeAs(own);
    }

    private static List<VEvent> events(String feed) throws Exception {
        String file = given().get(feed)
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .extract()
                .asString();
        return new CalendarBuilder().build(new StringReader(file)).getComponents("VEVENT");
    }

    private List<String> subjects(int physician) {
        return MailServer.inbox(place.mail(physician)).stream()
                .map(PlanningStoriesIT::subject)
                .toList();
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private int coordinatorMails() {
        relay.relay();
        String number = place.code().value().substring("PLAN-".length());
        return MailServer.inbox("coordination" + number + "@exemple.fr").size();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> move(Map<String, Object> line) {
        var from = (Map<String, String>) line.get("from");
        var to = (Map<String, String>) line.get("to");
        return Map.of(
                "date",
                (String) line.get("date"),
                "rung",
                (String) line.get("rung"),
                "from",
                from.get("id"),
                "to",
                to.get("id"));
    }

    private int days() {
        return (int) (place.quarter().last().toEpochDay()
                        - place.quarter().first().toEpochDay())
                + 1;
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private ValidatableResponse post(String path, Object body) {
        return having(path).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private ValidatableResponse put(String path, Object body) {
        return having(path).contentType(ContentType.JSON).body(body).put(path).then();
    }

    /** Decided on what the rota, or the sheet of wishes, says now. */
    private RequestSpecification having(String path) {
        int duties = path.indexOf("/duties/");
        String seen = duties < 0 ? path : path.substring(0, duties);
        String read = duties < 0 && !path.endsWith("/wishes")
                ? null
                : given().get(seen).header("ETag");
        return read == null ? given() : given().header("If-Match", read);
    }

    private static ValidatableResponse csv(String path, String file) {
        return given().contentType("text/csv")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path)
                .then();
    }
}
