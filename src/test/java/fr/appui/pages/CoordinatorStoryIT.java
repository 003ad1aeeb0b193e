package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.WishBook;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator plans a quarter without ever touching the mouse, then repairs a withdrawal. */
@QuarkusTest
@TestProfile(Demonstration.class)
class CoordinatorStoryIT {

    private static final int MOST_TABS = 250;

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    PlanningWorld world;

    @Inject
    WishBook wishes;

    @Inject
    DraftDesk drafts;

    @Inject
    RotaReader reader;

    @Inject
    Clock clock;

    private Place place;
    private Page page;

    @BeforeEach
    void aTerritoryWithItsCoordinator() {
        place = world.create();
        String session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, session);
    }

    /** Left behind to be looked at when the story breaks. */
    @AfterEach
    void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "histoire.png")));
        browser.close();
    }

    @Test
    void aQuarterIsGeneratedEditedPublishedAndRepairedByKeyboardAlone() {
        LocalDate monday = place.monday(2);
        wishes.keep(physician(1), Wishes.none().unavailable(List.of(new Unavailability.During(DateRange.on(monday)))));

        page.navigate("/");
        follow("a[href='/planning']");
        follow("a[href='/planning/" + place.code() + "']");
        follow("a[href='" + address() + "']");
        assertThat(page.locator("h1")).containsText(place.quarter().label());

        follow("a[href='" + address() + "/calcul'].button");
        follow("main form button");
        page.waitForURL("**/calcul/*");
        reachAndEnter(
                "a[href='" + address() + "'].button",
                () -> page.getByText("Un planning est trouvé").waitFor());

        assertThat(page.locator("main .tag").first()).hasText("brouillon vérifié");
        refusedFor(monday, 1);
        int taker = leastBusy(monday);
        placed(monday, taker);

        follow("a[href='" + address() + "/publication'].button");
        assertThat(page.locator("main")).containsText("Qui sera averti");
        follow("main form button");
        assertThat(page.locator("h1")).containsText("est publié");
        assertThat(reader.view(place.code(), place.quarter()).orElseThrow().version())
                .isEqualTo(1);

        follow("a[href='" + address() + "'].button");
        repaired(monday, taker);
    }

    @Test
    void aDutyIsDraggedToAnotherPhysician() {
        LocalDate monday = place.monday(1);
        var dates = new DateRange(monday, monday.plusDays(2)).dates().toList();
        drafts.place(
                place.code(),
                place.quarter(),
                Placing.of(dates, DutyRung.FIRST, Optional.of(physician(0)), false),
                new Act("essai", "brouillon", clock.instant()));
        page.navigate(address());

        drag(cell(monday, 0), cell(monday.plusDays(1), 3));

        assertThat(cell(monday, 3)).hasText("1");
        assertThat(cell(monday.plusDays(1), 3)).hasText("1");
        assertThat(cell(monday.plusDays(2), 0)).hasText("1");
    }

    @Test
    void theDatesStayInSightHoweverLongTheGrid() {
        page.setViewportSize(1280, 260);
        page.navigate(address());
        Locator month = page.locator(".grid").first();
        assertThat((Integer) month.evaluate("grid => { grid.scrollTop = grid.scrollHeight; return grid.scrollTop; }"))
                .as("the grid is longer than what is shown of it")
                .isPositive();
        double top = month.boundingBox().y;
        assertThat(month.locator("thead a").first().boundingBox().y).isBetween(top, top + 10);
    }

    @Test
    void whatAKeyTookAwayIsGivenBackFromTheBar() {
        LocalDate monday = place.monday(1);
        drafts.place(
                place.code(),
                place.quarter(),
                Placing.of(List.of(monday), DutyRung.FIRST, Optional.of(physician(0)), false),
                new Act("essai", "brouillon", clock.instant()));
        page.navigate(address());
        cell(monday, 0).focus();
        page.keyboard().press("Delete");
        assertThat(page.locator(".undo")).containsText("personne au premier rang");
        assertThat(cell(monday, 0)).not().hasText("1");
        page.locator(".undo button").click();
        assertThat(cell(monday, 0)).hasText("1");
    }

    @Test
    void theDatesAreOneMoreRowOfTheGridForTheKeyboard() {
        page.navigate(address());
        page.locator("[data-grid] tbody td").first().focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("[data-grid] thead a:focus")).hasCount(1);
        page.keyboard().press("Enter");
        page.waitForURL("**/*date=" + place.quarter().first().plusDays(1) + "*");
    }

    @Test
    void whyAndUndoAreOneKeyAwayFromACell() {
        LocalDate monday = place.monday(1);
        drafts.place(
                place.code(),
                place.quarter(),
                Placing.of(List.of(monday), DutyRung.FIRST, Optional.of(physician(0)), false),
                new Act("essai", "brouillon", clock.instant()));
        page.navigate(address());
        cell(monday, 0).focus();
        page.keyboard().press("Delete");
        assertThat(page.locator(".undo")).containsText("personne au premier rang");
        page.keyboard().press("Control+z");
        assertThat(cell(monday, 0)).hasText("1");
        assertThat(cell(monday, 0)).isFocused();
        assertThat(page.locator("#annonce")).hasText("C’est annulé.");

        page.keyboard().press("p");
        page.waitForURL("**/*date=" + monday + "*");
        assertThat(page.locator("#etat")).containsText(place.name(0) + " au premier rang");
        assertThat(page.locator("#du")).isFocused();
    }

    @Test
    void aScreenReaderHearsTheGridItsRangeAndARefusalInSentences() {
        LocalDate monday = place.monday(1);
        wishes.keep(physician(1), Wishes.none().unavailable(List.of(new Unavailability.During(DateRange.on(monday)))));
        page.navigate(address());
        cell(monday, 0).focus();
        page.keyboard().press("Shift+ArrowRight");
        Locator grid = page.getByRole(AriaRole.GRID).filter(new Locator.FilterOptions().setHas(cell(monday, 0)));
        assertThat(grid).hasCount(1);
        assertThat(grid).hasAccessibleDescription(Pattern.compile("P pour savoir qui tient une date et pourquoi"));
        assertThat(page.getByRole(AriaRole.GRIDCELL, new Page.GetByRoleOptions().setSelected(true)))
                .hasCount(2);
        assertThat(cell(monday.plusDays(1), 0)).hasAttribute("aria-selected", "true");

        cell(monday, 1).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#annonce")).containsText(Pattern.compile("pas fait\\s: .+indisponible.*\\.$"));
    }

    /** Whom no quota keeps from one more date; who is away, or holds the date already, is not asked. */
    private int leastBusy(LocalDate date) {
        var held = reader.view(place.code(), place.quarter())
                .orElseThrow()
                .duties()
                .first();
        return IntStream.range(0, place.physicians().size())
                .filter(number -> number != 1 && !physician(number).equals(held.get(date)))
                .boxed()
                .min(Comparator.comparing(number -> Collections.frequency(held.values(), physician(number))))
                .orElseThrow();
    }

    private void refusedFor(LocalDate date, int physician) {
        moveTo(date, physician);
        page.keyboard().press("Enter");
        assertThat(page.locator("#refus")).containsText("indisponible");
        assertThat(cell(date, physician)).not().hasText("1");
    }

    private void placed(LocalDate date, int physician) {
        moveTo(date, physician);
        page.keyboard().press("Enter");
        assertThat(page.locator("#etat")).containsText(place.name(physician) + " au premier rang");
        assertThat(cell(date, physician)).hasText("1");
        assertThat(cell(date, physician)).isFocused();
    }

    /** From the first cell, with arrows only. */
    private void moveTo(LocalDate date, int physician) {
        if (!(Boolean) page.evaluate("document.activeElement.matches('[data-grid] td')")) {
            tabTo("[data-grid] td[tabindex='0']");
        }
        for (int i = 0; i < MOST_TABS && !date.toString().equals(focused("date")); i++) {
            boolean before = focused("date").compareTo(date.toString()) < 0;
            page.keyboard().press(before ? "ArrowRight" : "ArrowLeft");
        }
        String wanted = place.id(physician);
        page.keyboard().press("ArrowUp");
        for (int i = 0; i < place.physicians().size(); i++) {
            page.keyboard().press("ArrowUp");
        }
        for (int i = 0; i < place.physicians().size() && !wanted.equals(focused("who")); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(cell(date, physician)).isFocused();
    }

    private void repaired(LocalDate date, int absent) {
        follow("a[href='/planning/" + place.code() + "/remplacement'].button");
        tabTo("#medecin");
        choose(place.name(absent));
        tabTo("#du");
        typeDate(date);
        page.keyboard().press("Enter");
        page.getByText("Solution 1").waitFor();
        tabTo("#raison-1");
        page.keyboard().type("Arrêt maladie");
        page.keyboard().press("Enter");
        page.locator("#etat").waitFor();
        assertThat(page.locator("#etat")).not().containsText(place.name(absent));
        assertThat(reader.view(place.code(), place.quarter())
                        .orElseThrow()
                        .duties()
                        .first()
                        .get(date))
                .isNotEqualTo(physician(absent));
    }

    /** By arrows: what is typed into a list is forgotten after a second, which a busy machine may take between two letters. */
    private void choose(String option) {
        for (int i = 0; i < MOST_TABS && !option.equals(chosen()); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(chosen()).isEqualTo(option);
    }

    private Object chosen() {
        return page.evaluate("document.activeElement.selectedOptions[0].text");
    }

    /** The order of day and month in the control is the browser's own language, whatever the page's. */
    private void typeDate(LocalDate date) {
        for (String order : List.of("ddMMuuuu", "MMdduuuu")) {
            if (!page.evaluate("document.activeElement.value").equals(date.toString())) {
                for (int part = 0; part < 3; part++) {
                    page.keyboard().press("ArrowLeft");
                }
                page.keyboard().type(DateTimeFormatter.ofPattern(order).format(date));
            }
        }
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo(date.toString());
    }

    private void follow(String selector) {
        String from = page.url();
        reachAndEnter(selector, () -> {});
        page.waitForURL(
                url -> !url.equals(from) || !page.locator(selector).first().isVisible());
    }

    private void reachAndEnter(String selector, Runnable ready) {
        ready.run();
        tabTo(selector);
        page.keyboard().press("Enter");
    }

    private void tabTo(String selector) {
        page.locator(selector).first().waitFor();
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    private String focused(String what) {
        return String.valueOf(page.evaluate("what => document.activeElement.dataset[what] ?? ''", what));
    }

    private Locator cell(LocalDate date, int physician) {
        return page.locator("td[data-date='" + date + "'][data-who='" + place.id(physician) + "']");
    }

    private void drag(Locator from, Locator to) {
        // both above the form, which comes to the foot of the screen as soon as somebody begins
        from.evaluate("cell => cell.scrollIntoView({ block: 'start' })");
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().up();
    }

    private PhysicianId physician(int number) {
        return place.physicians().get(number).id();
    }

    private String address() {
        return "/planning/" + place.code() + "/" + place.quarter();
    }
}
