package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.PhysicianDevices;
import fr.appui.access.Role;
import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.life.ImportDesk;
import fr.appui.push.PhysicianMessages;
import fr.appui.push.PushSender;
import fr.appui.push.PushServer;
import fr.appui.push.PushSettings;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages on a physician's device: asked for, sent with the mail of the same act, accepted, shown, ended. */
@QuarkusTest
class DeviceMessagesIT {

    private static final String DEVICES = "/compte/appareils";
    private static final String NOTIFICATIONS = DEVICES + "/notifications";
    private static final Pattern REMOVAL = Pattern.compile("action=\"(" + NOTIFICATIONS + "/[^\"]+/retrait)\"");

    private static final Pattern AGAIN = Pattern.compile("action=\"(/planning/[^\"]+/renvoi)\"");

    /** Nine digits that are no date. */
    private static final Pattern NUMBER = Pattern.compile("(\\d[ .\u00a0\u202f]?){9}");

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    ImportDesk imports;

    @Inject
    DeviceQueue queue;

    @Inject
    DeviceAlerts alerts;

    @Inject
    PhysicianMessages alert;

    @Inject
    PhysicianDevices devices;

    @Inject
    PushSender sender;

    @Inject
    PushSettings settings;

    @Inject
    AuditLog log;

    @Inject
    Clock clock;

    private Place place;
    private String coordinator;
    private String physician;
    private String path;

    @BeforeEach
    void aPhysicianAndACoordinator() {
        AdministratorByDefault.nobody();
        place = world.create();
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        physician = visitors.session(
                visitors.physician(place.physicians().getFirst().id()));
        path = "/appareil-" + UUID.randomUUID();
    }

    @Test
    void whatTheMailSaysIsShownOnTheDeviceAndEachStateIsTold() {
        subscribe(physician, path).statusCode(303);
        Browse.as(physician).get(DEVICES).then().body(containsString("Affiche les messages depuis"));
        publish();
        messages().body(containsString(">à envoyer<"));

        relayAfter(Duration.ZERO);
        PushServer.Got got = PushServer.got(path).getFirst();
        assertThat(got.message().path("text").asText())
                .startsWith("Vos astreintes")
                .doesNotContainPattern(NUMBER);
        assertThat(got.message().path("address").asText()).isEqualTo("/mes-astreintes");
        messages().body(containsString(">accepté<")).body(not(containsString(">reçu<")));

        String id = got.message().path("id").asText();
        receipt(id).statusCode(204);
        receipt(id).statusCode(404);
        messages().body(containsString(">reçu<"));
    }

    /** A call that waits, a sheet to fill in: by the same way, with the same states. */
    @Test
    void anAlertIsShownOnTheDeviceAndLeadsToItsPage() {
        subscribe(physician, path).statusCode(303);
        alert();
        messages()
                .body(containsString("Alertes d’un appel"))
                .body(containsString(">à envoyer<"))
                .body(not(containsString("Aucun message n’a été écrit")));
        relayAfter(Duration.ZERO);
        messages()
                .body(containsString("Fiche à compléter"))
                .body(containsString(place.name(0)))
                .body(containsString(">accepté<"))
                .body(not(containsString(">reçu<")));
        PushServer.Got got = PushServer.got(path).getFirst();
        assertThat(got.message().path("text").asText()).isEqualTo("Fiche à compléter");
        assertThat(got.message().path("address").asText()).isEqualTo("/mes-appels");
        String id = got.message().path("id").asText();
        receipt(id).statusCode(204);
        receipt(id).statusCode(404);
        messages().body(containsString(">reçu<")).body(not(containsString(">accepté<")));
        relayAfter(Duration.ofHours(1));
        assertThat(PushServer.got(path)).hasSize(1);
    }

    @Test
    @Whole
    void anAlertThatNoDeviceTookSaysWhyAndIsSentAgain() {
        subscribe(physician, path).statusCode(303);
        PushServer.answer(path, 503);
        alert();
        relayAfter(Duration.ZERO);
        messages().body(containsString(">pas parti<")).body(containsString("le service de notification répond 503"));
        again(messages()).body(containsString("part dans les secondes qui viennent"));
        PushServer.answer(path, 410);
        relayAfter(Duration.ZERO);
        again(messages())
                .body(containsString("n’est pas repartie"))
                .body(containsString("ce navigateur n’existe plus"));

        String another = path + "-autre";
        subscribe(physician, another).statusCode(303);
        again(messages()).body(containsString("part dans les secondes qui viennent"));
        relayAfter(Duration.ZERO);
        assertThat(PushServer.got(another)).hasSize(1);
        messages().body(containsString(">accepté<"));
    }

