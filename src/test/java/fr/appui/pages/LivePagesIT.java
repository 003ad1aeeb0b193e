package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.DateRange;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that is followed live is brought up to date by what happens, and says so when nobody does it any more. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class LivePagesIT {

    private static final String STREAM = "**/api/calls/stream";

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    PlanningWorld world;

    @Inject
    Directory directory;

    @Inject
    PublishedRotas rotas;

    @Inject
    CurrentRota rota;

    @Inject
    Clock clock;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theListOfCallsSaysThatItsStreamStoppedUntilItComesAgain() {
        Page page = listOfCalls();
        page.route(STREAM, Route::abort);
        page.navigate("/appels");
        assertThat(page.locator("#live")).isVisible();
        assertThat(page.locator("#en-retard")).isHidden();

        page.clock().runFor(120_000);
        assertThat(page.locator("#en-retard")).containsText("ces données ont 2 min");

        page.unroute(STREAM);
        assertThat(page.locator("#en-retard")).isHidden();
    }

    @Test
    void beatsOfAServiceThatCannotLookDoNotKeepAPageUpToDate() {
        Page page = listOfCalls();
        page.route(
                STREAM,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: away\ndata: 1\n\n")));
        page.navigate("/appels");
        assertThat(page.locator("#live")).isVisible();

        page.clock().runFor(120_000);
        assertThat(page.locator("#en-retard")).containsText("ne peut pas lire ce qui est nouveau");
    }

    @Test
    void whoAnswersIsShownWithoutAnyTimerAndTheKeyboardStaysWhereItWas() {
        AdministratorByDefault.nobody();
        Place place = withLine(world.create(), "03 60 97 00 01");
        Page page = regulator();
        page.addInitScript("window.setInterval = () => 0");
        page.navigate("/regulation?q=" + place.code());
        assertThat(page.locator("#live")).containsText("Ouvert, sans médecin inscrit");
        page.locator("#live a.call").focus();

        publish(place);

        assertThat(page.locator("#live")).containsText("Médecin d’astreinte");
        assertThat(page.locator("#live a.call")).isFocused();
    }

    @Test
    void theNeighbourThatAnswersIsOneTapAway() {
        AdministratorByDefault.nobody();
        Place open = withLine(world.create(), "03 60 97 00 02");
        publish(open);
        Place closed = world.create();
        save(closed, Optional.empty());
        Page page = regulator();
        page.navigate("/regulation?q=" + closed.code());

        assertThat(page.locator("#live")).containsText("Pour une urgence : le 15.");
        assertThat(page.locator("#live a.call")).hasAttribute("href", "tel:+33360970002");
    }

    private Page listOfCalls() {
        AdministratorByDefault.nobody();
        Page page = as(Grant.over(Role.COORDINATOR, new TerritoryCode("HDF-OISE")));
        page.clock().install();
        return page;
    }

    private Page regulator() {
        return as(Grant.everywhere(Role.REGULATOR));
    }

    private Page as(Grant grant) {
        String session = visitors.session(visitors.account(List.of(grant)));
        return browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
    }

    private Place withLine(Place place, String number) {
        save(place, Optional.of(new SupportLine(PhoneNumber.parse(number), place.code(), LineSettings.defaults())));
        return place;
    }

    /** In a department that no other territory has. */
    private void save(Place place, Optional<SupportLine> line) {
        Territory known = directory.territory(place.code()).orElseThrow();
        directory.save(new Territory(
                known.code(),
                known.name(),
                List.of(new ProximityZone("Zone", List.of("48095"))),
                known.timeZone(),
                known.holidayZone(),
                new Territory.Contact(line, known.contact().mail()),
                known.host()));
        rota.refresh();
    }

    private void publish(Place place) {
        var quarter = place.quarter().previous();
        List<Duty> duties = new DateRange(quarter.first(), quarter.last())
                .dates()
                .map(date -> new Duty(date, 1, place.physicians().getFirst().id()))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), quarter, 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
    }
}
