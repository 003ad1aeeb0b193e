package fr.appui.web.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.directory.Audit;
import fr.appui.directory.Career;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.Brought;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteering;
import fr.appui.directory.Written;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.reference.Demonstration;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory changed over the API: what is kept, what is refused, who may, what follows. */
@QuarkusTest
class DirectoryResourceIT {

    private static final TerritoryCode OISE = Demonstration.OISE;
    private static final TerritoryCode HAINAUT = new TerritoryCode("HDF-HAINAUT");
    private static final AtomicInteger NEXT = new AtomicInteger(4100);

    @Inject
    Demonstration demonstration;

    @Inject
    Directory directory;

    @Inject
    DirectoryDesk desk;

    @Inject
    CurrentRota rota;

    @Inject
    AuditLog log;

    @Inject
    Visitors visitors;

    @BeforeEach
    void install() {
        demonstration.install();
    }

    private static String rpps() {
        String start = "109998" + NEXT.getAndIncrement();
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(key -> start + key)
                .filter(DirectoryResourceIT::isRpps)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRpps(String digits) {
        try {
            return new fr.appui.directory.Rpps(digits).value().equals(digits);
        } catch (IllegalArgumentException wrongKey) {
            return false;
        }
    }

    private static String body(String rpps, String family, String territory) {
        return """
                {"givenName": "Ondine", "familyName": "%s", "rpps": "%s", "mail": "ondine@exemple.invalid",
                 "numbers": [{"number": "06 39 98 40 01", "days": ["MONDAY"], "from": "08:00", "to": "18:00"},
                             {"number": "06 39 98 40 02"}],
                 "trainings": [{"diploma": "DIU", "obtainedOn": "2020-06-30"}],
                 "employments": [{"employer": "609900014", "from": "2026-01-01"}],
                 "posts": [{"structure": "EMSP", "from": "2026-01-01"}],
                 "practices": [{"territory": "%s", "from": "2026-01-01"}],
                 "workingTimes": [{"share": "0,8", "from": "2026-01-01"}],
                 "volunteerings": [{"territory": "%s", "basis": "DECLARATION", "appliedOn": "2025-11-14",
                                    "declaredOn": "2026-01-01"}]}""".formatted(family, rpps, territory, territory);
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static String created(String body) {
        String location = json(body)
                .post("/api/physicians")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void aPhysicianIsAddedReadAndChanged() {
        String rpps = rpps();
        String id = created(body(rpps, "Pré", "HDF-OISE"));
        String tag = given().get("/api/physicians/" + id)
                .then()
                .statusCode(200)
                .body("physician.numbers[0].number", equalTo("+33639984001"))
                .body("physician.workingTimes[0].share", equalTo("0.8"))
                .body("physician.volunteerings[0].appliedOn", equalTo("2025-11-14"))
                .extract()
                .header("ETag");
        json(body(rpps, "Prés", "HDF-OISE"))
                .header("If-Match", tag)
                .put("/api/physicians/" + id)
                .then()
                .statusCode(200)
                .body("physician.familyName", equalTo("Prés"));
        assertThat(lastActs()).contains("physician.changed").contains("physician.created");
    }

    @Test
    void twoWhoChangeOnePhysicianDoNotOverwriteEachOther() {
        String rpps = rpps();
        String id = created(body(rpps, "Un", "HDF-OISE"));
        String tag = given().get("/api/physicians/" + id).header("ETag");
        json(body(rpps, "Deux", "HDF-OISE"))
                .header("If-Match", tag)
                .put("/api/physicians/" + id)
                .then()
                .statusCode(200);
        json(body(rpps, "Trois", "HDF-OISE"))
                .header("If-Match", tag)
                .put("/api/physicians/" + id)
                .then()
                .statusCode(412)
                .body("detail", containsString("entre-temps"));
        json(body(rpps, "Trois", "HDF-OISE"))
                .put("/api/physicians/" + id)
                .then()
                .statusCode(428);
        given().get("/api/physicians/" + id).then().body("physician.familyName", equalTo("Deux"));
    }

    @Test
    void everyFaultIsNamedWithItsField() {
        json("""
                {"givenName": "", "familyName": "X", "rpps": "12", "mail": "non", "numbers": [{"number": "abc"}],
                 "employments": [{"employer": "609900014", "from": "hier"}], "practices": [], "posts": [],
                 "trainings": [{"diploma": "CAP", "obtainedOn": "2020-01-01"}], "workingTimes": []}""")
                .post("/api/physicians")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("givenName"))
                .body("errors.field", hasItem("rpps"))
                .body("errors.field", hasItem("mail"))
                .body("errors.field", hasItem("numbers[0].number"))
                .body("errors.field", hasItem("trainings[0].diploma"))
                .body("errors.field", hasItem("employments[0].from"));
    }

    @Test
    void whatIsNotKnownOrTakenIsRefused() {
        String rpps = rpps();
        created(body(rpps, "Premier", "HDF-OISE"));
        json(body(rpps, "Second", "HDF-OISE"))
                .post("/api/physicians")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("rpps"))
                .body("errors[0].message", containsString("déjà dans l’annuaire"));
        json(body(rpps(), "Sans", "HDF-NULLE-PART"))
                .post("/api/physicians")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("practices[0].territory"));
    }

