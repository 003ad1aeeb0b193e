package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.outreach.Alert;
import fr.appui.outreach.AlertQueue;
import fr.appui.outreach.Messenger;
import fr.appui.planning.life.ImportDesk;
import fr.appui.rota.Substitution.Act;
import fr.appui.sms.SmsGateway;
import fr.appui.sms.SmsReceipts;
import fr.appui.sms.SmsServer;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.Receipts;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A physician's text messages: offered by the territory, asked for, sent with the mail of the same act, accepted, delivered or not. */
@QuarkusTest
class SmsMessagesIT {

    private static final String SECRET = "le-secret-de-la-passerelle";
    private static final String DEVICES = "/compte/appareils";

    /** Nine digits that are no date. */
    private static final Pattern NUMBER = Pattern.compile("(\\d[ .\u00a0\u202f]?){9}");

    /** An alert of a test is not due while the test sends it. */
    private static final Duration NOT_BY_ITSELF = Duration.ofHours(1);

    private static final Map<String, String> SETTINGS =
            Map.of("body", "{\"to\":\"{to}\",\"text\":\"{text}\",\"ref\":\"{reference}\"}", "receipts.secret", SECRET);

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    ImportDesk imports;

    @Inject
    SmsQueue queue;

    @Inject
    AlertQueue alerts;

    @All
    List<Messenger> messengers;

    @Inject
    Directory directory;

    @Inject
    Receipts receipts;

    @Inject
    Clock clock;

    private final SmsServer server = new SmsServer();
    private Place place;
    private String coordinator;
    private String physician;

