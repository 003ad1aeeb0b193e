package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A rank or a wish is one character, which the accessibility rules of {@link PagesIT} pass over: its contrast is worked out
 * from what the browser computed, for every kind of cell that there can be.
 */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class ContrastIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    /** Of text of this size (WCAG 2.2, 1.4.3). */
    private static final double ENOUGH = 4.5;

    private static final List<String> HELD =
            List.of("", "first", "backup", "first fixed", "backup fixed", "first relay");
    private static final List<String> WISHED = List.of("", "away", "barred", "avoided", "liked");
    private static final List<String> AROUND =
            List.of("", "off", "closed", "off closed", "off priority", "priority", "chosen");

    private static final String CONTRAST = """
            (element) => {
              const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              const paint = (colours) => {
                pixel.clearRect(0, 0, 1, 1);
                for (const colour of colours) { pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1); }
                return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
                  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
              };
              const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
              const grounds = [];
              for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
              const ground = luminance(paint(['white', ...grounds]));
              const ink = luminance(paint(['white', ...grounds, getComputedStyle(element).color]));
              return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
            }""";

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    DemonstrationDraft draft;

    private Page page;

    @BeforeEach
    void aDraft() {
        draft.begin();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyKindOfCellOfAGridIsReadable(ColorScheme scheme) {
        open(scheme, visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE))), "/planning/HDF-OISE/2027-Q2");
        List<String> tooFaint = new ArrayList<>();
        for (String held : HELD) {
            for (String wished : WISHED) {
                for (String around : AROUND) {
                    String kinds = Stream.of(held, wished, around)
                            .filter(kind -> !kind.isEmpty())
                            .reduce((a, b) -> a + " " + b)
                            .orElse("");
                    note(tooFaint, kinds, contrastOf("td", kinds));
                }
            }
        }
        assertThat(tooFaint).isEmpty();
        assertThat(kindsOnThePage()).as("kinds that this test does not know").isSubsetOf(known());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyDayOfAMonthOfWishesIsReadable(ColorScheme scheme) {
        open(scheme, visitors.physician(directory.physiciansOf(OISE).get(1).id()), "/mes-souhaits?mois=2026-12");
        List<String> tooFaint = new ArrayList<>();
        for (String mark : List.of("NONE", "AWAY", "AVOID", "PREFER", "PRIORITY")) {
            for (String around : List.of("", " off", " held", " off held", " past")) {
                String kinds = "day day-" + mark + around;
                note(tooFaint, kinds, contrastOf(".days .day", kinds));
            }
        }
        assertThat(tooFaint).isEmpty();
    }

    @Test
    void aLegendIsAsReadableAsWhatItExplains() {
        open(
                ColorScheme.LIGHT,
                visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE))),
                "/planning/HDF-OISE/2027-Q2");
        List<String> tooFaint = new ArrayList<>();
        for (var key : page.locator(".legend .key").all()) {
            note(tooFaint, key.getAttribute("class"), number(key.evaluate(CONTRAST)));
        }
        assertThat(tooFaint).isEmpty();
    }

    private void open(ColorScheme scheme, Account account, String address) {
        page = browser.open(service.toString(), Screen.DESK, scheme, visitors.session(account));
        page.navigate(address);
    }

    private static void note(List<String> tooFaint, String kinds, double contrast) {
        if (contrast < ENOUGH) {
            tooFaint.add("« " + kinds + " » " + Math.round(contrast * 10) / 10.0 + " : 1");
        }
    }

    /** One of the page's own, made of that kind. */
    private double contrastOf(String selector, String kinds) {
        var cell = page.locator(selector.equals("td") ? "[data-grid] td" : selector)
                .first();
        cell.evaluate("(element, kinds) => { element.className = kinds; }", kinds);
        return number(cell.evaluate(CONTRAST));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private Set<String> kindsOnThePage() {
        page.reload();
        Object all = page.evaluate(
                "[...new Set([...document.querySelectorAll('[data-grid] td')].flatMap(cell => [...cell.classList]))]");
        return ((List<?>) all).stream().map(String::valueOf).collect(java.util.stream.Collectors.toSet());
    }

    private static Set<String> known() {
        return Stream.of(HELD, WISHED, AROUND)
                .flatMap(List::stream)
                .flatMap(kinds -> Stream.of(kinds.split(" ")))
                .collect(java.util.stream.Collectors.toSet());
    }
}
