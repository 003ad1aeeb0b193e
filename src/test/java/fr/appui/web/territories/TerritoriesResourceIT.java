package fr.appui.web.territories;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.appui.rota.reference.Demonstration;
import fr.appui.web.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TerritoriesResourceIT {

    private static final String OISE = "/api/territories/HDF-OISE";

    @Inject
    Demonstration demonstration;

    @BeforeEach
    void install() {
        demonstration.install();
    }

    @Test
    void territoriesAreListedByCodeAPageAtATime() {
        get("/api/territories?size=200")
                .statusCode(200)
                .body("items.code", hasItem("HDF-HAINAUT"))
                .body("items.find { it.code == 'HDF-OISE' }.number", equalTo("03 53 01 60 60"));
        get("/api/territories?page=1&size=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("page", equalTo(1))
                .body("size", equalTo(2));
        get("/api/territories?page=9999").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aTerritoryTellsItsZonesItsNumberItsHostAndItsPerimeters() {
        get(OISE)
                .statusCode(200)
                .body("zones", hasItem("Compiègne-Noyon"))
                .body("number", equalTo("03 53 01 60 60"))
                .body("host.name", equalTo("Centre hospitalier fictif de Valmont"))
                .body("perimeters[0].kind", equalTo("EXTENDED"))
                .body("perimeters[0].workingDayStart", equalTo("18:00:00"))
                .body("perimeters[0].agreedOn", equalTo("2025-11-20"));
    }

    @Test
    void theOfferIsAResourceForADirectoryAndNamesNobody() {
        get(OISE + "/healthcare-service")
                .statusCode(200)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("HealthcareService"))
                .body("coverageArea", hasSize(greaterThan(0)))
                .body("telecom[0].value", equalTo("+33353016060"));
        get("/api/territories/HDF-NULLE-PART/healthcare-service").statusCode(404);
    }

    @Test
    void windowsCarryTheOffsetOfTheirSeason() {
        get(OISE + "/windows?from=2026-10-24&to=2026-10-26")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].start", equalTo("2026-10-24T08:30:00+02:00"))
                .body("items[0].end", equalTo("2026-10-25T08:30:00+01:00"))
                .body("items[0].kind", equalTo("NON_WORKING"))
                .body("items[2].start", equalTo("2026-10-26T18:00:00+01:00"))
                .body("items[2].kind", equalTo("WORKING"));
    }

    @Test
    void aYearOfWindowsIsTheMost() {
        get(OISE + "/windows?from=2026-01-01&to=2027-01-01").statusCode(200).body("items", hasSize(366));
        refused(OISE + "/windows?from=2026-01-01&to=2027-01-02", 400, "to", "366 jours");
    }

    @Test
    void onTheNightTheLadderHasTwoRungsWithNamesAndAReasonAndNoPhoneNumber() {
        get(OISE + "/on-duty?at=2026-11-14T22:30:00%2B01:00")
                .statusCode(200)
                .body("open", equalTo(true))
                .body("at", equalTo("2026-11-14T22:30:00+01:00"))
                .body("until", equalTo("2026-11-16T08:30:00+01:00"))
                .body("window.date", equalTo("2026-11-14"))
                .body("ladder.rung", equalTo(List.of(1, 2)))
                .body("ladder.name", equalTo(List.of("Dr Églantine", "Dr Aubépine")))
                .body("reason", equalTo("Planning du 4e trimestre 2026, version 1."))
                .body(not(containsString("0639986")))
                .body(not(containsString("+336")));
    }

    @Test
    void anUnescapedPlusIsUnderstood() {
        get(OISE + "/on-duty?at=2026-11-14T22:30:00+01:00").statusCode(200).body("open", equalTo(true));
    }

    @Test
    void onAWorkingDayAtNoonItIsClosedWithTheNextOpeningAndTheDaytimeContact() {
        get(OISE + "/on-duty?at=2026-11-16T12:00:00Z")
                .statusCode(200)
                .body("open", equalTo(false))
                .body("ladder", hasSize(0))
                .body("until", nullValue())
                .body("window.start", equalTo("2026-11-16T18:00:00+01:00"))
                .body("daytimeContact", equalTo("03 53 01 61 00"))
                .body(
                        "reason",
                        equalTo("Fermé ; ouvre le lundi 16 novembre 2026 à 18\u00a0h."
                                + " D’ici là, appeler le 03 53 01 61 00."));
    }

    @Test
    void aDateFarFromNowIsAnsweredFromStorage() {
        get(OISE + "/on-duty?at=2026-07-14T10:00:00%2B02:00")
                .statusCode(200)
                .body("ladder.name[0]", equalTo("Dr Capucine"));
        get(OISE + "/on-duty?at=2025-12-31T23:00:00Z")
                .statusCode(200)
                .body("open", equalTo(false))
                .body("window.date", equalTo("2026-01-01"));
    }

    @Test
    void withoutAnInstantItIsNow() {
        get(OISE + "/on-duty").statusCode(200).body("territory", equalTo("HDF-OISE"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/territories?size=201, size, de 1 à 200",
        "/api/territories?size=0, size, de 1 à 200",
        "/api/territories?page=-1, page, de 0",
        "/api/territories?page=deux, page, « deux »",
        "/api/territories/HDF-OISE/windows?to=2026-01-01, from, à renseigner",
        "/api/territories/HDF-OISE/windows?from=2026-01-01, to, à renseigner",
        "/api/territories/HDF-OISE/windows?from=2026-02-30&to=2026-03-01, from, « 2026-02-30 »",
        "/api/territories/HDF-OISE/windows?from=2026-02-02&to=2026-02-01, to, précède",
        "/api/territories/HDF-OISE/windows?from=0001-01-01&to=0001-01-02, from, entre 1951",
        "/api/territories/HDF-OISE/on-duty?at=ce-soir, at, « ce-soir »",
        "/api/territories/HDF-OISE/on-duty?at=2026-11-14T22:30:00, at, écrire un instant avec son décalage",
        "/api/territories/HDF-OISE/on-duty?at=9999-01-01T00:00:00Z, at, entre 1951",
        "/api/holidays/corse/2026, zone, ALSACE_MOSELLE",
        "/api/holidays/metropole/1950, year, de 1951",
        "/api/holidays/metropole/demain, year, « demain »"
    })
    void aBadParameterIsAProblemThatNamesIt(String path, String field, String said) {
        refused(path, 400, field, said);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/territories/NULLE-PART",
        "/api/territories/NULLE-PART/windows?from=2026-01-01&to=2026-01-02",
        "/api/territories/NULLE-PART/on-duty"
    })
    void anUnknownTerritoryIsNotFound(String path) {
        get(path).statusCode(404).contentType(Problem.MEDIA_TYPE).body("detail", containsString("NULLE-PART"));
    }

    @Test
    void aCodeOfAnotherShapeIsRefusedWithTheShape() {
        get("/api/territories/oise")
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("attendu des majuscules"));
    }

    @Test
    void holidaysAreTheZonesOwn() {
        get("/api/holidays/metropole/2026")
                .statusCode(200)
                .body("items", hasSize(11))
                .body("items[0].date", equalTo("2026-01-01"))
                .body("label", equalTo("France métropolitaine"));
        get("/api/holidays/alsace-moselle/2026").statusCode(200).body("items.date", hasItem("2026-12-26"));
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).when().get(path).then();
    }

    private static void refused(String path, int status, String field, String said) {
        get(path)
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(said));
    }
}
