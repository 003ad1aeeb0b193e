package fr.appui.web.directory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which « appels d'essai » are refused, and how, at either door; that one rings is for the phone stories (SitesAreCheckedIT). */
@QuarkusTest
class TrialCallsIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("TEST-TRIALS");
    private static final PhoneNumber LINE = PhoneNumber.parse("03 53 01 77 66");

    @Inject
    Directory directory;

    @Inject
    CurrentRota rota;

    @Inject
    Visitors visitors;

    @BeforeEach
    void aLine() {
        directory.save(territory(TERRITORY, Optional.of(new SupportLine(LINE, TERRITORY, LineSettings.defaults()))));
        rota.refresh();
    }

    @Test
    void aNumberThatNobodyCouldHoldIsRefusedWithTheRemedy() {
        for (String written : List.of("abc", "", "15", "0899 00 00 00", "+1 900 555 1234", LINE.e164())) {
            ask(written).statusCode(400).body("errors[0].field", equalTo("number"));
        }
        ask(LINE.e164()).body("errors[0].message", containsString("la ligne d’un appui"));
        given().contentType(ContentType.JSON).post(address()).then().statusCode(400);
    }

    @Test
    void aTerritoryWithoutALineCannotBeTried() {
        directory.save(territory(new TerritoryCode("TEST-NOLINE"), Optional.empty()));
        given().contentType(ContentType.JSON)
                .body("{\"number\":\"06 39 98 00 77\"}")
                .post("/api/territories/TEST-NOLINE/trial-calls")
                .then()
                .statusCode(409)
                .body("detail", containsString("pas encore de ligne"));
        given().contentType(ContentType.JSON)
                .body("{\"number\":\"06 39 98 00 77\"}")
                .post("/api/territories/TEST-NOBODY/trial-calls")
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheSwitchDoesNotTakeIsToldKeptAndInTheAuditLog() {
        ask("06 39 98 00 77").statusCode(503).body("detail", containsString("aucun commutateur"));
        given().get(address())
                .then()
                .statusCode(200)
                .body("[0].state", equalTo("FAILED"))
                .body("[0].scheduled", equalTo(false))
                .body("[0].trouble", containsString("aucun commutateur"));
        given().get("/api/audit?size=200").then().body("items.act", hasItem("trial-call.begun"));
        given().get("/annuaire/" + TERRITORY + "/appel-essai")
                .then()
                .statusCode(200)
                .body(containsString("échoué"), containsString("aucun commutateur"));
        given().get("/q/health/well").then().body("checks.name", hasItem("appel d’essai"));
    }

    @Test
    void anotherTerritorysCoordinationIsKeptOut() {
        given().auth()
                .oauth2(visitors.token(Role.COORDINATOR, new TerritoryCode("HDF-HAINAUT")))
                .contentType(ContentType.JSON)
                .body("{\"number\":\"06 39 98 00 77\"}")
                .post(address())
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse ask(String number) {
        return given().contentType(ContentType.JSON)
                .body("{\"number\":\"" + number + "\"}")
                .post(address())
                .then();
    }

    private static Territory territory(TerritoryCode code, Optional<SupportLine> line) {
        return new Territory(
                code,
                "Essais " + code,
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(line, Optional.empty()),
                Optional.empty());
    }

    private static String address() {
        return "/api/territories/" + TERRITORY + "/trial-calls";
    }
}
