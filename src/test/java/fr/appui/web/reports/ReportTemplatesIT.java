package fr.appui.web.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A region loads its template of the report, sees what it makes, and asks its hospitals for a text. */
@QuarkusTest
class ReportTemplatesIT {

    private static final TerritoryCode NORTH = new TerritoryCode("TRM-NORD");
    private static final TerritoryCode SOUTH = new TerritoryCode("TRM-SUD");
    private static final String TEMPLATES = "/api/regions/TRM/report-templates";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    Visitors visitors;

    @Inject
    Clock clock;

    @BeforeEach
    void aRegionOfTwo() {
        QuarkusTransaction.requiringNew().run(() -> List.of(NORTH, SOUTH).forEach(this::save));
    }

    private void save(TerritoryCode code) {
        if (directory.territory(code).isPresent()) {
            return;
        }
        directory.save(new Territory(
                code,
                "Trame " + code,
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                Optional.empty()));
        LocalDate since = LocalDate.of(2024, 1, 1);
        calendars.save(
                code,
                Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), since, since)
                        .agreed(since, "ARS 2024-01"));
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }

    private String template(String version) {
        return """
                version: %s
                from: %d
                fields:
                  - code: news
                    label: "Faits marquants"
                sections:
                  - title: "Activité de %s"
                    figures: [key-figures]
                    texts: [news]
                """.formatted(version, year(), version);
    }

    private static Response load(String yaml) {
        return given().contentType("text/plain; charset=UTF-8").body(yaml).post(TEMPLATES);
    }

    @Test
    void aLoadedTemplateShapesEveryFormatAndItsVersionNeverChanges() throws IOException {
        load(template("TRM-1")).then().statusCode(200).body("from", equalTo(year()));
        load(template("TRM-1")).then().statusCode(200);
        load(template("TRM-1").replace("Faits", "Actes"))
                .then()
                .statusCode(409)
                .body("detail", containsString("TRM-1"));
        given().get(TEMPLATES).then().body("version", hasItem("TRM-1"));
        given().get(TEMPLATES + "/TRM-1.yaml").then().statusCode(200).body(equalTo(template("TRM-1")));
        String narrative = "/api/territories/TRM-NORD/reports/" + year() + "/narrative";
        given().contentType(ContentType.JSON)
                .body("{\"texts\": {\"news\": \"Une équipe de plus.\"}, \"version\": \"0\"}")
                .put(narrative)
                .then()
                .statusCode(200)
                .body("texts.news", equalTo("Une équipe de plus."));
        given().contentType(ContentType.JSON)
                .body("{\"texts\": {\"olds\": \"x\"}, \"version\": \"1\"}")
                .put(narrative)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("texts"));
        // who does not say it leaves it
        given().contentType(ContentType.JSON)
                .body("{\"commentary\": \"Calme.\", \"version\": \"1\"}")
                .put(narrative)
                .then()
                .statusCode(200)
                .body("texts.news", equalTo("Une équipe de plus."));
        String report = "/api/territories/TRM-NORD/reports/" + year();
        given().get(report)
                .then()
                .statusCode(200)
                .body("sections[0].title", containsString("Activité de "))
                .body("sections[0].blocks.text", hasItem("Faits marquants : Une équipe de plus."));
        given().get(report + "?audience=PUBLIC")
                .then()
                .body("sections[0].title", containsString("Activité de "))
                .body(not(containsString("Une équipe de plus")));
        given().contentType(DOCX)
                .body(layout("Agence", "{contenu}"))
                .put(TEMPLATES + "/TRM-1/layout.docx")
                .then()
                .statusCode(204);
        given().get("/api/audit?size=5")
                .then()
                .body(
                        "items.find { it.act == 'report-template.layout-kept' }.detail",
                        containsString("Avant : rien ; après : "));
        byte[] docx = given().get(report + ".docx")
                .then()
                .statusCode(200)
                .contentType(DOCX)
                .extract()
                .asByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("Agence");
            assertThat(document.getParagraphs())
                    .extracting(paragraph -> paragraph.getText())
                    .contains("Faits marquants\u00A0: Une équipe de plus.");
        }
        given().get("/bilans/TRM-NORD/" + year()).then().statusCode(200).body(containsString("id=\"texts.news\""));
    }

    @Test
    void whatIsTriedIsNotKeptAndAFaultNamesItsLine() throws IOException {
        given().contentType("text/plain; charset=UTF-8")
                .body(template("TRM-TRIED"))
                .post(TEMPLATES + "/preview.pdf?year=" + year())
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        given().get(TEMPLATES + "/TRM-TRIED.yaml").then().statusCode(404);
        load(template("TRM-BAD").replace("figures: [key-figures]", "figures: [key-figure]"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("yaml"))
                .body("errors[0].message", containsString("ligne 8"));
        given().contentType(DOCX)
                .body(layout("{titer}", "{contenu}"))
                .put(TEMPLATES + "/TRM-NONE/layout.docx")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("paragraphe 1"));
    }

    @Test
    void thePageShowsTheReportBeforeTheTemplateIsKept() {
        AdministratorByDefault.nobody();
        String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.ARS_READER))));
        String csrf = Browse.as(session).get("/trames/TRM").cookie("csrf-token");
        Browse.as(session)
                .cookie("csrf-token", csrf)
                .multiPart("csrf-token", csrf)
                .multiPart("yaml", template("TRM-PAGE"), "text/plain; charset=UTF-8")
                .multiPart("act", "preview")
                .multiPart("year", String.valueOf(year()))
                .post("/trames/TRM")
                .then()
                .statusCode(200)
                .body(containsString("Activité de TRM-PAGE"));
        Browse.as(session).get("/trames/TRM").then().body(not(containsString("TRM-PAGE")));
    }

    /** Of several who load one version at the same moment one is kept: the others are told that it says something else. */
    @Test
    void ofTwoWhoLoadAVersionAtTheSameMomentOneIsKept() throws Exception {
        List<Callable<Integer>> loads = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            String yaml = template("TRM-RACE").replace("Faits marquants", "Faits " + at);
            loads.add(() -> load(yaml).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var regions = Executors.newFixedThreadPool(loads.size())) {
            for (var one : regions.invokeAll(loads)) {
                answers.add(one.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
    }

    @Test
    void aTerritoryHasNoTemplateOfItsOwnAndItsCoordinationLoadsNone() {
        given().contentType("text/plain; charset=UTF-8")
                .body(template("TRM-2"))
                .post("/api/regions/TRM-NORD/report-templates")
                .then()
                .statusCode(404);
        AdministratorByDefault.nobody();
        given().auth()
                .oauth2(visitors.token(Role.COORDINATOR, NORTH))
                .contentType("text/plain; charset=UTF-8")
                .body(template("TRM-3"))
                .post(TEMPLATES)
                .then()
                .statusCode(oneOf(403, 404));
    }

    private static byte[] layout(String... paragraphs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            for (String text : paragraphs) {
                document.createParagraph().createRun().setText(text);
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
