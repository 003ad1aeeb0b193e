package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.pages.Browser.Screen;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** « Combien d'appels d'infirmières pour douleur », counted and listed by one definition, on the page and over the API. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class CrossingStoryIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode HAINAUT = new TerritoryCode("HDF-HAINAUT");
    private static final String CROSSED = "/api/territories/HDF-OISE/calls/";
    private static final String NURSES_PAIN = "?period=2026&filter=caller-families:NURSE&filter=motives:PAIN";

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    DemonstrationYear year;

    @Inject
    CountedCalls counted;

    @BeforeEach
    void aYearOfCalls() {
        AdministratorByDefault.nobody();
        year.playOnce();
        var seen = new ArrayList<CountedCall>();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> isWhole(seen));
    }

    /** Calls are counted from their events, a little after they are told: as long as one is, there may be more. */
    private boolean isWhole(List<CountedCall> seen) {
        var all = new ArrayList<CountedCall>();
        counted.read(
                List.of(OISE), Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"), all::add);
        boolean whole = !all.isEmpty() && all.equals(seen);
        seen.clear();
        seen.addAll(all);
        return whole;
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theCountIsTheListAndTheListIsWhatEachIndicatorCounts() {
        String session = session(Grant.over(Role.COORDINATOR, OISE));
        Set<String> expected = new HashSet<>(ids(session, "caller-families", "NURSE"));
        expected.retainAll(ids(session, "motives", "PAIN"));
        assertThat(expected).as("the demonstration has such calls").isNotEmpty();

        JsonPath count = json(session, CROSSED + "count" + NURSES_PAIN);
        assertThat(count.getLong("now.calls")).isEqualTo(expected.size());
        assertThat(count.getString("before.period")).isEqualTo("2025");
        assertThat(count.getBoolean("exact")).isTrue();
        JsonPath list = json(session, CROSSED + "crossed" + NURSES_PAIN + "&size=200");
        assertThat(list.getList("items.id", String.class)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(list.getLong("total")).isEqualTo(expected.size());
        assertThat(list.getList("items.motives", String.class)).allMatch(motives -> motives.contains("Douleur"));

        long byMonth = 0;
        for (int month = 1; month <= 11; month++) {
            byMonth += json(
                            session,
                            CROSSED + "count" + NURSES_PAIN.replace("period=2026", "period=2026-%02d".formatted(month)))
                    .getLong("now.calls");
        }
        assertThat(byMonth).as("months add up to the year so far").isEqualTo(expected.size());

        Page page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, session);
        page.navigate("/croisement?territoire=HDF-OISE&periode=2026");
        page.locator("#appelant").selectOption("caller-families:NURSE");
        page.locator("#motif").selectOption("motives:PAIN");
        page.getByText("Compter", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#compte .figure").first()).hasText(Integer.toString(expected.size()));
        assertThat(page.locator("tbody tr")).hasCount(Math.min(expected.size(), 50));
        assertThat(page.locator("#appelant")).hasValue("caller-families:NURSE");
        assertThat(page.locator("main")).containsText("Infirmières");
        String workbook = page.getByText("Classeur xlsx").getAttribute("href");
        byte[] file = Browse.as(session).urlEncodingEnabled(false).get(workbook).asByteArray();
        assertThat(new String(file, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        String csv = Browse.as(session)
                .urlEncodingEnabled(false)
                .get(page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                        .getAttribute("href"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(expected).allMatch(csv::contains);
        page.locator("tbody a[href^='/appels/']").first().click();
        assertThat(page.locator("h1")).containsText("Appel du");
    }

    @Test
    void theArsReadsRoundedCountsAndNoList() {
        String ars = session(Grant.over(Role.ARS_READER, OISE));
        JsonPath count = json(ars, CROSSED + "count" + NURSES_PAIN);
        assertThat(count.getBoolean("exact")).isFalse();
        assertThat(count.getLong("now.calls") % 5).isZero();
        Browse.as(ars)
                .accept("application/json")
                .get(CROSSED + "crossed" + NURSES_PAIN)
                .then()
                .statusCode(403);
        Browse.as(ars).get(CROSSED + "crossed.xlsx" + NURSES_PAIN).then().statusCode(403);
        Page page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, ars);
        page.navigate("/croisement?territoire=HDF-OISE&periode=2026&motif=motives:PAIN");
        assertThat(page.locator("main")).containsText("arrondis à un multiple de 5");
        assertThat(page.locator("main table")).hasCount(0);
        assertThat(page.locator("main .files")).hasCount(0);
    }

    @Test
    void anotherTerritoryAndAnUnknownRowAreRefused() {
        String other = session(Grant.over(Role.COORDINATOR, HAINAUT));
        Browse.as(other).get("/croisement?territoire=HDF-OISE").then().statusCode(403);
        Browse.as(other)
                .accept("application/json")
                .get(CROSSED + "count" + NURSES_PAIN)
                .then()
                .statusCode(403);
        String own = session(Grant.over(Role.COORDINATOR, OISE));
        Browse.as(own)
                .accept("application/json")
                .get(CROSSED + "count?period=2026&filter=couleur:BLEU")
                .then()
                .statusCode(400)
                .body(containsString("motives:PAIN"));
        json(own, CROSSED + "count?period=2026&filter=motives:INCONNU").getLong("now.calls");
        Browse.as(own)
                .get("/croisement?territoire=HDF-OISE&periode=2026&motif=motives:INCONNU")
                .then()
                .statusCode(200);
    }

    private List<String> ids(String session, String indicator, String bucket) {
        return json(
                        session,
                        "/api/territories/HDF-OISE/indicators/" + indicator + "?period=2026&bucket=" + bucket
                                + "&size=200")
                .getList("items", String.class);
    }

    private static JsonPath json(String session, String address) {
        return Browse.as(session)
                .accept("application/json")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String session(Grant grant) {
        return visitors.session(visitors.account(List.of(grant)));
    }
}