    @BeforeEach
    void aTerritoryAndAPhysicianOfIt() {
        QuarkusMock.installMockForType(server.gateway(SETTINGS), SmsGateway.class);
        QuarkusMock.installMockForType(SmsServer.receipts(SETTINGS), SmsReceipts.class);
        AdministratorByDefault.nobody();
        place = world.create();
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        physician = visitors.session(
                visitors.physician(place.physicians().getFirst().id()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoAskedIsWrittenToAndEachStateIsTold() {
        offer(true);
        want(true);
        Browse.as(physician).get(DEVICES).then().body(containsString("vous arrivent aussi par SMS"));
        publish();
        assertThat(states()).containsExactly("à envoyer");
        relayAfter(Duration.ZERO);
        JsonNode sent = sent().getFirst();
        assertThat(sent.path("to").asText()).startsWith("+336");
        assertThat(sent.path("text").asText())
                .startsWith("Appui : Vos astreintes - ")
                .doesNotContainPattern(NUMBER);
        assertThat(sent()).as("nobody else asked").hasSize(1);
        assertThat(states()).containsExactly("accepté");

        String reference = sent.path("ref").asText();
        receipt(SECRET, reference, "buffered").statusCode(204);
        assertThat(states()).containsExactly("accepté");
        receipt(SECRET, reference, "failed").statusCode(204);
        assertThat(states()).containsExactly("pas remis");
        receipt(SECRET, reference, "delivered").statusCode(204);
        receipt(SECRET, reference, "expired").statusCode(204);
        assertThat(states()).as("delivered is the last word").containsExactly("remis");
    }

    /** Of a call that waits, a duty that begins: what the gateway says of it is told, beside the state that the version before reads. */
    @Test
    @Whole
    void anAlertIsAcceptedAndDeliveredOrNot() throws Messenger.NotSent {
        var alert = new Alert(
                UUID.randomUUID(),
                Optional.empty(),
                place.code(),
                AlertChannel.SMS,
                Optional.of(place.physicians().getFirst().id()),
                new Alert.Content("Présence non confirmée", "Présence non confirmée pour ce soir."));
        alerts.add(List.of(alert), clock.instant().plus(NOT_BY_ITSELF));
        assertThat(states()).containsExactly("à envoyer");
        assertThat(alerts.take(new AlertQueue.Waiting(alert, 0), clock.instant().plusSeconds(60)))
                .isTrue();
        Messenger sms = messengers.stream()
                .filter(messenger -> messenger.channel() == AlertChannel.SMS)
                .findFirst()
                .orElseThrow();
        alerts.sent(alert, sms.send("+33639980001", alert), clock.instant());
        assertThat(states()).containsExactly("accepté");

        String reference = sent().getFirst().path("ref").asText();
        receipt("un-autre-secret-assez-long", reference, "delivered").statusCode(404);
        assertThat(states()).containsExactly("accepté");
        receipt(SECRET, reference, "failed").statusCode(204);
        assertThat(states()).containsExactly("pas remis");
        assertThat(heard(alert)).isInstanceOf(Receipts.Receipt.Undelivered.class);
        messages()
                .body(containsString("Présence non confirmée"))
                .body(containsString(place.name(0)))
                .body(containsString("n’a pas été remis au téléphone"));
        receipt(SECRET, reference, "delivered").statusCode(204);
        receipt(SECRET, reference, "expired").statusCode(204);
        assertThat(states()).as("delivered is the last word").containsExactly("remis");
        assertThat(heard(alert)).isInstanceOf(Receipts.Receipt.Delivered.class);
    }

    /** As the story of its call tells it. */
    private Receipts.Receipt heard(Alert alert) {
        return receipts.of(List.of(alert.id().toString())).get(alert.id().toString());
    }

    /** The answer of a gateway may be lost, and the receipt come all the same. */
    @Test
    @Whole
    void anAlertThatAReceiptSpeaksOfIsNotSentAgain() {
        var alert = new Alert(
                UUID.randomUUID(),
                Optional.empty(),
                place.code(),
                AlertChannel.SMS,
                Optional.empty(),
                new Alert.Content("Ligne sans réponse", "Ligne sans réponse."));
        alerts.add(List.of(alert), clock.instant().plus(NOT_BY_ITSELF));
        receipt(SECRET, alert.id().toString(), "delivered").statusCode(204);
        assertThat(states()).as("nobody sent it yet").containsExactly("à envoyer");
        assertThat(alerts.take(new AlertQueue.Waiting(alert, 0), clock.instant().plusSeconds(60)))
                .isTrue();
        receipt(SECRET, alert.id().toString(), "delivered").statusCode(204);
        alerts.refused(alert.id(), "la passerelle SMS ne répond pas", clock.instant());
        assertThat(alerts.take(new AlertQueue.Waiting(alert, 1), clock.instant().plusSeconds(60)))
                .isFalse();
        assertThat(states()).containsExactly("remis");
        messages().body(containsString("Coordination"));
    }

    @Test
    void aForgedOrUnknownReceiptChangesNothing() {
        offer(true);
        want(true);
        publish();
        relayAfter(Duration.ZERO);
        String reference = sent().getFirst().path("ref").asText();
        receipt("un-autre-secret-assez-long", reference, "delivered").statusCode(404);
        receipt("", reference, "delivered").statusCode(404);
        receipt(SECRET, UUID.randomUUID().toString(), "delivered").statusCode(204);
        receipt(SECRET, "référence-👋", "delivered").statusCode(204);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("sms", SECRET)
                .contentType("application/json")
                .body("{\"status\":\"delivered\"}")
                .post("/api/sms-receipts")
                .then()
                .statusCode(400)
                .body(containsString("reference"));
        assertThat(states()).containsExactly("accepté");
    }

    /** What its name was before anything was sent is nobody's to say, the gateway's neither. */
    @Test
    @Whole
    void whatWasNeverSentIsNotDelivered() {
        offer(true);
        want(true);
        publish();
        queue.receipt(UUID.randomUUID().toString(), true, clock.instant());
        assertThat(states()).containsExactly("à envoyer");
    }

    @Test
    @Whole
    void theGatewaysOwnNameCountsAsOurs() {
        QuarkusMock.installMockForType(server.gateway(Map.of("answer-id", "/sid")), SmsGateway.class);
        String sid = "SM" + UUID.randomUUID();
        server.answers(201, "{\"sid\":\"" + sid + "\"}");
        offer(true);
        want(true);
        publish();
        relayAfter(Duration.ZERO, Map.of("answer-id", "/sid"));
        queue.receipt(sid, true, clock.instant().plus(Duration.ofDays(4)));
        assertThat(states()).as("by then it names another one").containsExactly("accepté");
        receipt(SECRET, sid, "delivered").statusCode(204);
        assertThat(states()).containsExactly("remis");
    }

    /** It said yes: its name for the message is missing, and the message is not sent twice. */
    @Test
    @Whole
    void anAnswerWithoutTheNameThatWasExpectedIsToldAndNotSentAgain() {
        Map<String, String> named =
                Map.of("answer-id", "/sid", "body", "{\"to\":\"{to}\",\"text\":\"{text}\",\"ref\":\"{reference}\"}");
        server.answers(200, "{}");
        offer(true);
        want(true);
        publish();
        relayAfter(Duration.ZERO, named);
        assertThat(states()).containsExactly("accepté");
        messages().body(containsString("identifiant attendu"));
        int taken = sent().size();
        relayAfter(Duration.ofHours(1), named);
        assertThat(sent()).hasSize(taken);
    }

    @Test
    @Whole
    void aGatewayThatRefusesIsTriedAgainAndThenNotAnyMore() {
        offer(true);
        want(true);
        publish();
        server.answers(503, "");
        relayAfter(Duration.ZERO);
        messages().body(containsString("la passerelle SMS répond 503"));
        assertThat(states()).containsExactly("pas parti");
        server.answers(202, "");
        relayAfter(Duration.ofHours(13));
        messages().body(containsString("n’a pas pu être envoyé à temps"));
        assertThat(sent()).as("told when it was of use, or not at all").hasSize(1);
    }

    @Test
    @Whole
    void bothTheTerritoryAndThePhysicianHaveToWantIt() {
        Browse.as(physician).get(DEVICES).then().body(not(containsString("id=\"sms\"")));
        offer(true);
        publish();
        assertThat(states()).as("nobody asked").isEmpty();
        want(true);
        offer(false);
        again();
        assertThat(states()).as("not offered any more").isEmpty();
        offer(true);
        again();
        assertThat(states()).containsExactly("à envoyer");
        want(false);
        again();
        assertThat(states()).as("not wanted any more").isEmpty();
    }

    @Test
    void onlyAPhysicianAsks() {
        Browse.post(coordinator, "/planning", DEVICES + "/sms", Map.of("voulus", "true"))
                .statusCode(403);
    }

    private void offer(boolean offered) {
        Browse.post(
                        coordinator,
                        "/planning",
                        "/planning/" + place.code() + "/messages/sms",
                        Map.of("ouverts", String.valueOf(offered)))
                .statusCode(303);
    }

    private void want(boolean wanted) {
        Browse.post(physician, DEVICES, DEVICES + "/sms", Map.of("voulus", String.valueOf(wanted)))
                .statusCode(303);
    }

    private void again() {
        var first = Pattern.compile("action=\"([^\"]+/renvoi)\"")
                .matcher(messages().extract().asString().split(physicianName(), 2)[1]);
        assertThat(first.find()).isTrue();
        Browse.post(coordinator, "/planning", first.group(1), Map.of()).statusCode(303);
    }

    private String physicianName() {
        return directory
                .physician(place.physicians().getFirst().id())
                .orElseThrow()
                .name()
                .titled();
    }

    /** What the coordination reads of text messages. */
    private List<String> states() {
        return Pattern.compile("SMS&nbsp;:</span> <span class=\"tag[^\"]*\">([^<]+)<")
                .matcher(messages().extract().asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<JsonNode> sent() {
        return server.got().stream().map(got -> json(got.body())).toList();
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ValidatableResponse receipt(String secret, String reference, String status) {
        return RestAssured.given()
                .queryParam("secret", secret)
                .queryParam("reference", reference)
                .queryParam("status", status)
                .get("/api/sms-receipts")
                .then();
    }

    private void publish() {
        imports.rota(
                place.code(),
                place.quarter(),
                place.rotaByWeeks().getBytes(StandardCharsets.UTF_8),
                false,
                new Act("essai", "essai", clock.instant()));
        Browse.post(
                        coordinator,
                        "/planning",
                        "/planning/" + place.code() + "/" + place.quarter() + "/publication",
                        Map.of())
                .statusCode(200);
    }

    private ValidatableResponse messages() {
        return Browse.as(coordinator)
                .get("/planning/" + place.code() + "/messages")
                .then()
                .statusCode(200);
    }

    private void relayAfter(Duration time) {
        relayAfter(time, SETTINGS);
    }

    private void relayAfter(Duration time, Map<String, String> gateway) {
        new SmsRelay(queue, directory, server.gateway(gateway), SmsServer.settings(Map.of()), Clock.offset(clock, time))
                .relay();
    }
}