    /** It was accepted once; since then its physician has let the device go. */
    @Test
    @Whole
    void anAlertThatHasNowhereToGoIsNotSaidToHaveLeftAgain() {
        subscribe(physician, path).statusCode(303);
        alert();
        relayAfter(Duration.ZERO);
        Browse.post(physician, DEVICES, removal(physician), Map.of()).statusCode(303);
        again(messages())
                .body(containsString("n’est pas repartie"))
                .body(containsString("n’a plus d’appareil"))
                .body(not(containsString("est partie")));
        assertThat(audited()).isEmpty();

        subscribe(physician, path + "-autre").statusCode(303);
        again(messages()).body(containsString("part dans les secondes qui viennent"));
        assertThat(audited())
                .singleElement()
                .asString()
                .isEqualTo("Alerte renvoyée à " + place.name(0) + " : Fiche à compléter");
    }

    private List<String> audited() {
        return log.search(new AuditLog.Filter(Optional.empty(), Optional.empty(), Optional.empty()), 0, 200).stream()
                .filter(entry -> entry.act().equals("notice.again"))
                .filter(entry -> entry.subject().equals(place.code().value()))
                .map(AuditEntry::detail)
                .toList();
    }

    @Test
    void anAlertOfAnotherTerritoryIsNeitherShownNorSentAgain() {
        subscribe(physician, path).statusCode(303);
        alert();
        String again = again(messages().extract().asString());
        place = world.create();
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        messages().body(not(containsString("Fiche à compléter")));
        String there = "/planning/" + place.code() + again.substring(again.indexOf("/messages/"));
        Browse.post(coordinator, "/planning", there, Map.of()).statusCode(404);
    }

