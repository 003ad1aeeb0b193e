package fr.appui.web.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that names no territory opens on the one that its visitor last worked in: nothing is noted on another's. */
@QuarkusTest
class WorkedInIT {

    private static final String COOKIE = "appui-territoire";

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    private Place first;
    private Place second;
    private String session;

    @BeforeEach
    void aCoordinatorOfTwoTerritories() {
        AdministratorByDefault.nobody();
        first = world.create();
        second = world.create();
        session = visitors.session(visitors.account(
                List.of(Grant.over(Role.COORDINATOR, first.code()), Grant.over(Role.COORDINATOR, second.code()))));
    }

    @Test
    void difficultiesAndCallsOpenOnTheTerritoryOneLastWorkedIn() {
        for (Place place : List.of(second, first)) {
            String last = get("/planning/" + place.code(), "").getCookie(COOKIE);
            String chosen = "value=\"" + place.code() + "\" selected";
            get("/difficultes", last).then().body(containsString(chosen));
            get("/appels", last).then().body(containsString(chosen));
        }
    }

    /** Of what cannot be read nothing is found, and the rest of what was asked stays. */
    @Test
    void aFilterWhoseDateCannotBeReadIsShownAgainWithWhy() {
        String chosen = "value=\"" + second.code() + "\" selected";
        for (String rest : List.of("/appels?fiche=AWAITED&", "/registre?etat=UNREAD&")) {
            String asked = rest + "territoire=" + second.code();
            asked(asked + "&du=hier")
                    .statusCode(400)
                    .body(containsString("<a href=\"#du\">"))
                    .body(containsString("n’est pas une date"))
                    .body(containsString(chosen))
                    .body(containsString("value=\"" + rest.replaceAll(".*=|&", "") + "\" selected"));
            asked(asked + "&du=%C2%A004/12/2026%E2%80%AF&au=05/12/2026%C2%A0")
                    .statusCode(200)
                    .body(containsString(chosen));
        }
        asked("/registre?etat=UNREAD&du=2026-12-04&au=2026-12-03&territoire=" + second.code())
                .statusCode(400)
                .body(containsString("Période"))
                .body(containsString("commence avant de finir"))
                .body(containsString("name=\"du\" type=\"date\" value=\"2026-12-04\""))
                .body(containsString(chosen));
    }

    @Test
    void whatAnAddressNamesCountsMoreAndIsRemembered() {
        Response asked =
                get("/difficultes?territoire=" + second.code(), first.code().value());
        asked.then()
                .body(containsString("value=\"" + second.code() + "\" selected"))
                .cookie(COOKIE, second.code().value());
    }

    @Test
    void theQuarterOneWorksOnStaysThatOfTheTabs() {
        String planning = "/planning/" + first.code();
        String quarter = given().cookie("appui", session)
                .accept("text/html")
                .get(planning + "/2027-Q2/partage")
                .getCookie("appui-trimestre");
        assertThat(quarter).isEqualTo("2027-Q2");
        given().cookie("appui", session)
                .cookie("appui-trimestre", quarter)
                .accept("text/html")
                .get(planning + "/ce-soir")
                .then()
                .statusCode(200)
                .body(containsString("href=\"" + planning + "/2027-Q2\""))
                .body(containsString("Cette nuit"))
                .body(not(containsString("/2027-Q2/partage")));
        given().cookie("appui", session)
                .cookie("appui-trimestre", "<script>")
                .accept("text/html")
                .get(planning + "/ce-soir")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")));
    }

    @Test
    void aCookieOpensNothing() {
        get("/difficultes", "HDF-OISE").then().body(containsString("value=\"" + first.code() + "\" selected"));
        assertThat(get("/difficultes", "<script>").getCookie(COOKIE)).isNull();
    }

    private ValidatableResponse asked(String path) {
        return given().urlEncodingEnabled(false)
                .cookie("appui", session)
                .accept("text/html")
                .get(path)
                .then();
    }

    private Response get(String path, String last) {
        Response page = given().cookies(last.isEmpty() ? Map.of() : Map.of(COOKIE, last))
                .cookie("appui", session)
                .accept("text/html")
                .get(path);
        page.then().statusCode(200);
        return page;
    }
}
