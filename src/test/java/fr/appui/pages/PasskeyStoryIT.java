package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finger instead of a password, in a browser whose authenticator is Chromium's own. */
@Whole
@QuarkusTest
class PasskeyStoryIT {

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Test
    void aTelephoneSignsInByItsKeyAndNobodyUsesWhatItSignedAgain() {
        AdministratorByDefault.nobody();
        String base = "http://localhost:" + service.getPort();
        try (Browser browser = new Browser()) {
            String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.COORDINATOR))));
            Page page = browser.open(base, Browser.Screen.PHONE, ColorScheme.LIGHT, session);
            authenticatorOf(page);
            page.navigate("/compte/cles");
            page.getByLabel("Nom de cet appareil").fill("Mon téléphone");
            page.getByText("Ajouter une clé").click();
            page.getByText("Mon téléphone").first().waitFor();

            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/connexion/cle")) {
                    sent.add(request.postData());
                }
            });
            page.context().clearCookies();
            page.navigate("/connexion?suite=/compte/appareils");
            page.getByText("Entrer avec une clé d’accès").click();
            page.waitForURL("**/compte/appareils");
            assertThat(page.locator(".tag.good").innerText()).isEqualTo("Celui-ci");

            page.context().clearCookies();
            page.navigate("/connexion");
            String csrf = page.locator("input[name=csrf-token]").first().inputValue();
            String signed = java.net.URLDecoder.decode(
                    sent.getFirst().replaceAll(".*reponse=([^&]*).*", "$1"), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(JsonParser.parseString(signed).getAsJsonObject().has("response"))
                    .isTrue();
            var again = page.request()
                    .post(
                            base + "/connexion/cle",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("csrf-token", csrf)
                                            .set("reponse", signed)));
            assertThat(again.status()).isEqualTo(401);
        }
    }

    private static void authenticatorOf(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var authenticator = new JsonObject();
        authenticator.addProperty("protocol", "ctap2");
        authenticator.addProperty("transport", "internal");
        authenticator.addProperty("hasResidentKey", true);
        authenticator.addProperty("hasUserVerification", true);
        authenticator.addProperty("isUserVerified", true);
        authenticator.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", authenticator);
        devtools.send("WebAuthn.addVirtualAuthenticator", asked);
    }
}
