package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.DateRange;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Duty;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a Saturday evening the physician on duty cannot go on: one tap, and the first colleague who accepts is who calls reach. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class CannotHoldIT {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
    private static Browser browser;

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    PublishedRotas rotas;

    @Inject
    CurrentRota snapshot;

    @Inject
    NoticeRelay relay;

    @Inject
    Clock clock;

    private Place place;
    private int giver;
    private String coordinator;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void aPublishedQuarterUnderWay() {
        AdministratorByDefault.nobody();
        Place next = world.create();
        place = new Place(next.code(), next.physicians(), next.quarter().previous());
        giver = place.holder(SATURDAY);
        Territory territory = directory.territory(place.code()).orElseThrow();
        directory.save(territory.withContact(new Territory.Contact(
                territory.line(),
                territory.contact().mail(),
                Optional.of(PhoneNumber.parse("03 44 99 12 34")),
                territory.rules())));
        List<Duty> duties = new DateRange(
                        place.quarter().first(), place.quarter().last())
                .dates()
                .flatMap(date -> Stream.of(
                        new Duty(date, 1, physician(place.holder(date))),
                        new Duty(date, 2, physician((place.holder(date) + 1) % 8))))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), place.quarter(), 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
    }

    @Test
    void oneTapAsksThoseWhoCanAndNobodyLosesTheDutyUntilOneAccepts() {
        Page page = phone(giver);
        page.navigate("/mes-astreintes");
        String second = place.physicians()
                .get((giver + 1) % 8)
                .numbers()
                .getFirst()
                .number()
                .national();
        assertThat(page.locator("#ce-soir")).containsText(place.name((giver + 1) % 8) + " : " + second);
        assertThat(page.locator("#ce-soir")).containsText("La coordination : 03 44 99 12 34");
        page.locator("#ce-soir").getByText("Je ne peux plus assurer").click();
        assertThat(page.locator(".done")).containsText("Vous restez d’astreinte tant que personne n’a accepté");
        assertThat(page.locator("#ce-soir")).containsText("personne n’a encore accepté");
        assertThat(called()).isEqualTo(physician(giver));

        home().body(containsString(place.name(giver) + " ne peut plus assurer l’astreinte"))
                .body(containsString("personne n’a encore accepté"));
        relay.relay();
        assertThat(MailServer.inbox("coordination" + place.code().value().substring("PLAN-".length()) + "@exemple.fr"))
                .isNotEmpty();

        int other = (giver + 2) % 8;
        Page declining = phone(other);
        declining.navigate("/mes-astreintes");
        declining.getByText("Je ne peux pas").click();
        assertThat(declining.locator(".done")).containsText("Le planning ne change pas");
        assertThat(declining.locator("#sollicite").count()).isZero();
        Browse.as(coordinator)
                .get("/planning/" + place.code() + "/ce-soir?date=" + SATURDAY)
                .then()
                .statusCode(200)
                .body(containsString(place.name(other) + " ne peut pas"))
                .body(containsString("encore répondu"));

        int taker = (giver + 7) % 8;
        Page taking = phone(taker);
        Page late = phone((giver + 1) % 8);
        taking.navigate("/mes-astreintes");
        late.navigate("/mes-astreintes");
        assertThat(taking.locator("#sollicite + ul")).containsText(place.name(giver));
        taking.getByText("Je la prends").click();
        assertThat(taking.locator(".done")).containsText("L’astreinte est à vous");
        assertThat(taking.locator("#ce-soir h2")).containsText("Vous êtes d’astreinte");
        assertThat(called()).isEqualTo(physician(taker));
        late.getByText("Je la prends").click();
        assertThat(late.locator(".error-summary")).containsText(place.name(taker) + " a déjà pris cette astreinte");
        assertThat(called()).isEqualTo(physician(taker));
        home().body(not(containsString("ne peut plus assurer")));
    }

    @Test
    void aBackUpIsReplacedOnTheirOwnRungByWhoeverAcceptsOnThePage() {
        int backUp = (giver + 1) % 8;
        Page page = phone(backUp);
        page.navigate("/mes-astreintes");
        page.locator("#ce-soir").getByText("Je ne peux plus assurer").click();
        assertThat(page.locator("#ce-soir")).containsText("personne n’a encore accepté");
        assertThat(page.locator("#ce-soir")).containsText("Finalement, j’assure");
        home().body(containsString(place.name(backUp) + " ne peut plus assurer l’astreinte de recours"))
                .body(containsString("?date=" + SATURDAY + "#placer"));

        Page taking = phone((giver + 4) % 8);
        taking.navigate("/mes-astreintes");
        assertThat(taking.locator("#sollicite + ul"))
                .containsText(place.name(backUp) + " ne peut plus assurer l’astreinte de recours");
        taking.getByText("Je la prends").click();
        assertThat(taking.locator(".done")).containsText("L’astreinte est à vous");
        assertThat(called()).as("the first rung stays").isEqualTo(physician(giver));
    }

    @Test
    void whoCanAfterAllTakesItBackInOneTap() {
        Page page = phone(giver);
        page.navigate("/mes-astreintes");
        page.locator("#ce-soir").getByText("Je ne peux plus assurer").click();
        page.locator("#ce-soir").getByText("Finalement, j’assure").click();
        assertThat(page.locator(".done")).containsText("Vous assurez votre astreinte");
        assertThat(page.locator("#ce-soir").getByText("Je ne peux plus assurer"))
                .isVisible();
        home().body(not(containsString("ne peut plus assurer")));
    }

    @Test
    void theMonthShowsOnesDutiesPastAndToCome() {
        Page page = browser.openWithoutScript(
                service.toString(), Screen.PHONE, visitors.session(visitors.physician(physician(giver))));
        page.navigate("/mes-astreintes");
        page.getByText("Mon calendrier du mois").click();
        assertThat(page.locator("#mois")).containsText("novembre 2026");
        assertThat(page.locator(".day.held")).hasCount(14);
        assertThat(page.locator("#j-" + SATURDAY)).containsText("samedi 14 novembre 2026");
        assertThat(page.locator("#j-" + SATURDAY)).containsText(place.name((giver + 1) % 8));
        page.navigate("/mes-astreintes/calendrier?mois=1999-13");
        assertThat(page.locator("#mois")).containsText("novembre 2026");
    }

    private ValidatableResponse home() {
        return Browse.as(coordinator).get("/").then().statusCode(200);
    }

    private PhysicianId called() {
        assertThat(snapshot.refresh()).isTrue();
        return ((OnDuty.Open) snapshot.current().onDuty(place.code(), clock.instant()))
                .ladder()
                .getFirst()
                .physician();
    }

    private PhysicianId physician(int index) {
        return place.physicians().get(index).id();
    }

    private Page phone(int physician) {
        return browser.openWithoutScript(
                service.toString(), Screen.PHONE, visitors.session(visitors.physician(physician(physician))));
    }
}
