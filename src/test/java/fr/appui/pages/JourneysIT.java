package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.DateRange;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journey costs: taps and fields, and pages, from the page one lands on. docs/journeys.md says as many, or this fails. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class JourneysIT {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
    private static final Path TABLE = Path.of("docs", "journeys.md");
    private static Browser browser;

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    PublishedRotas rotas;

    @Inject
    Clock clock;

    private Place place;
    private int holder;
    private String coordinator;

    /** Counts what a person does. */
    private static final class Journey {
        private final Page page;
        private int steps;
        private int pages = -1;

        Journey(Page page, String landing) {
            this.page = page;
            page.onFrameNavigated(this::navigated);
            page.navigate(landing);
        }

        private void navigated(Frame frame) {
            if (frame == page.mainFrame()) {
                pages++;
            }
        }

        Journey tap(Locator where) {
            where.click();
            steps++;
            return this;
        }

        Journey write(Locator where, String what) {
            where.fill(what);
            steps++;
            return this;
        }

        Journey enter() {
            page.keyboard().press("Enter");
            steps++;
            return this;
        }

        /** @param row how the table names it */
        void is(String row) throws IOException {
            assertThat(Files.readString(TABLE)).as(row).contains("| " + row + " | " + steps + " | " + pages + " |");
        }
    }

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
        holder = place.holder(SATURDAY);
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
    void whoIsOnDutyTonightAndAtWhichNumber() throws IOException {
        Page page = desk(coordinator);
        var journey = new Journey(page, "/");
        assertThat(page.locator(".tonight").first()).containsText(place.name(holder));
        assertThat(page.locator(".tonight a[href^='tel:']").first()).isVisible();
        journey.is("Coordinator: who is on duty tonight, at which number, who follows");
    }

    @Test
    void somebodyElseTakesTonight() throws IOException {
        Page page = desk(coordinator);
        var journey = new Journey(page, "/");
        journey.tap(page.getByText("Remplacer ce soir").first());
        Locator first = page.locator("ol.cards > li.card").first();
        journey.write(first.locator("input[name=raison]"), "souffrant").tap(first.getByText("Accepté"));
        assertThat(page.locator(".done")).containsText("C’est fait");
        journey.is("Coordinator: give tonight to a colleague who accepted by telephone");
    }

    @Test
    void aPhysicianCannotGoOnAndAColleagueTakesIt() throws IOException {
        Page giving = phone(holder);
        var asked = new Journey(giving, "/mes-astreintes");
        asked.tap(giving.locator("#ce-soir").getByText("Je ne peux plus assurer"));
        assertThat(giving.locator(".done")).containsText("Vous restez d’astreinte tant que personne n’a accepté");
        asked.is("Physician: « je ne peux plus assurer »");

        Page taking = phone((holder + 7) % 8);
        var taken = new Journey(taking, "/mes-astreintes");
        taken.tap(taking.getByText("Je la prends").first());
        assertThat(taking.locator(".done")).containsText("L’astreinte est à vous");
        taken.is("Physician: take a colleague's duty");
    }

    @Test
    void aRegulatorFindsTheNumber() throws IOException {
        Page page = desk(visitors.session(visitors.account(List.of(Grant.everywhere(Role.REGULATOR)))));
        var journey = new Journey(page, "/regulation");
        journey.write(page.locator("#q"), "oise").enter();
        assertThat(page.locator("a.call").first()).isVisible();
        journey.is("Regulator: the number of a territory");
    }

    @Test
    void aPhysicianIsFoundFromAnyPage() throws IOException {
        Page page = desk(coordinator);
        var journey = new Journey(page, "/planning/" + place.code());
        journey.write(
                        page.locator("#recherche"),
                        place.physicians().get(holder).name().family())
                .enter();
        assertThat(page.locator("main")).containsText(place.name(holder));
        journey.is("Coordinator: find a physician from any page");
    }

    private PhysicianId physician(int index) {
        return place.physicians().get(index).id();
    }

    private Page desk(String session) {
        return browser.openWithoutScript(service.toString(), Screen.DESK, session);
    }

    private Page phone(int index) {
        return browser.openWithoutScript(
                service.toString(), Screen.PHONE, visitors.session(visitors.physician(physician(index))));
    }
}
