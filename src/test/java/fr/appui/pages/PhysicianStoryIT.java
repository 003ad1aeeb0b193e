package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.Unavailability;
import fr.appui.planning.life.WishBook;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Rung;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What physicians do on their phone besides logging calls. It is the evening of Saturday 14 November 2026. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class PhysicianStoryIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static Browser browser;

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    CurrentRota rota;

    @Inject
    PublishedRotas rotas;

    @Inject
    WishBook wishes;

    @Inject
    Clock clock;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void busyWithAPriorityAstreinteSendsCallsToTheOthersAtOnce() {
        List<Rung> before = ladder();
        Page page = phone(before.getFirst().physician());
        page.navigate("/mes-astreintes");
        page.getByText("Occupé : astreinte prioritaire").click();
        assertThat(page.locator("#ce-soir")).containsText("les appels vont d’abord aux autres");
        assertThat(ladder().stream().map(Rung::position)).containsExactly(2, 1);

        Page regulator = page(visitors.session(visitors.account(List.of(Grant.everywhere(Role.REGULATOR)))));
        regulator.navigate("/regulation?q=HDF-OISE");
        assertThat(regulator.locator(".answer")).containsText("appelé en dernier");

        page.getByText("Je suis de nouveau disponible").click();
        assertThat(page.locator(".done")).containsText("Les appels vous reviennent");
        assertThat(ladder()).isEqualTo(before);
    }

    @Test
    void presenceIsConfirmedAndAnotherNumberServesForTonight() {
        PhysicianId own = ladder().getFirst().physician();
        Page page = browser.openWithoutScript(service.toString(), Screen.PHONE, session(own));
        page.navigate("/mes-astreintes");
        page.getByText("Je confirme ma présence").click();
        assertThat(page.locator("#ce-soir")).containsText("Présence confirmée");

        page.locator("#ce-soir summary").click();
        page.locator("#numero").fill("douze");
        page.getByText("Me joindre ici").click();
        assertThat(page.locator(".error-summary")).containsText("06 12 34 56 78");
        assertThat(page.locator("#numero")).hasValue("douze");
        page.locator("#numero").fill("03 53 01 99 02");
        page.getByText("Me joindre ici").click();
        assertThat(page.locator("#ce-soir")).containsText("03 53 01 99 02");
        assertThat(ladder().getFirst().numbers()).containsExactly(new PhoneNumber("+33353019902"));
    }

    @Test
    void wishesAreMarkedOnTheCalendarWithoutAScript() {
        PhysicianId own = anybodyElse();
        Page page = browser.openWithoutScript(service.toString(), Screen.PHONE, session(own));
        page.navigate("/mes-souhaits?mois=2026-12");
        page.locator("button[value='2026-12-24']").click();
        page.locator("button[value='2026-12-25']").click();
        page.locator("label[for=marque-PREFER]").click();
        page.locator("button[value='2026-12-05']").click();
        assertThat(page.locator("button[value='2026-12-24']")).hasAttribute("title", "Indisponible");
        assertThat(page.locator("button[value='2026-12-25']")).hasAttribute("title", "Indisponible, Noël");
        page.locator("#s-jour").selectOption("2");
        page.locator("#s-du").fill("2026-12-01");
        page.locator("#s-au").fill("2026-12-31");
        page.getByText("Ajouter").click();
        page.locator("#accepte").selectOption("WEEK_ENDS_ONLY");
        page.locator("#maximum").fill("6");
        page.locator("#volontariat ~ form button").click();

        var kept = wishes.of(own);
        assertThat(kept.unavailableOn(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(kept.unavailableOn(LocalDate.of(2026, 12, 8))).isTrue();
        assertThat(kept.dislikeOf(LocalDate.of(2026, 12, 5))).isEqualTo(-1);
        assertThat(kept.maxDutyDays()).hasValue(6);
        assertThat(kept.unavailabilities()).hasAtLeastOneElementOfType(Unavailability.Every.class);

        page.locator("label[for=marque-AWAY]").click();
        page.locator("button[value='2026-12-24']").click();
        assertThat(wishes.of(own).unavailableOn(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(wishes.of(own).unavailableOn(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(LocalDate.of(2026, 12, 8).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }

    /** A telephone and a desk, each with the page as it was before the other's tap. */
    @Test
    void twoScreensLoseNoWish() {
        PhysicianId own = anybodyElse();
        Page phone = browser.openWithoutScript(service.toString(), Screen.PHONE, session(own));
        Page desk = browser.openWithoutScript(service.toString(), Screen.PHONE, session(own));
        phone.navigate("/mes-souhaits?mois=2027-02");
        desk.navigate("/mes-souhaits?mois=2027-02");
        phone.locator("button[value='2027-02-10']").click();
        desk.locator("button[value='2027-02-12']").click();
        assertThat(wishes.of(own).unavailableOn(LocalDate.of(2027, 2, 10))).isTrue();
        assertThat(wishes.of(own).unavailableOn(LocalDate.of(2027, 2, 12))).isTrue();

        phone.locator("#maximum").fill("5");
        phone.locator("#volontariat ~ form button").click();
        assertThat(phone.locator(".error-summary")).containsText("entre-temps");
        assertThat(phone.locator("#maximum")).hasValue("5");
        assertThat(phone.locator("button[value='2027-02-12']")).hasAttribute("title", "Indisponible");
        phone.locator("#volontariat ~ form button").click();
        assertThat(wishes.of(own).maxDutyDays()).hasValue(5);
    }

    /** The focus is where it says what became of an act, and why it did not. */
    @Test
    void aSwapIsProposedAcceptedAndTakenBackByKeyboardAlone() {
        Swappable swap = swappable();
        Page proposer = phone(swap.mine());
        proposer.navigate("/mes-echanges/proposer?date=" + swap.given());
        enter(proposer, "button[value='" + swap.other() + "']");
        tabTo(proposer, "main button.big");
        proposer.keyboard().press("Enter");
        assertThat(proposer.locator(".done")).isFocused();
        assertThat(proposer.locator(".done")).containsText("L’échange est proposé");

        Page other = phone(swap.other());
        other.navigate("/mes-echanges");
        enter(other, "#recus ~ ul form[action$='/acceptation'] button");
        assertThat(other.locator(".done")).isFocused();
        assertThat(other.locator(".done")).containsText("L’échange est fait");
        assertThat(holder(swap.given())).isEqualTo(swap.other());

        Page coordinator = browser.open(
                service.toString(),
                Screen.DESK,
                ColorScheme.LIGHT,
                visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE)))));
        String address = "/planning/" + OISE + "/" + Quarter.of(swap.given());
        coordinator.navigate(address + "?date=" + swap.given());
        enter(coordinator, "#pourquoi > summary");
        tabTo(coordinator, "#raison-annulation");
        coordinator.keyboard().type(" ");
        coordinator.keyboard().press("Enter");
        assertThat(coordinator.locator(".error-summary[role=alert]")).isFocused();
        assertThat(holder(swap.given())).isEqualTo(swap.other());
        tabTo(coordinator, "#raison-annulation");
        coordinator.keyboard().type("dit au téléphone");
        coordinator.keyboard().press("Enter");
        assertThat(coordinator.locator(".notice.done")).containsText("C’est fait");
        assertThat(holder(swap.given())).isEqualTo(swap.mine());
    }

    private static void enter(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String selector) {
        page.locator(selector).first().waitFor();
        for (int tabs = 0; tabs < 150; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                assertThat(page.locator(":focus-visible")).hasCount(1);
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @Test
    void aSwapIsProposedByOneAndAcceptedByTheOther() {
        Swappable swap = swappable();
        Page proposer = phone(swap.mine());
        proposer.navigate("/mes-echanges/proposer?date=" + swap.given());
        proposer.locator("button[value='" + swap.other() + "']").click();
        proposer.locator("label[for=p-" + swap.taken() + "]").click();
        proposer.locator("#raison").fill("mariage de ma sœur");
        proposer.getByText("Proposer", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(proposer.locator(".done")).containsText("L’échange est proposé");

        Page other = phone(swap.other());
        other.navigate("/mes-echanges");
        Locator received =
                other.locator("#recus ~ ul > li").filter(new Locator.FilterOptions().setHasText("mariage de ma sœur"));
        received.getByText("Accepter").click();
        assertThat(other.locator(".done")).containsText("L’échange est fait");
        assertThat(holder(swap.given())).isEqualTo(swap.other());
        assertThat(holder(swap.taken())).isEqualTo(swap.mine());
    }

    @Test
    void aSwapThatARuleForbidsSolicitsNobody() {
        PhysicianId own = ladder().getFirst().physician();
        PhysicianId other = ladder().get(1).physician();
        Page page = phone(own);
        page.navigate("/mes-echanges/proposer?avec=" + other);
        page.getByText("Proposer", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".error-summary")).containsText("cocher au moins une astreinte");
        Page colleague = phone(other);
        colleague.navigate("/mes-echanges");
        assertThat(colleague.locator("#recus").count()).isZero();
    }

    @Test
    void theAddressOfTheCalendarIsShownOnceAndAnswersUntilItIsWithdrawn() {
        Page page = phone(anybodyElse());
        page.navigate("/mon-agenda");
        page.getByText("Créer mon adresse").click();
        String address = page.locator(".secret").innerText();
        assertThat(page.request().get(address).text()).contains("BEGIN:VCALENDAR");
        page.navigate("/mon-agenda");
        assertThat(page.locator(".secret").count()).isZero();
        page.getByText("Retirer l’abonnement").click();
        assertThat(page.locator(".done")).containsText("ne répond plus");
        assertThat(page.request().get(address).status()).isEqualTo(404);
    }

    @Test
    void aCallOutsideTheLineIsDeclaredThenLogged() {
        Page page = phone(anybodyElse());
        page.navigate("/mes-appels-hors-ligne");
        page.locator("#quand").fill("2030-01-01T10:00");
        page.getByText("Remplir la fiche").click();
        assertThat(page.locator(".error-summary")).containsText("pas à venir");
        page.locator("#quand").fill("2026-11-14T20:30");
        page.locator("#minutes").fill("7");
        page.getByText("Remplir la fiche").click();
        page.waitForURL("**/mes-appels/declare-*");
        assertThat(page.locator("#duration")).hasValue("7");
        page.navigate("/mes-astreintes");
        assertThat(page.locator("#fiches")).containsText(Pattern.compile("attend(ent)? (sa|leur) fiche"));
    }

    /** Whatever the service would make of the second. */
    @Test
    void aButtonThatIsTouchedTwiceSendsOnce() {
        Page page = phone(anybodyElse());
        page.navigate("/mes-appels-hors-ligne");
        page.locator("#quand").fill("2026-11-13T20:30");
        List<Route> sent = new ArrayList<>();
        page.route("**/mes-appels-hors-ligne", sent::add);
        page.evaluate("() => { const button = document.querySelector('main form button');"
                + " button.click(); setTimeout(() => button.click(), 200); }");
        page.waitForTimeout(1_000);
        assertThat(sent).hasSize(1);
        sent.getFirst().resume();
        page.waitForURL("**/mes-appels/declare-*");
    }

    @Test
    void dutiesAndPayOfTheYearAreShownAndPrinted() {
        Page page = phone(ladder().getFirst().physician());
        page.navigate("/mon-service-fait?annee=2026");
        assertThat(page.locator("dl.figures")).containsText("€");
        assertThat(page.locator("tbody tr").count()).isPositive();
        var pdf =
                page.request().get(service.resolve("/mon-service-fait/2026.pdf").toString());
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        var sheet = page.request()
                .get(service.resolve("/mon-service-fait/2026.xlsx").toString());
        assertThat(sheet.status()).isEqualTo(200);
    }

    @Test
    void theRegulatorFindsTonightsNumber() {
        Page page = page(visitors.session(visitors.account(List.of(Grant.everywhere(Role.REGULATOR)))));
        page.navigate("/regulation");
        page.locator("#q").fill("oise");
        page.keyboard().press("Enter");
        assertThat(page.locator("a.call")).hasText("03\u00a053\u00a001\u00a060\u00a060");
        assertThat(page.locator("a.call")).hasAttribute("href", "tel:+33353016060");
        assertThat(page.locator(".state")).containsText("jusqu’au lundi 16 novembre 2026 à 8\u00a0h\u00a030");
    }

    /** Two duties to come in one quarter, of two physicians, that may change hands. */
    private record Swappable(PhysicianId mine, LocalDate given, PhysicianId other, LocalDate taken) {}

    private Swappable swappable() {
        LocalDate today =
                clock.instant().atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();
        List<DutyDay> days = rotas.days(OISE, today.plusDays(8), LocalDate.of(2026, 12, 20));
        DutyDay first = days.getFirst();
        DutyDay second = days.stream()
                .filter(day -> !holder(day).equals(holder(first)))
                .findFirst()
                .orElseThrow();
        return new Swappable(
                holder(first),
                first.window().date(),
                holder(second),
                second.window().date());
    }

    private PhysicianId holder(LocalDate date) {
        return holder(rotas.days(OISE, date, date).getFirst());
    }

    private static PhysicianId holder(DutyDay day) {
        return day.stretches().getFirst().holdings().stream()
                .filter(holding -> holding.rung() == 1)
                .findFirst()
                .flatMap(Holding::physician)
                .orElseThrow();
    }

    private PhysicianId anybodyElse() {
        List<PhysicianId> tonight = ladder().stream().map(Rung::physician).toList();
        return directory.physiciansOf(OISE).stream()
                .map(physician -> physician.id())
                .filter(id -> !tonight.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Rung> ladder() {
        return rota.current().onDuty(OISE, clock.instant()) instanceof OnDuty.Open open ? open.ladder() : List.of();
    }

    private Page phone(PhysicianId physician) {
        return page(session(physician));
    }

    private String session(PhysicianId physician) {
        return visitors.session(visitors.physician(physician));
    }

    private Page page(String session) {
        return browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
    }
}
