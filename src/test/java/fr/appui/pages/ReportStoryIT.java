package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator notes what went wrong, freezes the year's report; the ARS reads it, and the figures behind it. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class ReportStoryIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode HAINAUT = new TerritoryCode("HDF-HAINAUT");

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    DemonstrationYear year;

    @BeforeEach
    void aYearOfCalls() {
        year.playOnce();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theCoordinatorFreezesTheReportAndTheArsReadsIt() {
        Page coordinator = signedIn(Grant.over(Role.COORDINATOR, OISE));
        coordinator.navigate("/difficultes?territoire=HDF-OISE&annee=2025");
        coordinator
                .getByLabel("Date", new Page.GetByLabelOptions().setExact(true))
                .fill("2025-11-03");
        coordinator.locator("#text").fill("Mme Dupont a été mal orientée.");
        coordinator
                .getByText("Noter", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(coordinator.getByRole(AriaRole.ALERT)).containsText("nom de personne");
        assertThat(coordinator.locator("#text")).hasValue("Mme Dupont a été mal orientée.");
        coordinator.locator("#text").fill("Recrutement de volontaires plus long que prévu.");
        coordinator
                .getByText("Noter", new Page.GetByTextOptions().setExact(true))
                .click();
        coordinator.waitForURL("**/difficultes?territoire=HDF-OISE&annee=2025");

        coordinator.navigate("/bilans");
        coordinator.locator("a[href='/bilans/HDF-OISE/2025']").click();
        coordinator.getByText("Figer et transmettre").click();
        assertThat(coordinator.getByRole(AriaRole.ALERT)).containsText("Cochez la case");
        coordinator.locator("#confirme").check();
        coordinator.getByText("Figer et transmettre").click();
        assertThat(coordinator.getByRole(AriaRole.STATUS)).containsText("ne changera plus");
        String digest = coordinator.locator(".secret").textContent();
        assertThat(digest).hasSize(64);

        Page ars = signedIn(Grant.everywhere(Role.ARS_READER));
        ars.navigate("/");
        ars.getByText("Suivi", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        ars.locator("nav[aria-label=Suivi] a[href='/bilans']").click();
        assertThat(ars.locator("main")).containsText(digest);
        ars.locator("a[href='/bilans/HDF-OISE/2025']").click();
        assertThat(ars.locator("main")).containsText("Recrutement de volontaires plus long");
        assertThat(ars.getByText("Figer et transmettre")).hasCount(0);
    }

    @Test
    void theArsSeesWhichCallsAFigureCountsButOpensNone() {
        Page ars = signedIn(Grant.everywhere(Role.ARS_READER));
        ars.navigate("/indicateurs?territoire=HDF-OISE&periode=2026");
        ars.locator("a[href*='/indicateurs/HDF-OISE/motives'][href$='ligne=PAIN']")
                .first()
                .click();
        assertThat(ars.locator("h1")).containsText("Douleur");
        assertThat(ars.locator("main .reference").first()).containsText("sample-hdf-oise-2026-");
        assertThat(ars.locator("main a[href^='/appels']")).hasCount(0);
        assertThat(ars.navigate("/forfaits").status()).isEqualTo(403);
    }

    @Test
    void aCoordinatorFollowsAFigureToTheCallAndReachesNoOtherTerritory() {
        Page coordinator = signedIn(Grant.over(Role.COORDINATOR, OISE));
        coordinator.navigate("/indicateurs/HDF-OISE/calls?periode=2026&ligne=ALL");
        coordinator.locator("main a[href^='/appels/sample-']").first().click();
        assertThat(coordinator.locator("h1")).containsText("Appel du");
        Page other = signedIn(Grant.over(Role.COORDINATOR, HAINAUT));
        for (String address : List.of(
                "/indicateurs?territoire=HDF-OISE",
                "/indicateurs/HDF-OISE/calls",
                "/indicateurs?territoire=HDF",
                "/bilans/HDF-OISE/2026",
                "/bilans/HDF/2026",
                "/forfaits?territoire=HDF-OISE",
                "/difficultes?territoire=HDF-OISE",
                "/transmissions?territoire=HDF-OISE")) {
            assertThat(other.navigate(address).status()).as(address).isEqualTo(403);
        }
    }

    private Page signedIn(Grant grant) {
        String session = visitors.session(visitors.account(List.of(grant)));
        return browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, session);
    }
}