    @Test
    void aMessageThatWasNeverSentHasNoReceipt() {
        receipt(UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    @Whole
    void aPushServiceThatRefusesIsTriedAgainAndThenNotAnyMore() {
        subscribe(physician, path).statusCode(303);
        PushServer.answer(path, 503);
        publish();
        relayAfter(Duration.ZERO);
        messages().body(containsString("le service de notification répond 503"));
        PushServer.answer(path, 201);
        relayAfter(Duration.ofHours(13));
        messages().body(containsString("n’a pas pu être envoyé à temps"));
        assertThat(PushServer.got(path))
                .as("told when it was of use, or not at all")
                .hasSize(1);
    }

    /** The answer of its push service may be lost, and the receipt come all the same. */
    @Test
    void whatADeviceSaysItShowedIsNotSentAgain() {
        subscribe(physician, path).statusCode(303);
        PushServer.answer(path, 503);
        publish();
        relayAfter(Duration.ZERO);
        String id = PushServer.got(path).getFirst().message().path("id").asText();
        receipt(id).statusCode(204);
        queue.refused(UUID.fromString(id), "le service de notification ne répond pas", clock.instant());
        PushServer.answer(path, 201);
        relayAfter(Duration.ofHours(1));
        assertThat(PushServer.got(path)).hasSize(1);
        messages().body(containsString(">reçu<")).body(not(containsString("ne répond pas")));
    }

    @Test
    void ofOneAccountTheNewestDevicesAreKept() {
        for (int i = 0; i < 12; i++) {
            subscribe(physician, path + "-" + i).statusCode(303);
        }
        PhysicianId first = place.physicians().getFirst().id();
        List<PhysicianDevices.Known> kept = devices.of(first);
        assertThat(kept)
                .hasSize(10)
                .noneMatch(device -> device.address().endpoint().getPath().equals(path + "-0"));
        devices.remove(kept.getFirst().id());
        assertThat(devices.of(first)).as("none behind them").hasSize(9);
    }

    @Test
    void aBrowserThatAsksTwiceAtOnceHasAskedOnce() {
        for (int round = 0; round < 5; round++) {
            String twice = path + "-" + round;
            List<Integer> came = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(i -> subscribe(physician, twice).extract().statusCode())
                    .toList();
            assertThat(came).containsOnly(303);
        }
        assertThat(devices.of(place.physicians().getFirst().id())).hasSize(5);
    }

    @Test
    void aBrowserThatIsGoneIsWrittenToNoMore() {
        subscribe(physician, path).statusCode(303);
        PushServer.answer(path, 410);
        publish();
        relayAfter(Duration.ZERO);
        messages().body(containsString("ce navigateur n’existe plus"));
        Browse.as(physician).get(DEVICES).then().body(containsString("Aucun appareil ne les affiche"));
        assertThat(devices.of(place.physicians().getFirst().id())).isEmpty();
    }

    @Test
    void whoEndsADeviceFromAnotherEndsItsMessages() {
        var account = visitors.physician(place.physicians().get(1).id());
        String lost = visitors.session(account);
        String here = visitors.session(account);
        subscribe(lost, path).statusCode(303);
        String removal = removal(here);
        Browse.post(physician, DEVICES, removal, Map.of()).statusCode(404);
        assertThat(devices.of(place.physicians().get(1).id())).hasSize(1);
        Browse.post(here, DEVICES, DEVICES + "/autres/fin", Map.of()).statusCode(303);
        assertThat(devices.of(place.physicians().get(1).id())).isEmpty();

        subscribe(here, path).statusCode(303);
        Browse.post(here, DEVICES, removal(here), Map.of()).statusCode(303);
        assertThat(devices.of(place.physicians().get(1).id())).isEmpty();
    }

    @Test
    void aBrowserThatIsOpenAgainStaysItsPhysiciansAndNobodyElses() {
        subscribe(physician, path).statusCode(303);
        String other =
                visitors.session(visitors.physician(place.physicians().get(2).id()));
        var again = new HashMap<>(PushServer.subscription(path));
        again.put("renouveler", "oui");
        Browse.post(other, DEVICES, NOTIFICATIONS, again).statusCode(410);
        Browse.post(physician, DEVICES, NOTIFICATIONS, again).statusCode(204);
        assertThat(devices.of(place.physicians().getFirst().id())).hasSize(1);
    }

    /** What a browser says from there: the device is this session's, and ends with it. */
    @Test
    @Whole
    void everyPageOfAPhysicianSaysThatTheBrowserIsThere() {
        for (String page : List.of("/mes-astreintes", "/mes-souhaits", DEVICES)) {
            Browse.as(physician).get(page).then().statusCode(200).body(containsString("/assets/push.js"));
        }
        Browse.as(coordinator)
                .get("/planning/" + place.code() + "/messages")
                .then()
                .body(not(containsString("push.js")));
    }

    @Test
    void onlyPhysiciansAskAndOnlyForPushServicesOfTheList() {
        subscribe(coordinator, path).statusCode(400).body(containsString("écrites aux médecins"));
        var elsewhere = new HashMap<>(PushServer.subscription(path));
        elsewhere.put("adresse", "http://169.254.169.254/latest");
        Browse.post(physician, DEVICES, NOTIFICATIONS, elsewhere)
                .statusCode(400)
                .body(containsString("n’est pas admis ici"));
        RestAssured.given()
                .cookie("appui", physician)
                .get(NOTIFICATIONS + "/cle")
                .then()
                .statusCode(200)
                .body(equalTo(settings.publicKey().orElseThrow()));
    }

    private io.restassured.response.ValidatableResponse subscribe(String session, String device) {
        return Browse.post(session, DEVICES, NOTIFICATIONS, PushServer.subscription(device));
    }

    /** As a service worker says it: no form, no session. */
    private static io.restassured.response.ValidatableResponse receipt(String id) {
        return RestAssured.given()
                .contentType("application/json")
                .post("/api/push-receipts/" + id)
                .then();
    }

    private static String removal(String session) {
        Matcher found = REMOVAL.matcher(Browse.as(session).get(DEVICES).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void alert() {
        alert.show(
                place.physicians().getFirst().id().value(),
                place.code().value(),
                "Fiche à compléter",
                "/mes-appels",
                clock.instant());
    }

    private io.restassured.response.ValidatableResponse again(io.restassured.response.ValidatableResponse page) {
        String next = Browse.post(coordinator, "/planning", again(page.extract().asString()), Map.of())
                .statusCode(303)
                .extract()
                .header("Location");
        return Browse.as(coordinator)
                .get(next.substring(next.indexOf("/planning/")))
                .then()
                .statusCode(200);
    }

    private static String again(String page) {
        Matcher found = AGAIN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
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

    private io.restassured.response.ValidatableResponse messages() {
        return Browse.as(coordinator)
                .get("/planning/" + place.code() + "/messages")
                .then()
                .statusCode(200);
    }

    private void relayAfter(Duration time) {
        new DeviceRelay(queue, alerts, devices, sender, settings, Clock.offset(clock, time)).relay();
    }
}
