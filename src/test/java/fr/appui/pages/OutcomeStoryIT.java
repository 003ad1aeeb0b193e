package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.calls.Link;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.trace.CallId;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.Journal;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.Term;
import fr.appui.trace.TermKind;
import fr.appui.trace.UsualTerms;
import fr.appui.trace.WithoutAdvice;
import fr.appui.web.page.FrenchText;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The physician of the night logs the call they took, on a phone. */
@QuarkusTest
@TestProfile(Demonstration.class)
class OutcomeStoryIT {

    private static final AtomicInteger STORIES = new AtomicInteger();
    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    /** Each story has a call of its own: what the page of another still sends cannot be taken for its own. */
    private final CallId call = new CallId("sheet-" + STORIES.incrementAndGet());

    private final String sheet = "/mes-appels/" + call.value();
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

    @Inject
    DataSource database;

    private Physician answering;

    @BeforeEach
    void theSecondPhysicianTookTheCall() {
        List<Physician> physicians = directory.physiciansOf(OISE);
        answering = physicians.get(1);
        journal.append(DemonstrationCalls.answered(call, physicians));
        await().until(() -> outcomes.call(call).isPresent());
    }

    @AfterEach
    void close() throws SQLException {
        browser.close();
        try (var connection = database.getConnection();
                var forget = connection.createStatement()) {
            for (String table :
                    List.of("outcome_revision", "transmission", "call_event", "call_party", "call_summary")) {
                forget.execute("DELETE FROM " + table + " WHERE call_id = '" + call.value() + "'");
            }
        }
    }

    @Test
    void theOutcomeIsLoggedWithSevenTapsAndEachIsKept() {
        Page page = phone(ColorScheme.DARK);
        var thumb = new Thumb(page);
        page.navigate("/mes-astreintes");
        thumb.taps("#fiches + ul a[href='" + sheet + "']");

        thumb.taps("label[for=m-PAIN]");
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        assertThat(outcomes.latest(call).orElseThrow().outcome().motives()).containsExactly("PAIN");

        thumb.taps("label[for=o-STAY_WITH_ADVICE]");
        thumb.taps("label[for=c-INDEPENDENT_NURSE]");
        thumb.taps("label[for=p-EHPAD]");
        thumb.taps("label[for=q-ALL]");
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        thumb.taps("button[value=FINAL]");
        page.waitForURL("**/mes-astreintes?fait=LOGGED");

        var kept = outcomes.latest(call).orElseThrow();
        assertThat(kept.status()).isEqualTo(OutcomeStatus.FINAL);
        assertThat(kept.outcome().callerProfile()).contains("INDEPENDENT_NURSE");
        assertThat(kept.outcome().eligibility().verdict()).isEqualTo(EligibilityAnswer.YES);
        assertThat(page.locator("#fiches a[href='" + sheet + "']").count()).isZero();
        // no way back is to be looked for: a validated sheet can be read again and corrected
        page.locator("#recents summary").click();
        assertThat(page.locator("#recents a[href='" + sheet + "']")).isVisible();
        assertThat(thumb.taps()).isEqualTo(7);
    }

    /** Optional, and one tap; it survives a correction from the coordination's page of the call. */
    @Test
    void whatTheCallerWouldHaveDoneIsOneTapAndKept() {
        Page page = phone(ColorScheme.LIGHT);
        page.navigate(sheet);
        tap(page, "m-PAIN", "w-CALL_15");
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        await().until(() ->
                outcomes.latest(call).orElseThrow().outcome().withoutAdvice().isPresent());
        assertThat(outcomes.latest(call).orElseThrow().outcome().withoutAdvice())
                .contains(WithoutAdvice.CALL_15);
        page.reload();
        assertThat(page.locator("#w-CALL_15")).isChecked();
        tap(page, "w-NOT_ASKED");
        await().until(() ->
                outcomes.latest(call).orElseThrow().outcome().withoutAdvice().isEmpty());
    }

