package fr.appui.web.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A difficulty that was noted on the wrong hospital's territory is moved, corrected or taken back; what it was stays. */
@QuarkusTest
class DifficultyPagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    DifficultyLog log;

    private static final String MOVED =
            "{\"territory\": \"%s\", \"date\": \"2026-11-20\", \"category\": \"TELEPHONY\", \"text\": \"Nuit sans recours\"}";

    private Place wrong;
    private Place right;
    private String session;
    private long number;

    @BeforeEach
    void notedOnTheWrongTerritory() {
        AdministratorByDefault.nobody();
        wrong = world.create();
        right = world.create();
        session = visitors.session(visitors.account(
                List.of(Grant.over(Role.COORDINATOR, wrong.code()), Grant.over(Role.COORDINATOR, right.code()))));
        number = log.add(new Difficulty(
                        0, wrong.code(), DAY, Difficulty.Category.COVERAGE, "Nuit sans recours", Optional.of("Notée")))
                .id();
    }

    @Test
    void itIsMovedWithItsAnswerAndItsHistory() {
        act("correction", moved(0, right)).statusCode(303);
        assertThat(log.of(wrong.code(), 2026)).isEmpty();
        assertThat(log.of(right.code(), 2026)).singleElement().satisfies(told -> {
            assertThat(told.text()).isEqualTo("Nuit sans recours ni astreinte");
            assertThat(told.category()).isEqualTo(Difficulty.Category.TELEPHONY);
            assertThat(told.answer()).contains("Notée");
        });
        page(right)
                .body(containsString("déplacée d’un autre territoire par Camille Durand"))
                .body(containsString(wrong.code() + ", 20 novembre 2026"));
    }

    /** A button touched twice. */
    @Test
    void oneThatIsNotedTwiceAtOnceIsOne() throws Exception {
        var noted =
                new Difficulty(0, right.code(), DAY, Difficulty.Category.COVERAGE, "Ligne muette", Optional.empty());
        try (var touches = Executors.newFixedThreadPool(4)) {
            for (var one : touches.invokeAll(Collections.nCopies(4, () -> log.add(noted)))) {
                one.get();
            }
        }
        assertThat(log.of(right.code(), 2026)).hasSize(1);
        log.add(new Difficulty(0, right.code(), DAY, Difficulty.Category.COVERAGE, "Ligne Muette", Optional.empty()));
        assertThat(log.of(right.code(), 2026)).hasSize(2);
    }

    @Test
    void whoSawAnOlderStateChangesNothing() {
        act("correction", moved(0, wrong)).statusCode(303);
        act("correction", moved(0, right))
                .statusCode(412)
                .body(containsString("entre-temps"))
                .body(containsString("Nuit sans recours ni astreinte</textarea>"));
        act("retrait", Map.of("vu", "0")).statusCode(412);
        assertThat(log.of(wrong.code(), 2026)).hasSize(1);
    }

    @Test
    void ofTwoAnswersTheSecondIsNotKeptAndItsWordsStay() {
        act("reponse", Map.of("vu", "0", "annee", "2026", "reponse", "Appelée le lendemain"))
                .statusCode(303);
        act("reponse", Map.of("vu", "0", "annee", "2026", "reponse", "Écrite sans lire la première"))
                .statusCode(412)
                .body(containsString("Appelée le lendemain"))
                .body(containsString("Écrite sans lire la première</textarea>"))
                .body(containsString("href=\"#reponse-" + number + "\""));
        assertThat(log.of(wrong.code(), 2026))
                .singleElement()
                .extracting(Difficulty::answer)
                .isEqualTo(Optional.of("Appelée le lendemain"));
    }

    @Test
    void aRefusedAnswerComesBackToItsYear() {
        act("reponse", Map.of("vu", "0", "annee", "2026", "reponse", "Vu avec Mme Dupont."))
                .statusCode(400)
                .body(containsString(", 2026</p>"))
                .body(containsString("Vu avec Mme Dupont.</textarea>"));
    }

    @Test
    void aRefusedCorrectionStaysInItsOwnForm() {
        String page = act(
                        "correction",
                        Map.of(
                                "vu", "0",
                                "vers", right.code().value(),
                                "date", "2026-11-21",
                                "category", "TELEPHONY",
                                "text", "Vu avec Mme Dupont.",
                                "annee", "2026"))
                .statusCode(400)
                .body(containsString("href=\"#texte-" + number + "\""))
                .body(containsString("maxlength=\"2000\" required>Vu avec Mme Dupont.</textarea>"))
                .body(containsString("value=\"" + right.code() + "\" selected"))
                .extract()
                .asString();
        assertThat(page.substring(page.indexOf("id=\"noter\"")))
                .as("what was corrected is not noted a second time")
                .doesNotContain("Dupont");
        assertThat(page.substring(page.indexOf("id=\"date-" + number))).contains("value=\"2026-11-21\"");
    }

    @Test
    void aProgramAnswersWhatItHasRead() {
        String address = "/api/territories/" + wrong.code() + "/difficulties/" + number + "/answer";
        api("{\"answer\": \"Une\"}").put(address).then().statusCode(428);
        api("{\"answer\": \"Une\"}")
                .header("If-Match", "\"0\"")
                .put(address)
                .then()
                .statusCode(204);
        api("{\"answer\": \"Autre\"}")
                .header("If-Match", "\"0\"")
                .put(address)
                .then()
                .statusCode(412);
    }

    @Test
    void whatIsWithdrawnIsToldNoMoreAndCanComeBack() {
        act("retrait", Map.of("vu", "0", "annee", "2026")).statusCode(303);
        assertThat(log.of(wrong.code(), 2026)).isEmpty();
        page(wrong).body(allOf(containsString("Retirées du journal (1)"), containsString("Nuit sans recours")));
        act("retrait", Map.of("vu", "1", "retire", "false")).statusCode(303);
        assertThat(log.of(wrong.code(), 2026)).hasSize(1);
        page(wrong).body(not(containsString("Retirées du journal")));
    }

    @Test
    void itGoesToNoTerritoryThatOneDoesNotCoordinate() {
        act("correction", moved(0, world.create())).statusCode(403);
        assertThat(log.of(wrong.code(), 2026)).hasSize(1);
    }

    @Test
    void aProgramCorrectsMovesAndWithdrawsByTheSameRules() {
        String address = "/api/territories/" + wrong.code() + "/difficulties/" + number;
        api(MOVED.formatted(wrong.code())).put(address).then().statusCode(428);
        api(MOVED.formatted(wrong.code()))
                .header("If-Match", "\"0\"")
                .put(address)
                .then()
                .statusCode(204);
        api(MOVED.formatted(right.code()))
                .header("If-Match", "\"0\"")
                .put(address)
                .then()
                .statusCode(412);
        api(MOVED.formatted(world.create().code()))
                .header("If-Match", "\"1\"")
                .put(address)
                .then()
                .statusCode(403);
        api(MOVED.formatted(right.code()))
                .header("If-Match", "\"1\"")
                .put(address)
                .then()
                .statusCode(204);
        String there = "/api/territories/" + right.code() + "/difficulties";
        api("").get(there + "?year=2026")
                .then()
                .body("items[0].revision", equalTo(2))
                .body("items[0].territory", equalTo(right.code().value()));
        api("").header("If-Match", "\"2\"").delete(there + "/" + number).then().statusCode(204);
        api("").get(there + "?year=2026").then().body("items", empty());
    }

    private RequestSpecification api(String body) {
        return given().auth()
                .oauth2(visitors.token(Role.COORDINATOR, wrong.code(), right.code()))
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static Map<String, String> moved(int seen, Place to) {
        return Map.of(
                "vu", Integer.toString(seen),
                "vers", to.code().value(),
                "date", DAY.toString(),
                "category", "TELEPHONY",
                "text", "Nuit sans recours ni astreinte");
    }

    private ValidatableResponse act(String act, Map<String, String> fields) {
        return Browse.post(session, "/difficultes", "/difficultes/" + wrong.code() + "/" + number + "/" + act, fields);
    }

    private ValidatableResponse page(Place place) {
        return Browse.as(session)
                .get("/difficultes?annee=2026&territoire=" + place.code())
                .then()
                .statusCode(200);
    }
}
