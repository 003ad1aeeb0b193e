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

    private Response get(String path, String last) {
        Response page = given().cookies(last.isEmpty() ? Map.of() : Map.of(COOKIE, last))
                .cookie("appui", session)
                .accept("text/html")
                .get(path);
        page.then().statusCode(200);
        return page;
    }
}