    /**
     * The network goes away in mid-sheet; the telephone even forgets the page, and nothing is lost. The browser is told so, and the
     * cable is cut besides: what a browser takes for « offline » lets a request of its own pass now and then.
     */
    @Test
    void aSheetBegunAndValidatedWithoutNetworkIsSentWhenItIsBack() throws IOException {
        try (var cable = new Link(service.getPort())) {
            Page page = phone("http://localhost:" + cable.port() + "/", ColorScheme.LIGHT);
            page.navigate("/mes-astreintes");
            // both are kept at once: the cable would be cut while one of them is on its way
            for (String kept : List.of("/mes-astreintes", sheet)) {
                await().until(() -> (Boolean) page.evaluate("caches.match('" + kept + "').then(found => !!found)"));
            }

            page.context().setOffline(true);
            cable.cut();
            page.navigate(sheet);
            tap(page, "m-DYSPNOEA", "o-EMSP");
            assertThat(page.locator("#kept")).containsText("Pas de réseau");
            page.reload();
            assertThat(page.locator("#m-DYSPNOEA")).isChecked();
            assertThat(page.locator("#kept")).containsText("Pas de réseau");
            tap(page, "c-HAD_NURSE", "p-HOME", "q-ALL");
            page.locator("button[value=FINAL]").click();
            assertThat(page.locator("#kept")).containsText("la fiche validée reste sur ce téléphone");
            assertThat(page.locator("button[value=FINAL]")).isDisabled();
            assertThat(page.locator("button[value=FINAL]")).hasText("Validée, à envoyer");
            assertThat(outcomes.latest(call)).isEmpty();
            page.navigate("/mes-astreintes");
            assertThat(page.locator("#en-attente")).containsText("partira au retour du réseau");

            cable.mend();
            page.context().setOffline(false);
            // where the browser does not say that it is online again, the page looks every twenty seconds
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> outcomes.latest(call)
                            .filter(kept -> kept.status() == OutcomeStatus.FINAL)
                            .isPresent());
            var kept = outcomes.latest(call).orElseThrow().outcome();
            assertThat(kept.motives()).containsExactly("DYSPNOEA");
            assertThat(kept.orientations()).containsExactly("EMSP");
            assertThat(page.locator("#en-attente")).isHidden();
        }
    }

    /** The same sheet is open twice on one telephone, which a browser does for whoever opens it from a message as well. */
    @Test
    void aSheetOpenInTwoTabsWithoutNetworkIsOneSheetAndIsSentOnce() throws IOException {
        try (var cable = new Link(service.getPort())) {
            Page first = phone("http://localhost:" + cable.port() + "/", ColorScheme.LIGHT);
            Page second = first.context().newPage();
            first.navigate(sheet);
            second.navigate(sheet);
            first.context().setOffline(true);
            cable.cut();

            tap(first, "m-PAIN");
            assertThat(second.locator("#m-PAIN")).isChecked();
            assertThat(second.locator("#kept")).containsText("autre onglet");
            tap(second, "o-EMSP");
            assertThat(first.locator("#o-EMSP")).isChecked();
            tap(first, "c-HAD_NURSE");
            assertThat(second.locator("#c-HAD_NURSE")).isChecked();
            assertThat(outcomes.latest(call)).isEmpty();

            cable.mend();
            first.context().setOffline(false);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> outcomes.latest(call).isPresent());
            assertThat(first.locator("#kept")).containsText("nregistré");
            assertThat(second.locator("#kept")).containsText("nregistré");
            var kept = outcomes.latest(call).orElseThrow().outcome();
            assertThat(kept.motives()).containsExactly("PAIN");
            assertThat(kept.orientations()).containsExactly("EMSP");
            assertThat(kept.callerProfile()).contains("HAD_NURSE");
            assertThat(outcomes.history(call)).hasSize(1);
            assertThat(first.locator("#conflit")).isHidden();
            assertThat(second.locator("#conflit")).isHidden();
        }
    }

    /** Two pages are open: one sends what waits while the physician goes on writing in the other. */
    @Test
    void whatIsWrittenWhileAnEarlierStateIsOnItsWayIsKept() {
        Page page = phone(ColorScheme.LIGHT);
        page.navigate("/mes-astreintes");
        page.evaluate("""
                call => {
                  const entry = (at, motive) => JSON.stringify({ call, status: 'DRAFT', seen: 0, at,
                    outcome: { motives: [motive] } });
                  const ask = window.fetch;
                  window.fetch = async (...asked) => {
                    window.fetch = ask;
                    const answer = await ask(...asked);
                    localStorage.setItem('appui-fiche:' + call, entry('2026-03-02T10:00:05Z', 'DYSPNOEA'));
                    return answer;
                  };
                  localStorage.setItem('appui-fiche:' + call, entry('2026-03-02T10:00:00Z', 'PAIN'));
                  dispatchEvent(new Event('online'));
                }""", call.value());
        await().until(() -> outcomes.latest(call)
                .filter(kept -> kept.number() == 2)
                .filter(kept -> kept.outcome().motives().contains("DYSPNOEA"))
                .isPresent());
    }

    /** The coordination corrected the sheet while the physician's draft waited on their telephone. */
    @Test
    void whatSomebodyElseWroteMeanwhileIsNotWrittenOverUnseen() {
        Page page = phone(ColorScheme.LIGHT);
        page.navigate(sheet);
        outcomes.write(call, OptionalInt.empty(), OutcomeStatus.DRAFT, sedation(), "c.durand");

        tap(page, "m-PAIN");
        assertThat(page.locator("#conflit")).isVisible();
        assertThat(outcomes.latest(call).orElseThrow().outcome().motives()).containsExactly("SEDATION");

        page.locator("#garder-ici").click();
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        assertThat(outcomes.latest(call).orElseThrow().outcome().motives()).containsExactly("PAIN");
        assertThat(outcomes.history(call)).hasSize(2);
    }

    @Test
    void theLikelyTermsComeFirst() {
        outcomes.write(call, OptionalInt.empty(), OutcomeStatus.FINAL, sedation(), "c.durand");
        Page page = phone(ColorScheme.LIGHT);
        page.navigate(sheet);
        // other stories of this installation log calls too
        List<Outcome> recent = outcomes.recent(OISE, 300);
        List<String> likely =
                UsualTerms.in(recent)
                        .first(
                                TermKind.MOTIVE,
                                outcomes.nomenclatureFor(outcomes.call(call).orElseThrow()))
                        .stream()
                        .map(Term::label)
                        .map(FrenchText::french)
                        .toList();
        assertThat(recent).contains(sedation());
        assertThat(page.locator("#motives label").allTextContents()).isEqualTo(likely);
        // the caller keyed « infirmier ou infirmière »
        assertThat(page.locator("#callerProfile label").first().textContent()).startsWith("ID");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Page page = phone(ColorScheme.LIGHT);
        page.navigate(sheet);
        for (String choice : List.of("m-PAIN", "o-HAD", "c-HAD_NURSE", "p-HOME", "q-ALL")) {
            reach(page, choice);
            page.keyboard().press("Space");
        }
        assertThat(page.locator("#kept")).hasText("Brouillon enregistré.");
        reach(page, "");
        page.keyboard().press("Enter");
        page.waitForURL("**/mes-astreintes?fait=LOGGED");
        assertThat(outcomes.latest(call).orElseThrow().outcome().orientations()).containsExactly("HAD");
    }

    @Test
    void withoutAScriptTheFormIsSentAndAnIncompleteOneSaysWhatIsMissing() {
        String session = visitors.session(visitors.physician(answering.id()));
        Page page = browser.openWithoutScript(service.toString(), Screen.PHONE, session);
        page.navigate(sheet);
        tap(page, "m-PAIN");
        page.locator("button[value=FINAL]").click();
        assertThat(page.locator("#erreurs")).containsText("choisir au moins une orientation");
        assertThat(page.locator("#m-PAIN")).isChecked();
        tap(page, "o-HAD", "c-HAD_NURSE", "p-HOME");
        page.locator("button[value=FINAL]").click();
        assertThat(page.locator(".done")).containsText("La fiche est validée");
    }

    private Page phone(ColorScheme scheme) {
        return phone(service.toString(), scheme);
    }

    private Page phone(String address, ColorScheme scheme) {
        String session = visitors.session(visitors.physician(answering.id()));
        return browser.open(address, Screen.PHONE, scheme, session);
    }

    /** With the Tab key, and the arrows inside a group of one choice, to the control of that id; empty: the main button. */
    private static void reach(Page page, String id) {
        String there = id.isEmpty()
                ? "document.activeElement.value === 'FINAL'"
                : "document.activeElement.id === '" + id + "'";
        String inTheGroup = "document.activeElement.type === 'radio' && document.activeElement.name ==="
                + " document.getElementById('" + id + "')?.name";
        for (int presses = 0; presses < 120 && !(Boolean) page.evaluate(there); presses++) {
            page.keyboard().press((Boolean) page.evaluate(inTheGroup) ? "ArrowDown" : "Tab");
        }
        assertThat((Boolean) page.evaluate(there)).as("reached " + id).isTrue();
    }

    /** What is seldom chosen is behind « Autres ». */
    private static void tap(Page page, String... choices) {
        for (String choice : choices) {
            Locator label = page.locator("label[for=" + choice + "]");
            if (!label.isVisible()) {
                page.locator("details:has(#" + choice + ") > summary").click();
            }
            label.click();
        }
    }

    private static Outcome sedation() {
        return new Outcome(
                Optional.of("HAD_NURSE"),
                List.of("SEDATION"),
                List.of("HAD"),
                PatientConditions.NOT_ASKED,
                Optional.of("HOME"),
                Optional.of(Duration.ofMinutes(5)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anotherPhysicianCannotOpenTheSheet() {
        Physician other = directory.physiciansOf(OISE).getFirst();
        String session = visitors.session(visitors.physician(other.id()));
        Page page = browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
        assertThat(page.navigate(sheet).status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Introuvable");
    }
}
