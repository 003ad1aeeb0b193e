package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.PhysicianDevices;
import fr.appui.access.Role;
import fr.appui.directory.Physician;
import fr.appui.planning.notice.DeviceRelay;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import fr.appui.push.PushServer;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What the push service was given is shown by the browser. Chromium asks its maker's servers for an address before it takes messages, so
 * that the address is the test's and the message is handed to the service worker by the developer tools.
 */
@Whole
@QuarkusTest
class PushStoryIT {

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    NoticeQueue notices;

    @Inject
    DeviceRelay relay;

    @Inject
    PhysicianDevices devices;

    @Inject
    Clock clock;

    @Test
    void aMessageIsShownAndItsReceiptIsTold() {
        AdministratorByDefault.nobody();
        Place place = world.create();
        Physician physician = place.physicians().getFirst();
        String session = visitors.session(visitors.physician(physician.id()));
        String coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        String base = "http://localhost:" + service.getPort();
        try (Browser browser = Browser.whole()) {
            Page page = browser.open(base, Browser.Screen.PHONE, ColorScheme.LIGHT, session);
            page.context().grantPermissions(List.of("notifications"));
            CDPSession devtools = page.context().newCDPSession(page);
            AtomicReference<String> registration = new AtomicReference<>("");
            devtools.on(
                    "ServiceWorker.workerRegistrationUpdated",
                    event -> event.getAsJsonArray("registrations")
                            .forEach(one -> registration.set(
                                    one.getAsJsonObject().get("registrationId").getAsString())));
            devtools.send("ServiceWorker.enable");
            page.navigate("/compte/appareils");
            page.getByText("Afficher les messages sur cet appareil").waitFor();
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");

            String sent = sent(place, physician, session);
            var message = new JsonObject();
            message.addProperty("origin", base);
            message.addProperty("registrationId", registration.get());
            message.addProperty("data", sent);
            devtools.send("ServiceWorker.deliverPushMessage", message);
            page.waitForFunction("() => navigator.serviceWorker.ready.then(one => one.getNotifications())"
                    + ".then(all => all.some(one => one.body === 'Échange d’astreinte proposé'))");
            String messages = "/planning/" + place.code() + "/messages";
            await().untilAsserted(() ->
                    assertThat(Browse.as(coordinator).get(messages).asString()).contains(">reçu<"));
        }
    }

    /** A session ends by itself after an idle hour: the browser that comes back in another is that one's, and ends with it. */
    @Test
    void aBrowserThatComesBackBelongsToTheSessionThatGoesOn() {
        AdministratorByDefault.nobody();
        Place place = world.create();
        Physician physician = place.physicians().getFirst();
        var account = visitors.physician(physician.id());
        String before = visitors.session(account);
        Map<String, String> subscription = PushServer.subscription("/appareil-" + UUID.randomUUID());
        Browse.post(before, "/compte/appareils", "/compte/appareils/notifications", subscription)
                .statusCode(303);
        String now = visitors.session(account);
        try (Browser browser = new Browser()) {
            Page page =
                    browser.open("http://localhost:" + service.getPort(), Browser.Screen.PHONE, ColorScheme.LIGHT, now);
            page.addInitScript(subscribed(subscription));
            Response renewed = page.waitForResponse(
                    response -> response.url().endsWith("/compte/appareils/notifications"),
                    () -> page.navigate("/mes-astreintes"));
            assertThat(renewed.status()).isEqualTo(204);
        }
        String elsewhere = visitors.session(account);
        Browse.post(before, "/mes-astreintes", "/deconnexion", Map.of()).statusCode(303);
        assertThat(devices.of(physician.id()))
                .as("the old session has it no more")
                .hasSize(1);
        Browse.post(elsewhere, "/compte/appareils", "/compte/appareils/autres/fin", Map.of())
                .statusCode(303);
        assertThat(devices.of(physician.id())).isEmpty();
    }

    /** A browser that its maker's servers gave this address. */
    private static String subscribed(Map<String, String> subscription) {
        return "const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')),"
                + " c => c.charCodeAt(0)).buffer;"
                + "PushManager.prototype.getSubscription = async () => ({ endpoint: '"
                + subscription.get("adresse") + "', getKey: name => bytes(name === 'auth' ? '"
                + subscription.get("secret") + "' : '" + subscription.get("cle") + "') });";
    }

    /** @return what the push service was given, opened */
    private String sent(Place place, Physician physician, String session) {
        String path = "/appareil-" + UUID.randomUUID();
        Browse.post(session, "/compte/appareils", "/compte/appareils/notifications", PushServer.subscription(path))
                .statusCode(303);
        notices.add(
                new Notice(
                        UUID.randomUUID(),
                        physician.mail(),
                        "Échange d’astreinte proposé",
                        "Bonjour,\n",
                        Optional.empty()),
                new Regarding(place.code(), physician.id()),
                clock.instant());
        relay.relay();
        return PushServer.got(path).getFirst().message().toString();
    }
}