    @Test
    void aCoordinatorChangesTheirTerritoriesOnly() {
        Account ofOise = visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE)));
        String session = visitors.session(ofOise);
        String elsewhere = created(body(rpps(), "Ailleurs", "HDF-HAINAUT"));
        AdministratorByDefault.nobody();
        json(body(rpps(), "Ici", "HDF-OISE"))
                .cookie("appui", session)
                .post("/api/physicians")
                .then()
                .statusCode(201);
        json(body(rpps(), "Là", "HDF-HAINAUT"))
                .cookie("appui", session)
                .post("/api/physicians")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("practices[0].territory"));
        given().cookie("appui", session)
                .get("/api/physicians/" + elsewhere)
                .then()
                .statusCode(404);
    }

    @Test
    void anEstablishmentIsAddedAndCorrected() {
        String finess = finess();
        json("""
                {"finess": "%s", "name": "Clinique des Essais", "kind": "PRIVATE_HOSPITAL"}""".formatted(finess)).post("/api/establishments").then().statusCode(201);
        String tag = given().get("/api/establishments/" + finess).header("ETag");
        json("""
                {"finess": "%s", "name": "Clinique des Essais", "kind": "PRIVATE_HOSPITAL", "uspRecognised": "2026-02-01"}""".formatted(finess))
                .header("If-Match", tag)
                .put("/api/establishments/" + finess)
                .then()
                .statusCode(200)
                .body("uspRecognised", equalTo("2026-02-01"));
        json("""
                {"finess": "%s", "name": "Autre", "kind": "OTHER"}""".formatted(finess))
                .post("/api/establishments")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("finess"));
    }

    /** The hospital that carries the service may change: what the one before signed stays what it was, and is ended. */
    @Test
    void anAgreementThatIsCorrectedStaysTheHostsOfThen() {
        String partner = finess();
        json("""
                {"finess": "%s", "name": "Clinique qui devient porteuse", "kind": "PRIVATE_HOSPITAL"}""".formatted(partner)).post("/api/establishments");
        String identity = """
                {"name": "Territoire d’essai", "holidayZone": "METROPOLE", "host": "%s",
                 "zones": [{"name": "Toutes", "communes": []}]}""";
        String place = "/api/territories/HDF-ESSAI-" + partner.substring(4);
        json(identity.formatted("609900014")).post(place).then().statusCode(201);
        String agreement = """
                {"partner": "%s", "signedOn": "2025-12-01", "from": "2026-01-01", "to": "%s",
                 "signatories": [{"name": "A. Un", "role": "directrice"}, {"name": "B. Deux", "role": "directeur"}]}""";
        json(agreement.formatted(partner, ""))
                .post(place + "/agreements")
                .then()
                .statusCode(201);
        json(identity.formatted(partner))
                .header("If-Match", given().get(place + "/identity").header("ETag"))
                .put(place + "/identity")
                .then()
                .statusCode(200);
        var known = given().get(place + "/agreements").jsonPath();
        json(agreement.formatted(partner, "2026-06-30"))
                .header("If-Match", "\"" + known.getInt("items[0].version") + "\"")
                .put(place + "/agreements/" + known.getInt("items[0].id"))
                .then()
                .statusCode(200);
        given().get(place + "/agreements")
                .then()
                .body("items[0].host", equalTo("609900014"))
                .body("items[0].agreement.to", equalTo("2026-06-30"));
    }

    @Test
    void settingsOfALineAreNotLostWithoutItsNumberNorARelayThatIsNone() {
        String place = "/api/territories/HDF-LIGNE-" + NEXT.getAndIncrement();
        json("""
                {"name": "Territoire sans ligne", "holidayZone": "METROPOLE", "zones": [{"name": "Toutes", "communes": []}]}""").post(place).then().statusCode(201);
        String tag = given().get(place + "/line").header("ETag");
        json("{\"mail\": \"appui@exemple.invalid\", \"ringSeconds\": [\"25\"]}")
                .header("If-Match", tag)
                .put(place + "/line")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("number"));
        json("{\"mail\": \"appui@exemple.invalid\", \"ringSeconds\": [\"20\"]}")
                .header("If-Match", tag)
                .put(place + "/line")
                .then()
                .statusCode(200);
        json("""
                {"number": "03 53 01 59 %s", "ringSeconds": ["25"], "reliefs": [{"neighbour": "HDF-NULLEPART"}]}""".formatted(NEXT.getAndIncrement() % 50 + 10))
                .header("If-Match", given().get(place + "/line").header("ETag"))
                .put(place + "/line")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reliefs[0].neighbour"));
    }

    /** Each would find the other not yet there. */
    @Test
    void ofTwoAgreementsThatOverlapAndComeAtOnceOneIsKept() throws Exception {
        String agreement = """
                {"partner": "%s", "signedOn": "2025-12-01", "from": "%s", "to": "2026-12-31",
                 "signatories": [{"name": "A. Un", "role": "directrice"}, {"name": "B. Deux", "role": "directeur"}]}""";
        try (var people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                String finess = finess();
                json("""
                        {"finess": "%s", "name": "Clinique deux fois", "kind": "PRIVATE_HOSPITAL"}""".formatted(finess)).post("/api/establishments");
                var answers = people.invokeAll(Stream.of("2026-01-01", "2026-02-01")
                        .<Callable<Integer>>map(from -> () -> json(agreement.formatted(finess, from))
                                .post("/api/territories/HDF-OISE/agreements")
                                .statusCode())
                        .toList());
                assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                        .containsExactlyInAnyOrder(201, 400);
            }
        }
    }

    @Test
    void anAgreementIsKeptOnceForItsDates() {
        String finess = finess();
        json("""
                {"finess": "%s", "name": "Clinique conventionnée", "kind": "PRIVATE_HOSPITAL"}""".formatted(finess)).post("/api/establishments");
        String agreement = """
                {"partner": "%s", "signedOn": "2025-12-01", "from": "2026-01-01", "to": "%s",
                 "signatories": [{"name": "A. Un", "role": "directrice"}, {"name": "B. Deux", "role": "directeur"}]}""";
        json(agreement.formatted(finess, "2026-12-31"))
                .post("/api/territories/HDF-OISE/agreements")
                .then()
                .statusCode(201);
        json(agreement.formatted(finess, "2027-12-31"))
                .post("/api/territories/HDF-OISE/agreements")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("s’applique déjà"));
        var known = given().get("/api/territories/HDF-OISE/agreements").jsonPath();
        int id = known.getInt("items.find { it.agreement.partner == '%s' }.id".formatted(finess));
        int version = known.getInt("items.find { it.id == %d }.version".formatted(id));
        json(agreement.formatted(finess, "2027-12-31"))
                .header("If-Match", "\"" + version + "\"")
                .put("/api/territories/HDF-OISE/agreements/" + id)
                .then()
                .statusCode(200)
                .body("to", equalTo("2027-12-31"));
        theTermsAndTheSignedFileOf("/api/territories/HDF-OISE/agreements/" + id);
        given().get("/api/territories/HDF-HAINAUT/agreements/" + id + "/terms")
                .then()
                .statusCode(404);
        json(agreement.formatted(finess, "2027-12-31"))
                .header("If-Match", "\"" + (version + 1) + "\"")
                .put("/api/territories/HDF-HAINAUT/agreements/" + id)
                .then()
                .statusCode(404);
        given().get("/annuaire/HDF-HAINAUT/conventions/" + id).then().statusCode(404);
        given().get("/annuaire/HDF-OISE/conventions/" + id).then().statusCode(200);
        given().header("If-Match", "\"" + (version + 1) + "\"")
                .delete("/api/territories/HDF-OISE/agreements/" + id)
                .then()
                .statusCode(204);
    }

    /** Of two who saw the same terms one is kept; a file is judged by its content. */
    private static void theTermsAndTheSignedFileOf(String agreement) {
        given().get(agreement + "/terms")
                .then()
                .statusCode(200)
                .body("version", equalTo("0"))
                .body("pay", containsString("service fait"));
        String terms = """
                {"responsibilities": "Chacun assure ses médecins.", "organisation": "Par téléphone.",
                 "pay": "Au forfait.", "version": "0"}""";
        json(terms).put(agreement + "/terms").then().statusCode(200).body("version", equalTo("1"));
        json(terms).put(agreement + "/terms").then().statusCode(409);
        byte[] document = given().get(agreement + "/document.pdf").asByteArray();
        assertThat(new String(document, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        given().get(agreement + "/signed.pdf").then().statusCode(404);
        given().contentType("application/pdf")
                .body("un texte".getBytes(StandardCharsets.UTF_8))
                .put(agreement + "/signed.pdf")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));
        given().contentType("application/pdf")
                .body(document)
                .put(agreement + "/signed.pdf")
                .then()
                .statusCode(204);
        assertThat(given().get(agreement + "/signed.pdf").asByteArray()).isEqualTo(document);
        byte[] later = "%PDF-1.7 signé de nouveau".getBytes(StandardCharsets.UTF_8);
        given().contentType("application/pdf")
                .body(later)
                .put(agreement + "/signed.pdf")
                .then()
                .statusCode(204);
        given().get("/api/audit?size=6")
                .then()
                .body(
                        "items.findAll { it.act == 'agreement.signed' }.detail",
                        contains(
                                equalTo(Audit.change(
                                        Optional.of(Audit.file(document)), Optional.of(Audit.file(later)))),
                                startsWith("Avant : rien ; après : ")));
    }

    @Test
    void aLineSetNowServesTheNextCall() {
        String tag = given().get("/api/territories/HDF-HAINAUT/line").header("ETag");
        json("""
                {"number": "03 53 01 59 59", "mail": "appui-hainaut@exemple.invalid", "asksProfile": false,
                 "ringSeconds": ["25", "15"], "daytimeContact": "03 53 01 59 00", "transfersToDaytimeContact": true,
                 "fallback": "03 53 01 59 15"}""")
                .header("If-Match", tag)
                .put("/api/territories/HDF-HAINAUT/line")
                .then()
                .statusCode(200);
        assertThat(rota.current().lines())
                .filteredOn(line -> line.territory().equals(HAINAUT))
                .singleElement()
                .satisfies(line -> assertThat(line.settings().ringTime(1)).hasSeconds(25));
        String next = given().get("/api/territories/HDF-HAINAUT/line").header("ETag");
        for (String refused : List.of("15", "0899 00 00 00", "+1 900 555 1234", "+882 16 12 34 56 78")) {
            json("""
                    {"number": "03 53 01 59 59", "ringSeconds": ["25"], "transfersToDaytimeContact": false,
                     "fallback": "%s"}""".formatted(refused))
                    .header("If-Match", next)
                    .put("/api/territories/HDF-HAINAUT/line")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("fallback"));
        }
        json("""
                {"number": "03 53 01 59 59", "ringSeconds": ["3", "vite"], "transfersToDaytimeContact": true}""")
                .header("If-Match", next)
                .put("/api/territories/HDF-HAINAUT/line")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("ringSeconds[0]"))
                .body("errors.field", hasItem("ringSeconds[1]"))
                .body("errors.field", hasItem("daytimeContact"));
    }

    /** Alerts go where the poster does not lead; whoever sends a line without its rules changes none of them. */
    @Test
    void whatATerritoryDecidesOfItsServiceIsKeptAndShownToWhoeverAsks() {
        line("""
                {"number": "03 53 01 59 59", "mail": "appui-hainaut@exemple.invalid", "ringSeconds": ["25"],
                 "rules": {"alerts": "coordination-hainaut@exemple.invalid", "paediatric": "03 53 01 59 77",
                           "admitsUnknown": true, "keepsSamuFiles": false, "excludesLisp": true,
                           "daytimeContacts": [
                             {"name": "DAC Nord", "number": "03 53 01 59 01", "zones": ["Valenciennois"], "hours": "9 h – 18 h"},
                             {"name": "DAC Sud", "number": "03 53 01 59 02"}]}}""").statusCode(200);
        line("{\"number\": \"03 53 01 59 59\", \"mail\": \"appui-hainaut@exemple.invalid\", \"ringSeconds\": [\"25\"]}")
                .statusCode(200);
        given().get("/api/territories/HDF-HAINAUT/line")
                .then()
                .body("rules.alerts", equalTo("coordination-hainaut@exemple.invalid"))
                .body("rules.excludesLisp", equalTo(true))
                .body("rules.daytimeContacts.name", equalTo(List.of("DAC Nord", "DAC Sud")));
        Territory hainaut = directory.territory(HAINAUT).orElseThrow();
        assertThat(hainaut.contact().alerts()).contains(new MailAddress("coordination-hainaut@exemple.invalid"));
        assertThat(hainaut.rules().excludesLisp()).isTrue();
        assertThat(hainaut.contact().mail()).contains(new MailAddress("appui-hainaut@exemple.invalid"));
        given().get("/api/territories/HDF-HAINAUT")
                .then()
                .body("paediatric", equalTo("03 53 01 59 77"))
                .body("admitsUnknown", equalTo(true))
                .body("daytimeContacts[0]", equalTo("DAC Nord (Valenciennois), 9 h – 18 h : 03 53 01 59 01"))
                .body("mail", equalTo("appui-hainaut@exemple.invalid"));
        given().get("/api/regulator/on-duty?territory=HDF-HAINAUT").then().body("paediatric", equalTo("+33353015977"));
        given().get("/annuaire/HDF-HAINAUT/ligne")
                .then()
                .statusCode(200)
                .body(containsString("DAC Sud"), containsString("coordination-hainaut@exemple.invalid"));
        given().get("/api/territories/HDF-HAINAUT").then().body("patients", equalTo("ADULTS"));
        line("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], \"rules\": {\"patients\": \"MINORS\","
                        + " \"paediatric\": \"03 53 01 59 77\"}}")
                .statusCode(400)
                .body("errors.field", hasItem("rules.paediatric"));
        line("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], \"rules\": {\"patients\": \"MINORS\"}}")
                .statusCode(200);
        given().get("/api/territories/HDF-HAINAUT").then().body("patients", equalTo("MINORS"));
        given().get("/api/regulator/on-duty?territory=HDF-HAINAUT")
                .then()
                .body("patients", equalTo("Enfants et adolescents"));
        line("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], \"rules\": {\"daytimeContacts\": [{\"name\": \"DAC\","
                        + " \"number\": \"12\"}]}}")
                .statusCode(400)
                .body("errors.field", hasItem("rules.daytimeContacts[0].number"));
        line("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], \"rules\": {}}")
                .statusCode(200);
        assertThat(directory.territory(HAINAUT).orElseThrow().rules()).isEqualTo(LocalRules.NONE);
    }

    private static ValidatableResponse line(String body) {
        return json(body)
                .header(
                        "If-Match",
                        given().get("/api/territories/HDF-HAINAUT/line").header("ETag"))
                .put("/api/territories/HDF-HAINAUT/line")
                .then();
    }

    @Test
    void aTerritoryDialsWithinWhatTheSiteDials() {
        refusedLine("dialLines", "\"dialLines\": \"+333 +32\"");
        refusedLine("dialPhysicians", "\"dialPhysicians\": \"06\"");
        refusedLine("fallback", "\"dialLines\": \"+333\", \"fallback\": \"01 53 01 59 15\"");
        refusedLine("samu", "\"samu\": \"15\"");
        refusedLine("reliefs[0].number", "\"reliefs\": [{\"number\": \"0899 00 00 00\"}]");
        json("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], \"dialPhysicians\": \"+3363998, +3335301\","
                        + " \"dialLines\": \"+333\", \"fallback\": \"03 53 01 59 15\"}")
                .header(
                        "If-Match",
                        given().get("/api/territories/HDF-HAINAUT/line").header("ETag"))
                .put("/api/territories/HDF-HAINAUT/line")
                .then()
                .statusCode(200);
        given().get("/api/territories/HDF-HAINAUT/line")
                .then()
                .body("dialPhysicians", equalTo("+3363998 +3335301"))
                .body("dialCallers", equalTo(""));
        assertThat(rota.current().lines())
                .filteredOn(line -> line.territory().equals(HAINAUT))
                .singleElement()
                .satisfies(line -> assertThat(line.settings().dialling().prefixes())
                        .containsEntry(Whose.LINE, List.of("+333"))
                        .hasEntrySatisfying(
                                Whose.CALLER, ofTheSite -> assertThat(ofTheSite).contains("+336")));
    }

    private void refusedLine(String field, String settings) {
        json("{\"number\": \"03 53 01 59 59\", \"ringSeconds\": [\"25\"], " + settings + "}")
                .header(
                        "If-Match",
                        given().get("/api/territories/HDF-HAINAUT/line").header("ETag"))
                .put("/api/territories/HDF-HAINAUT/line")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatBecomesOfATerritoryIsToldInTheAnnualReport() {
        var identity = given().get("/api/territories/HDF-OISE/identity");
        String was = identity.asString();
        json(was.replace("\"Beauvais\"", "\"Beauvaisis\""))
                .header("If-Match", identity.header("ETag"))
                .put("/api/territories/HDF-OISE/identity")
                .then()
                .statusCode(200);
        String report = given().get("/api/territories/HDF-OISE/reports/" + java.time.Year.now())
                .asString();
        assertThat(report).contains("Zone « Beauvaisis » ajoutée", "Zone « Beauvais » retirée");
        String changed = given().get("/api/territories/HDF-OISE/identity").header("ETag");
        json(was)
                .header("If-Match", changed)
                .put("/api/territories/HDF-OISE/identity")
                .then()
                .statusCode(200);
    }

    @Test
    void aPerimeterAppliesOnceAgreedAndSplitsAQuarterCleanly() {
        String announced = """
                {"kind": "%s", "workingStart": "18:00", "nonWorkingStart": "08:30", "end": "%s",
                 "announcedOn": "2026-01-05", "inForceFrom": "%s"}""";
        perimeter(announced.formatted("CORE", "22:00", "2026-02-01")).statusCode(201);
        windows("2026-02-02").body("items", org.hamcrest.Matchers.hasSize(0));
        agree("2026-02-01").statusCode(200);
        perimeter(announced.formatted("EXTENDED", "08:30", "2026-02-16")).statusCode(201);
        perimeter(announced.formatted("EXTENDED", "08:30", "2026-02-16"))
                .statusCode(400)
                .body("errors[0].field", equalTo("inForceFrom"));
        agree("2026-02-16").statusCode(200);
        windows("2026-02-15").body("items[0].perimeter", equalTo("CORE"));
        windows("2026-02-16").body("items[0].perimeter", equalTo("EXTENDED"));
        given().delete("/api/territories/HDF-ARTOIS-DOUAISIS/perimeters/2026-02-16")
                .then()
                .statusCode(400);
        perimeter(announced.formatted("EXTENDED", "08:30", "2300-02-16"))
                .statusCode(400)
                .body("errors[0].field", equalTo("inForceFrom"))
                .body("detail", containsString("de 2000 à 2099"));
    }

    @Test
    void whatIsExportedIsReadBackAndEachLinesProblemIsTold() {
        String rpps = rpps();
        created(body(rpps, "Exportée", "HDF-OISE"));
        byte[] file = given().get("/api/territories/HDF-OISE/physicians.csv").asByteArray();
        List<Physician> before = directory.physiciansOf(OISE);
        imported("physicians", file, true).statusCode(200).body("written", equalTo(false));
        imported("physicians", file, false).statusCode(200).body("written", equalTo(true));
        assertThat(directory.physiciansOf(OISE))
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(before);
        byte[] faulty = """
                rpps;prénom;nom;mail;numéros;employeurs;territoires;quotités
                12345678901;Un;Faux;un@exemple.invalid;06 39 98 40 03;609900014 depuis 01/01/2026;HDF-OISE depuis 01/01/2026;
                %s;Deux;Juste;deux@exemple.invalid;06 39 98 40 04;609900014 depuis 01/01/2026;HDF-OISE depuis 01/01/2026;0,5 depuis 01/01/2026
                %s;Trois;Faux;trois@exemple.invalid;06 39 98 40 05;600000000 depuis hier;HDF-OISE;2
                """.formatted(rpps(), rpps()).getBytes(StandardCharsets.UTF_8);
        imported("physicians", faulty, false)
                .statusCode(422)
                .body("written", equalTo(false))
                .body("problems.findAll { it.line == 2 }.column", hasItem("rpps"))
                .body("problems.findAll { it.line == 4 }.column", hasItem("employeurs"))
                .body("problems.findAll { it.line == 4 }.column", hasItem("territoires"));
        assertThat(directory.physicians()).extracting(p -> p.name().family()).doesNotContain("Juste");
    }

    /** What a file says of volunteering is what the page says, and what it does not say stays. */
    @Test
    void aCandidateIsRegisteredDeclaresAndLeaves() {
        String rpps = rpps();
        created(body(rpps, "Volontaire", "HDF-OISE"));
        String file = "rpps;volontariat\n%s;HDF-OISE candidat 14/11/2025 déclaré 02/01/2026 parti 30/06/2026\n";
        imported("physicians", file.formatted(rpps).getBytes(StandardCharsets.UTF_8), false)
                .statusCode(200);
        assertThat(volunteerings(rpps))
                .singleElement()
                .satisfies(volunteering -> assertThat(volunteering.leftOn()).contains(LocalDate.of(2026, 6, 30)));
        assertThat(new String(
                        given().get("/api/territories/HDF-OISE/physicians.csv").asByteArray(), StandardCharsets.UTF_8))
                .contains("HDF-OISE candidat 14/11/2025 déclaré 02/01/2026 parti 30/06/2026");
        imported("physicians", "rpps;nom\n%s;Volontaires\n".formatted(rpps).getBytes(StandardCharsets.UTF_8), false)
                .statusCode(200);
        assertThat(volunteerings(rpps)).hasSize(1);
        String early = "rpps;volontariat\n%s;HDF-OISE candidat 14/11/2025 déclaré 02/01/2025\n";
        imported("physicians", early.formatted(rpps).getBytes(StandardCharsets.UTF_8), false)
                .statusCode(422)
                .body("problems[0].column", equalTo("volontariat"))
                .body("problems[0].message", containsString("la déclaration précède la candidature"));
        String usp = "rpps;volontariat\n%s;HDF-OISE déclaré 02/01/2026 (USP)\n";
        imported("physicians", usp.formatted(rpps).getBytes(StandardCharsets.UTF_8), false)
                .statusCode(422)
                .body("problems[0].message", containsString("USP"));
        given().get("/annuaire/HDF-OISE").then().statusCode(200).body(containsString("Déclaré"));
    }

    private List<Volunteering> volunteerings(String rpps) {
        return directory.physicians().stream()
                .filter(physician -> physician.rpps().value().equals(rpps))
                .findFirst()
                .orElseThrow()
                .career()
                .volunteerings();
    }

    /** What would be refused when it is written is told by the trial, on its line. */
    @Test
    void aTrialTellsWhatWritingRefuses() {
        String known = rpps();
        created(body(known, "Joignable", "HDF-OISE"));
        String line = directory
                .territory(OISE)
                .orElseThrow()
                .line()
                .orElseThrow()
                .number()
                .e164();
        byte[] file = "rpps;numéros\n%s;%s\n".formatted(known, line).getBytes(StandardCharsets.UTF_8);
        for (boolean dryRun : List.of(true, false)) {
            imported("physicians", file, dryRun)
                    .statusCode(422)
                    .body("problems[0].line", equalTo(2))
                    .body("problems[0].column", equalTo("numeros"))
                    .body("problems[0].message", containsString("est la ligne de l’appui"));
        }
    }

    @Test
    void aFileWritesOverNoChangeThatCameWhileItWasRead() {
        PhysicianId id = PhysicianId.parse(created(body(rpps(), "Lue", "HDF-OISE")));
        var read = desk.physician(id).orElseThrow();
        desk.change(called(read.value(), "Changée"), read.version(), "coordination");
        var brought = new Brought<>(Optional.of(read.value()), called(read.value(), "Apportée"));
        assertThat(desk.keepAll(List.of(), List.of(brought), "coordination")).isInstanceOf(Written.Stale.class);
        assertThat(desk.physician(id).orElseThrow().value().name().family()).isEqualTo("Changée");
    }

    private static Physician called(Physician physician, String family) {
        return new Physician(
                physician.id(),
                new PersonName(physician.name().given(), family),
                physician.rpps(),
                physician.mail(),
                physician.career(),
                physician.numbers());
    }

    /** It is what an erased sheet has: whoever were given one would be seen by nobody. */
    @Test
    void nobodyIsGivenTheNumberOfWhoeverWasErased() {
        json(body("00009999913", "Invisible", "HDF-OISE"))
                .post("/api/physicians")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("rpps"))
                .body("errors[0].message", containsString("0000"));
    }

    @Test
    void anImportCorrectsWhatItNamesAndLeavesTheRest() {
        String rpps = rpps();
        created(body(rpps, "Ancienne", "HDF-OISE"));
        byte[] file = "rpps;nom;quotités\n%s;Nouvelle;\n".formatted(rpps).getBytes(StandardCharsets.UTF_8);
        imported("physicians", file, false).statusCode(200);
        Physician after = directory.physicians().stream()
                .filter(physician -> physician.rpps().value().equals(rpps))
                .findFirst()
                .orElseThrow();
        assertThat(after.name().family()).isEqualTo("Nouvelle");
        assertThat(after.career().workingTimes()).hasSize(1);
        assertThat(after.career().practices())
                .extracting(Career.Practice::territory)
                .containsExactly(OISE);
    }

    @Test
    void everyFileThatLeavesIsWrittenDown() {
        given().get("/api/territories/HDF-OISE/physicians.csv").then().statusCode(200);
        given().get("/api/territories/HDF-OISE/rotas/2026-Q4/export.csv").then().statusCode(200);
        assertThat(lastActs())
                .contains("GET /api/territories/{code}/physicians.csv")
                .contains("GET /api/territories/{code}/rotas/{quarter}/export.csv");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        given().contentType("text/csv")
                .body(new byte[3 << 20])
                .post("/api/territories/HDF-OISE/physicians/import")
                .then()
                .statusCode(413);
    }

    private static ValidatableResponse imported(String what, byte[] file, boolean dryRun) {
        return given().contentType("text/csv")
                .body(file)
                .queryParam("dryRun", dryRun)
                .post("/api/territories/HDF-OISE/" + what + "/import")
                .then();
    }

    private static ValidatableResponse perimeter(String body) {
        return json(body)
                .post("/api/territories/HDF-ARTOIS-DOUAISIS/perimeters")
                .then();
    }

    private static ValidatableResponse agree(String date) {
        return json("{\"agreedOn\": \"2026-01-20\", \"reference\": \"Courrier d’essai\"}")
                .put("/api/territories/HDF-ARTOIS-DOUAISIS/perimeters/" + date + "/agreement")
                .then();
    }

    private static ValidatableResponse windows(String date) {
        return given().get("/api/territories/HDF-ARTOIS-DOUAISIS/windows?from=" + date + "&to=" + date)
                .then()
                .statusCode(200);
    }

    private static String finess() {
        String start = "6099" + NEXT.getAndIncrement();
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(key -> start + key)
                .filter(DirectoryResourceIT::isFiness)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFiness(String digits) {
        try {
            return new fr.appui.directory.Finess(digits).value().equals(digits);
        } catch (IllegalArgumentException wrongKey) {
            return false;
        }
    }

    private List<String> lastActs() {
        return log.page(0, 20).stream().map(AuditEntry::act).toList();
    }
}
