package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.life.WishBook;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator asks for the wishes of a quarter, sees who answered, writes them down for who calls, and reminds the others. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class WishCampaignIT {

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    WishBook wishes;

    @Inject
    NoticeRelay relay;

    private Place place;
    private String coordinator;
    private Page page;

    @BeforeEach
    void aTerritoryWithItsCoordinator() {
        AdministratorByDefault.nobody();
        place = world.create();
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, coordinator);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void fromOpeningToTheLastAnswer() {
        LocalDate deadline = place.quarter().first().minusDays(10);
        page.navigate("/planning/" + place.code() + "/souhaits?trimestre=" + place.quarter());
        page.locator("#echeance").fill(deadline.toString());
        page.getByText("Ouvrir le recueil et écrire à chacun").click();
        assertThat(page.locator("main")).containsText("0 réponse sur 8");
        assertThat(page.locator("tbody")).containsText("Message à envoyer");
        relay.relay();
        relay.relay();
        assertThat(MailServer.inbox(place.mail(0))).hasSize(1);
        page.reload();
        assertThat(page.locator("tbody")).containsText("Message accepté");
        assertThat(page.locator("tbody")).not().containsText("à envoyer");

        Page phone = browser.openWithoutScript(
                service.toString(),
                Screen.PHONE,
                visitors.session(visitors.physician(place.physicians().get(0).id())));
        phone.navigate("/mes-souhaits");
        phone.getByText("Rien à dire", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(phone.locator("#recueil-" + place.quarter())).containsText("Répondu : rien à dire");

        page.reload();
        assertThat(page.locator("main")).containsText("1 réponse sur 8");
        page.locator("tbody a").nth(1).click();
        assertThat(page.locator("h1")).containsText(place.name(1));
        LocalDate monday = place.monday(2);
        page.locator("button[value^='" + monday + "/']").click();
        assertThat(page.locator("button[value='" + monday + "/AWAY']")).hasCount(1);
        assertThat(wishes.of(place.physicians().get(1).id()).unavailableOn(monday))
                .isTrue();
        assertThat(page.locator(".lead")).containsText("souhaits donnés");
        page.getByText("Médecin suivant").click();
        assertThat(page.locator("h1")).containsText(place.name(2));
        page.getByText("Rien à dire, médecin suivant").click();
        assertThat(page.locator("h1")).containsText(place.name(3));

        Browse.as(coordinator)
                .get("/")
                .then()
                .body(containsString("3 sur 8 ont répondu"))
                .body(containsString("/planning/" + place.code() + "/souhaits?trimestre=" + place.quarter()));
        page.navigate("/planning/" + place.code() + "/souhaits?trimestre=" + place.quarter());
        page.getByText("Relancer qui n’a pas répondu").click();
        assertThat(page.locator("main")).containsText("Dernière relance");
        relay.relay();
        relay.relay();
        assertThat(MailServer.inbox(place.mail(0)))
                .as("who answered is left in peace")
                .hasSize(1);
        assertThat(MailServer.inbox(place.mail(4))).hasSize(2);
        page.getByText("Relancer qui n’a pas répondu").click();
        assertThat(page.locator(".error-summary")).containsText("moins de 12 heures");
        assertThat(MailServer.inbox(place.mail(4))).hasSize(2);

        for (int physician = 3; physician < 8; physician++) {
            page.navigate("/planning/" + place.code() + "/souhaits/" + place.id(physician) + "/calendrier?trimestre="
                    + place.quarter());
            page.getByText("Rien à dire, médecin suivant").click();
        }
        assertThat(page.locator("main")).containsText("8 réponses sur 8");
        assertThat(page.getByText("Relancer qui n’a pas répondu")).hasCount(0);
        Browse.as(coordinator).get("/").then().body(not(containsString("ont répondu")));
    }
}
