package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
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

/** The physician of the night logs the call they took, on a phone. */
@QuarkusTest
@TestProfile(Demonstration.class)
class OutcomeStoryTest {

    private static final CallId CALL = new CallId("demo-1");

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    Journal journal;

    @Inject
    Outcomes outcomes;

    private Physician answering;

    @BeforeEach
    void theSecondPhysicianTookTheCall() {
        List<Physician> physicians = directory.physiciansOf(new TerritoryCode("HDF-OISE"));
        answering = physicians.get(1);
        DemonstrationCalls.of(physicians).forEach(journal::append);
        await().until(() -> outcomes.call(CALL).isPresent());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theOutcomeIsLoggedWithOneThumbAndEachTapIsKept() {
        String session = visitors.session(visitors.physician(answering.id()));
        Page page = browser.open(service.toString(), Screen.PHONE, ColorScheme.DARK, session);
        page.navigate("/mes-astreintes");
        page.locator("a[href='/mes-appels/demo-1']").click();

        page.getByText("Douleur").click();
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        assertThat(outcomes.latest(CALL).orElseThrow().outcome().motives()).containsExactly("PAIN");

        page.context().setOffline(true);
        page.getByText("Maintien au lieu de vie avec conseil").click();
        assertThat(page.locator("#kept")).containsText("Pas de réseau");
        page.context().setOffline(false);
        await().until(() ->
                outcomes.latest(CALL).orElseThrow().outcome().orientations().size() == 1);

        page.getByText("IDE de nuit EHPAD").click();
        page.locator("label[for=p-EHPAD]").click();
        for (String condition : List.of("adult", "home", "known", "evaluated")) {
            page.locator("label[for=" + condition + "-yes]").click();
        }
        page.getByText("Valider la fiche").click();
        page.waitForURL("**/mes-astreintes");

        var kept = outcomes.latest(CALL).orElseThrow();
        assertThat(kept.status()).isEqualTo(OutcomeStatus.FINAL);
        assertThat(kept.outcome().callerProfile()).contains("EHPAD_NIGHT_NURSE");
        assertThat(page.locator("a[href='/mes-appels/demo-1']").count()).isZero();
    }

    @Test
    void anotherPhysicianCannotOpenTheSheet() {
        Physician other = directory.physiciansOf(new TerritoryCode("HDF-OISE")).getFirst();
        String session = visitors.session(visitors.physician(other.id()));
        Page page = browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
        assertThat(page.navigate("/mes-appels/demo-1").status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Accès refusé");
    }
}
