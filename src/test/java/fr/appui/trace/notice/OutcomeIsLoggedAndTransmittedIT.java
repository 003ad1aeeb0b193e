package fr.appui.trace.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.icegreen.greenmail.util.GreenMailUtil;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
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
import fr.appui.planning.notice.MailServer;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Journal;
import fr.appui.trace.Origin;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.trace.Profile;
import fr.appui.trace.Transmissions;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a call that a physician answered to the hospital's secure mailbox, over the API and a real SMTP server with TLS. */
@QuarkusTest
class OutcomeIsLoggedAndTransmittedIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("HDF-OUTCOME");
    private static final PhysicianId PHYSICIAN = new PhysicianId(new UUID(0x0ec0, 1));
    private static final Instant EVENING = Instant.parse("2033-03-09T19:10:00Z");
    private static final String FINAL = """
            {"status": "FINAL", "callerProfile": "EHPAD_NIGHT_NURSE", "motives": ["PAIN", "SEDATION"],
             "orientations": ["STAY_WITH_ADVICE"], "placeOfCare": "EHPAD", "durationSeconds": 600,
             "conditions": {"adult": "YES", "atHome": "YES", "knownToTeam": "NOT_KNOWN"}}""";

    @Inject
    Visitors visitors;

    @Inject
    Journal journal;

    @Inject
    Directory directory;

    @Inject
    EntityManager database;

    @Inject
    Outcomes outcomes;

    @Inject
    Transmissions transmissions;

    @Inject
    TransmissionSender sender;

    @Inject
    OutcomeReminders reminders;

    @Inject
    OutcomesAwaited awaited;

    @BeforeEach
    void aTerritoryAndItsPhysician() {
        QuarkusTransaction.requiringNew().run(() -> {
            directory.save(new Territory(
                    TERRITORY,
                    "Territoire d’essai",
                    List.of(),
                    ZoneId.of("Europe/Paris"),
                    HolidayZone.METROPOLE,
                    new Territory.Contact(Optional.empty(), Optional.of(new MailAddress("coordination@exemple.fr"))),
                    Optional.empty()));
            directory.save(new Physician(
                    PHYSICIAN,
                    new PersonName("Claire", "Lefèvre"),
                    new Rpps("10001234516"),
                    new MailAddress("claire.lefevre@exemple.fr"),
                    new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                    List.of(ContactNumber.always(PhoneNumber.parse("06 12 34 56 78")))));
        });
    }

    @Test
    void theFormOpensWithTheTalkTimeOfTheTrace() {
        answeredCall("outcome-1");
        given().get("/api/calls/outcome-1/outcome")
                .then()
                .statusCode(200)
                .body("revision", is(0))
                .body("nomenclature", equalTo("2026.1"))
                .body("outcome.status", equalTo("DRAFT"))
                .body("outcome.durationSeconds", is(480))
                .body("history", hasSize(0));
    }

    @Test
    void aDraftThenAFinalThenACorrectionAreAllKept() {
        answeredCall("outcome-2");
        put("outcome-2", "{\"status\": \"DRAFT\", \"callerProfile\": \"SAMU\"}").statusCode(200);
        put("outcome-2", FINAL).statusCode(200).body("revision", is(2));
        put("outcome-2", FINAL.replace("\"SEDATION\"", "\"DYSPNOEA\""))
                .statusCode(200)
                .body("revision", is(3))
                .body("outcome.motives[1]", equalTo("DYSPNOEA"))
                .body("history", hasSize(3))
                .body("history[0].outcome.callerProfile", equalTo("SAMU"));
        put("outcome-2", "{\"status\": \"DRAFT\"}").statusCode(400).body("detail", containsString("déjà validée"));
    }

    /** Two people open a sheet that nobody wrote, and send at the same moment. */
    @Test
    void ofTwoWhoSawTheSameOneIsKeptAndTheOtherIsShownIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            var call = new CallId("outcome-race-" + round);
            answeredCall(call.value());
            try (var people = Executors.newFixedThreadPool(2)) {
                List<Callable<Outcomes.Writing>> both = Stream.of("a.martin", "c.durand")
                        .<Callable<Outcomes.Writing>>map(author ->
                                () -> outcomes.write(call, OptionalInt.of(0), OutcomeStatus.DRAFT, by(author), author))
                        .toList();
                List<Outcomes.Writing> written = new ArrayList<>();
                for (var one : people.invokeAll(both)) {
                    written.add(one.get());
                }
                assertThat(written)
                        .filteredOn(Outcomes.Writing.Kept.class::isInstance)
                        .hasSize(1);
                assertThat(written)
                        .filteredOn(Outcomes.Writing.ChangedMeanwhile.class::isInstance)
                        .singleElement()
                        .isEqualTo(new Outcomes.Writing.ChangedMeanwhile(
                                outcomes.latest(call).orElseThrow()));
            }
        }
    }

    /** A sheet that is sent sixteen times at once, as by a telephone that hears no answer, is one sheet. */
    @Test
    void theSameSheetSentManyTimesAtOnceIsOneRevision() throws Exception {
        answeredCall("outcome-repeated");
        try (var senders = Executors.newFixedThreadPool(16)) {
            List<Callable<ValidatableResponse>> all = Collections.nCopies(16, () -> put("outcome-repeated", FINAL));
            for (var one : senders.invokeAll(all)) {
                one.get().statusCode(200).body("revision", is(1)).body("history", hasSize(1));
            }
        }
        assertThat(outcomes.history(new CallId("outcome-repeated"))).hasSize(1);
    }

    private static Outcome by(String author) {
        return Outcome.proposed(Optional.of(Duration.ofMinutes(author.charAt(0))));
    }

    /** Whoever counts is away or wrong: what the physician logs is kept, and what was not counted is told. */
    @Test
    void aFaultOfTheIndicatorsRefusesNoSheet() {
        answeredCall("outcome-uncounted");
        await().until(() -> counted("outcome-uncounted") == 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("RENAME TABLE counted_call TO counted_call_away")
                        .executeUpdate());
        try {
            put("outcome-uncounted", FINAL).statusCode(200).body("revision", is(1));
            await().until(
                            () -> given().get("/api/events/parked?size=100").asString(),
                            containsString("outcome-uncounted/outcome-1"));
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("RENAME TABLE counted_call_away TO counted_call")
                            .executeUpdate());
        }
        assertThat(outcomes.latest(new CallId("outcome-uncounted"))).isPresent();
    }

    private long counted(String call) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) database.createNativeQuery("SELECT COUNT(*) FROM counted_call WHERE call_id = ?1")
                        .setParameter(1, call)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void whatIsMissingOrIdentifyingIsNamed() {
        answeredCall("outcome-3");
        put("outcome-3", "{\"status\": \"FINAL\", \"callerProfile\": \"SAMU\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("duration", "motives", "orientations", "placeOfCare")));
        put("outcome-3", FINAL.replace("\"status\"", "\"note\": \"Mme Dupont\", \"status\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("note"))
                .body("detail", containsString("nom de personne"));
        put("outcome-3", FINAL.replace("\"YES\"", "\"MAYBE\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("conditions.adult"));
        put("outcome-unknown", FINAL).statusCode(404);
    }

    @Test
    void aCallOutsideTheLineIsDeclaredAndLogged() {
        String address = declared(Duration.ofHours(3)).statusCode(201).extract().header("Location");
        given().get(address).then().statusCode(200).body("outcome.durationSeconds", is(540));
        given().contentType(ContentType.JSON)
                .body("{\"territory\": \"NULLE-PART\"}")
                .post("/api/calls/declared")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("territory"));
    }

    @Test
    void aCallIsDeclaredByAProgramAsByThePageForSixtyDays() {
        declared(Duration.ofDays(60).minusMinutes(5)).statusCode(201);
        for (Duration ago : List.of(Duration.ofDays(61), Duration.ofDays(3650), Duration.ofHours(-1))) {
            declared(ago)
                    .statusCode(400)
                    .body("errors[0].field", equalTo("at"))
                    .body("detail", containsString("60 derniers jours"));
        }
        declared("hier")
                .statusCode(400)
                .body("errors[0].field", equalTo("at"))
                .body("detail", containsString("« hier » n’est pas un instant ; écrire un instant avec son décalage"));
    }

    /** A button touched twice, or a program that had no answer. */
    @Test
    void aCallThatIsDeclaredTwiceAlikeIsOne() throws Exception {
        String at = Instant.now().minus(Duration.ofHours(5)).toString();
        try (var both = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> touches = Collections.nCopies(
                    4, () -> declared(at).statusCode(201).extract().header("Location"));
            Set<String> calls = new HashSet<>();
            for (var one : both.invokeAll(touches)) {
                calls.add(one.get());
            }
            assertThat(calls).hasSize(1);
        }
    }

    private static ValidatableResponse declared(Duration ago) {
        return declared(Instant.now().minus(ago).toString());
    }

    private static ValidatableResponse declared(String at) {
        return given().contentType(ContentType.JSON)
                .body("{\"territory\": \"HDF-OUTCOME\", \"physician\": \"" + PHYSICIAN + "\", \"at\": \"" + at
                        + "\", \"durationSeconds\": 540}")
                .post("/api/calls/declared")
                .then();
    }

    @Test
    void aFinalOutcomeReachesTheSecureMailboxOverTls() throws Exception {
        answeredCall("outcome-4");
        put("outcome-4", FINAL).statusCode(200);
        sender.sendWhatIsDue();
        Message mail = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> Arrays.stream(SmtpResource.server().getReceivedMessages())
                                .filter(message -> subject(message).contains("outcome-4"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("appui@ch-exemple.mssante.fr");
        assertThat(mail.getFrom()[0]).hasToString("ligne@ch-exemple.mssante.fr");
        assertThat(mail.getContent().toString())
                .contains("IDE de nuit EHPAD", "Douleur, Sédation", "Durée : 10 min", "Connu d’une équipe")
                .doesNotContain("06 12", "+33");
        given().get("/api/territories/HDF-OUTCOME/transmissions?state=SENT")
                .then()
                .statusCode(200)
                .body("items.find { it.call == 'outcome-4' }.tries", is(1))
                .body("items.find { it.call == 'outcome-4' }.recipient", equalTo("appui@ch-exemple.mssante.fr"));
    }

    /** Whoever asks for it again saw it wait a moment before: the hospital reads it once. */
    @Test
    void aTransmissionThatLeavesWhileItIsAskedForAgainLeavesOnce() {
        answeredCall("outcome-late");
        put("outcome-late", FINAL).statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> {
            long id = waiting("outcome-late").id();
            CompletableFuture.runAsync(() -> transmissions.sent(id, "appui@ch-exemple.mssante.fr", Instant.now()))
                    .join();
            assertThat(transmissions.retry(TERRITORY, id, Instant.now())).isFalse();
            transmissions.failed(id, "too late", Instant.now());
        });
        assertThat(transmissions.due(Set.of(TERRITORY), Instant.now(), 50))
                .extracting(one -> one.call().value())
                .doesNotContain("outcome-late");
    }

    /** As the page says; another territory has one, so that the queue is looked at. */
    @Test
    void whatIsOfATerritoryWithoutAMailboxWaitsForOneHoweverLong() {
        answeredCall("outcome-no-mailbox");
        put("outcome-no-mailbox", FINAL).statusCode(200);
        long id = waiting("outcome-no-mailbox").id();
        change(id, "territory = 'HDF-NO-MAILBOX', queued_at_ms = queued_at_ms - 30 * 86400000");
        try {
            sender.sendWhatIsDue();
            assertThat(transmissions
                            .of(new TerritoryCode("HDF-NO-MAILBOX"), Optional.empty(), 0, 50)
                            .items())
                    .singleElement()
                    .satisfies(waits -> {
                        assertThat(waits.state()).isEqualTo(Transmissions.State.QUEUED);
                        assertThat(waits.tries()).isZero();
                        assertThat(waits.problem()).isEmpty();
                    });
        } finally {
            change(id, "territory = 'HDF-OUTCOME'");
        }
        assertThat(stateAfter(id, 51)).isEqualTo(Transmissions.State.QUEUED);
        assertThat(stateAfter(id, 1)).isEqualTo(Transmissions.State.FAILED);
    }

    private Transmissions.State stateAfter(long id, int failures) {
        for (int failure = 0; failure < failures; failure++) {
            transmissions.failed(id, "refused", Instant.now());
        }
        return transmissions.of(TERRITORY, Optional.empty(), 0, 100).items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void change(long id, String columns) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("UPDATE transmission SET " + columns + " WHERE id = " + id)
                        .executeUpdate());
    }

    private Transmissions.Transmission waiting(String call) {
        return transmissions.of(TERRITORY, Optional.of(Transmissions.State.QUEUED), 0, 50).items().stream()
                .filter(one -> one.call().value().equals(call))
                .findFirst()
                .orElseThrow();
    }

    /** Who reads a month of one motive, sheet after sheet, is not sent back to the first page of all of them. */
    @Test
    void aSheetThatIsMarkedReadLeavesTheRegisterAsItWasAskedFor() {
        answeredCall("outcome-11");
        put("outcome-11", FINAL).statusCode(200);
        String session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, TERRITORY))));
        String asked = "/registre?territoire=HDF-OUTCOME&du=2033-03-01&au=2033-03-31&motif=PAIN&etat=UNREAD";
        Browse.as(session)
                .get(asked)
                .then()
                .statusCode(200)
                .body(containsString("name=\"du\" value=\"2033-03-01\""))
                .body(containsString("name=\"motif\" value=\"PAIN\""));
        Map<String, String> seen =
                Map.of("du", "2033-03-01", "au", "2033-03-31", "motif", "PAIN", "etat", "UNREAD", "page", "1");
        Browse.post(session, asked, "/registre/HDF-OUTCOME/outcome-11/lue", seen)
                .statusCode(303)
                .header("Location", endsWith(asked + "&page=1"));
    }

    @Test
    void aTransmissionThatFailsIsTriedAgainAndSaysWhy() {
        answeredCall("outcome-5");
        put("outcome-5", FINAL).statusCode(200);
        SmtpResource.server().stop();
        try {
            sender.sendWhatIsDue();
        } finally {
            SmtpResource.server().start();
        }
        given().get("/api/territories/HDF-OUTCOME/transmissions?state=QUEUED")
                .then()
                .body("items.find { it.call == 'outcome-5' }.tries", is(1))
                .body("items.find { it.call == 'outcome-5' }.problem", containsString("onnection"));
    }

    @Test
    void aTransmissionThatFailedIsSentAtOnceWhenTheCoordinatorAsks() {
        String transmissions = "/api/territories/HDF-OUTCOME/transmissions";
        answeredCall("outcome-9");
        put("outcome-9", FINAL).statusCode(200);
        SmtpResource.server().stop();
        try {
            sender.sendWhatIsDue();
        } finally {
            SmtpResource.server().start();
        }
        sender.sendWhatIsDue();
        int id = given().get(transmissions + "?state=QUEUED")
                .then()
                .extract()
                .path("items.find { it.call == 'outcome-9' }.id");

        given().post(transmissions + "/" + id + "/retry").then().statusCode(202);
        sender.sendWhatIsDue();

        given().get(transmissions + "?state=SENT").then().body("items.find { it.call == 'outcome-9' }.tries", is(2));
        given().post(transmissions + "/" + id + "/retry").then().statusCode(404);
    }

    @Test
    void aMissingOutcomeIsRemindedOnceAStageAndThenToldToTheCoordinator() {
        answeredCall("outcome-6");
        Instant over = EVENING.plusSeconds(530);
        reminders.remindAt(over.plus(Duration.ofMinutes(29)));
        assertThat(remindersAbout("outcome-6", "claire.lefevre@exemple.fr")).isZero();
        reminders.remindAt(over.plus(Duration.ofMinutes(31)));
        reminders.remindAt(over.plus(Duration.ofMinutes(40)));
        assertThat(remindersAbout("outcome-6", "claire.lefevre@exemple.fr")).isEqualTo(1);
        reminders.remindAt(Instant.parse("2033-03-10T08:00:00Z"));
        assertThat(remindersAbout("outcome-6", "claire.lefevre@exemple.fr")).isEqualTo(2);
        reminders.remindAt(Instant.parse("2033-03-11T08:00:00Z"));
        reminders.remindAt(Instant.parse("2033-03-12T08:00:00Z"));
        assertThat(remindersAbout("outcome-6", "claire.lefevre@exemple.fr")).isEqualTo(2);
        assertThat(remindersAbout("outcome-6", "coordination@exemple.fr")).isEqualTo(1);
    }

    /** Whoever was reminded of it: their page shows the sheet until it is written. */
    @Test
    void aMissingOutcomeStaysItsPhysiciansAfterTheCoordinatorWasTold() {
        answeredCall("outcome-10");
        reminders.remindAt(Instant.parse("2033-03-12T08:00:00Z"));
        Instant before = EVENING.minusSeconds(60);
        assertThat(awaited.between(before, EVENING.plusSeconds(600), 50))
                .extracting(one -> one.call().call().value())
                .doesNotContain("outcome-10");
        assertThat(awaited.of(PHYSICIAN, before, 50))
                .extracting(one -> one.call().value())
                .contains("outcome-10");
        assertThat(awaited.of(new PhysicianId(UUID.randomUUID()), before, 50)).isEmpty();
        put("outcome-10", FINAL).statusCode(200);
        assertThat(awaited.of(PHYSICIAN, before, 50))
                .extracting(one -> one.call().value())
                .doesNotContain("outcome-10");
    }

    @Test
    void aNomenclatureIsAFileAndAVersionInUseNeverChanges() {
        String template = given().get("/api/nomenclatures/2026.1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(template).contains("Médecin généraliste");
        yaml().body("version: \"2026.1\"\nlabel: autre\nvalid-from: 2026-01-01\ncaller-profiles: [{code: AA, label: A,"
                        + " counts-as: [NURSE]}]\nmotives: [{code: AA, label: A}]\norientations: [{code: AA, label: A}]\n"
                        + "places-of-care: [{code: AA, label: A}]\n")
                .post("/api/nomenclatures")
                .then()
                .statusCode(409);
        yaml().body("version: \"2027.1\"\nlabel: trame\n")
                .post("/api/nomenclatures")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("valid-from"));
    }

    private long remindersAbout(String call, String recipient) {
        return MailServer.inbox(recipient).stream()
                .filter(mail -> GreenMailUtil.getBody(mail).contains(call))
                .count();
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ValidatableResponse put(String call, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/calls/" + call + "/outcome")
                .then();
    }

    private void answeredCall(String id) {
        CallId call = new CallId(id);
        journal.append(List.of(
                new CallEvent.Received(
                        call, EVENING, "0344112233", Optional.of(TERRITORY), Origin.PUBLIC, Optional.empty()),
                new CallEvent.ProfileChosen(call, EVENING.plusSeconds(9), Profile.NURSE),
                new CallEvent.LadderOpened(
                        call, EVENING.plusSeconds(9), LocalDate.of(2026, 3, 9), 1, "planning publié"),
                new CallEvent.AttemptStarted(call, EVENING.plusSeconds(9), 1, 1, PHYSICIAN, Duration.ofSeconds(20)),
                new CallEvent.Bridged(call, EVENING.plusSeconds(20), "leg"),
                new CallEvent.Unbridged(call, EVENING.plusSeconds(500), "leg"),
                new CallEvent.AttemptEnded(call, EVENING.plusSeconds(500), 1, AttemptResult.ACCEPTED, 16),
                new CallEvent.Ended(call, EVENING.plusSeconds(501), Ending.ANSWERED, 16)));
        await().until(() -> outcomes.call(call)
                .filter(known -> known.talk().toSeconds() == 480)
                .isPresent());
    }

    private static RequestSpecification yaml() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml");
    }
}
