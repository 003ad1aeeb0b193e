package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import fr.appui.AtLength;
import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Every page, on a desk and on a phone, by day and by night: no serious obstacle, nothing wider than the screen. */
@QuarkusTest
@TestProfile(Demonstration.class)
class PagesIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** As of a desk enlarged four times (WCAG 1.4.10). */
    private static final int NARROWEST = 320;

    /** {@code true}: with the report; {@code pictures}: without it, in a third of the time. */
    private static final String ASKED = System.getProperty("pages.photograph", "");

    private static final boolean REPORTS = ASKED.equals("true");
    private static final boolean PHOTOGRAPH = REPORTS || ASKED.equals("pictures");
    private static final Path PHOTOGRAPHS = Path.of("docs", "screenshots");
    private static final Path LOOKED_AT = Path.of("target", "screenshots");

    private static final Map<Role, Account> PEOPLE = new EnumMap<>(Role.class);
    private static Browser browser;
    private static final AccessibilityReport REPORT = new AccessibilityReport();
    private static Page page;

    private static final Map<Shown, Address> ADDRESSES = new EnumMap<>(Shown.class);
    private static final Map<Shown, CompletableFuture<List<String>>> WALKED = new ConcurrentHashMap<>();
    private static @Nullable Thread behind;

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    Audit audit;

    @Inject
    DemonstrationYear year;

    /** Which page, seen by whom. */
    enum Shown {
        CONNEXION("/connexion", null),
        ACCUEIL("/", Role.COORDINATOR),
        COUVERTURE("/", Role.ARS_READER),
        QUI_REPOND("/regulation?q=HDF-OISE", Role.REGULATOR),
        TOUS_LES_TERRITOIRES("/regulation", Role.REGULATOR),
        RECHERCHE("/recherche?q=a", Role.COORDINATOR),
        APPELS("/appels?territoire=HDF-OISE", Role.COORDINATOR),
        APPEL("/appels/demo-1", Role.COORDINATOR),
        ANNUAIRE("/annuaire", Role.COORDINATOR),
        TERRITOIRE("/annuaire/HDF-OISE", Role.COORDINATOR),
        PLANNINGS("/planning", Role.COORDINATOR),
        PLANNING_TERRITOIRE("/planning/HDF-OISE", Role.COORDINATOR),
        PLANNING_GRILLE("/planning/HDF-OISE/2027-Q2", Role.COORDINATOR),
        PLANNING_CALENDRIER("/planning/HDF-OISE/2026-Q4?vue=calendrier&date=2026-11-20", Role.COORDINATOR),
        PLANNING_CALCUL("/planning/HDF-OISE/2027-Q2/calcul", Role.COORDINATOR),
        PLANNING_PUBLICATION("/planning/HDF-OISE/2027-Q2/publication", Role.COORDINATOR),
        PLANNING_COMPARAISON("/planning/HDF-OISE/2027-Q2/comparaison", Role.COORDINATOR),
        PLANNING_PARTAGE("/planning/HDF-OISE/2026-Q4/partage", Role.COORDINATOR),
        PLANNING_SOUHAITS("/planning/HDF-OISE/souhaits?trimestre=2027-Q2", Role.COORDINATOR),
        PLANNING_SOUHAITS_DE(
                "/planning/HDF-OISE/souhaits/70057f54-0649-425e-bf47-cc862103b33e?trimestre=2027-Q2", Role.COORDINATOR),
        PLANNING_SOUHAITS_CALENDRIER(
                "/planning/HDF-OISE/souhaits/70057f54-0649-425e-bf47-cc862103b33e/calendrier?trimestre=2027-Q2",
                Role.COORDINATOR),
        PLANNING_REMPLACEMENT(
                "/planning/HDF-OISE/remplacement?medecin=9d1fd1a7-d51e-41d4-abb1-a8cfd94b9a1b&du=2026-11-17&au=2026-11-18",
                Role.COORDINATOR),
        PLANNING_CE_SOIR("/planning/HDF-OISE/ce-soir", Role.COORDINATOR),
        PLANNING_ECHANGES("/planning/HDF-OISE/echanges", Role.COORDINATOR),
        PLANNING_FICHIERS("/planning/HDF-OISE/fichiers?trimestre=2027-Q2", Role.COORDINATOR),
        PLANNING_REGLAGES("/planning/HDF-OISE/reglages", Role.COORDINATOR),
        PLANNING_MESSAGES("/planning/HDF-OISE/messages", Role.COORDINATOR),
        PLANNING_HISTORIQUE("/planning/HDF-OISE/historique", Role.COORDINATOR),
        TERRITOIRE_FICHE("/annuaire/HDF-OISE/fiche", Role.COORDINATOR),
        TERRITOIRE_NOUVEAU("/annuaire/nouveau", Role.ADMINISTRATOR),
        MEDECIN("/annuaire/HDF-OISE/medecins/{physician}", Role.COORDINATOR),
        MEDECIN_FICHE("/annuaire/HDF-OISE/medecins/{physician}/fiche", Role.COORDINATOR),
        MEDECIN_NOUVEAU("/annuaire/HDF-OISE/medecins/nouveau", Role.COORDINATOR),
        ETABLISSEMENTS("/annuaire/HDF-OISE/etablissements", Role.COORDINATOR),
        ETABLISSEMENT("/annuaire/HDF-OISE/etablissements/609900014", Role.COORDINATOR),
        CONVENTION("/annuaire/HDF-OISE/conventions/nouvelle", Role.COORDINATOR),
        LIGNE("/annuaire/HDF-OISE/ligne", Role.COORDINATOR),
        ENQUETE("/supports/HDF-OISE/enquete", Role.COORDINATOR),
        ANNUAIRE_SANTE("/annuaire/HDF-OISE/annuaire-sante", Role.COORDINATOR),
        ANNONCES("/annuaire/HDF-OISE/annonces", Role.COORDINATOR),
        APPEL_ESSAI("/annuaire/HDF-OISE/appel-essai", Role.COORDINATOR),
        OUVERTURE("/annuaire/HDF-OISE/ouverture", Role.COORDINATOR),
        ETABLISSEMENT_NOUVEAU("/annuaire/HDF-OISE/etablissements/nouveau", Role.COORDINATOR),
        CONVENTION_DOSSIER("/annuaire/HDF-OISE/conventions/1/dossier", Role.COORDINATOR),
        RELAIS_DE_NUIT("/annuaire/HDF-OISE/relais-de-nuit", Role.COORDINATOR),
        REUNION("/annuaire/HDF-OISE/reunion", Role.COORDINATOR),
        PERIMETRES("/annuaire/HDF-OISE/perimetres", Role.COORDINATOR),
        IMPORT("/annuaire/HDF-OISE/import", Role.COORDINATOR),
        CONFIDENTIALITE("/confidentialite", Role.COORDINATOR),
        DONNEES_MEDECIN("/confidentialite/medecins/{physician}", Role.ADMINISTRATOR),
        MES_ASTREINTES("/mes-astreintes", Role.PHYSICIAN),
        MON_CALENDRIER("/mes-astreintes/calendrier", Role.PHYSICIAN),
        FICHE("/mes-appels/demo-1", Role.PHYSICIAN),
        MES_SOUHAITS("/mes-souhaits?mois=2026-12", Role.PHYSICIAN),
        MES_ECHANGES("/mes-echanges", Role.PHYSICIAN),
        PROPOSER_UN_ECHANGE("/mes-echanges/proposer", Role.PHYSICIAN),
        MON_AGENDA("/mon-agenda", Role.PHYSICIAN),
        MON_SERVICE_FAIT("/mon-service-fait", Role.PHYSICIAN),
        APPEL_HORS_LIGNE("/mes-appels-hors-ligne", Role.PHYSICIAN),
        COMMUNE_SANS_ZONE("/regulation?q=Chantilly", Role.REGULATOR),
        MOT_DE_PASSE("/compte/mot-de-passe", Role.PHYSICIAN),
        MES_APPAREILS("/compte/appareils", Role.PHYSICIAN),
        CLES_D_ACCES("/compte/cles", Role.PHYSICIAN),
        SECOND_FACTEUR("/compte/second-facteur", Role.COORDINATOR),
        REDONNER_LE_MOT_DE_PASSE("/connexion/encore", Role.PHYSICIAN),
        COMPTES("/comptes", Role.ADMINISTRATOR),
        COMPTES_DES_MEDECINS("/comptes/medecins/HDF-OISE", Role.ADMINISTRATOR),
        JETONS("/jetons", Role.ADMINISTRATOR),
        JOURNAL("/journal?verifier=true", Role.ADMINISTRATOR),
        TERRITOIRES("/territoires", Role.ARS_READER),
        INDICATEURS("/indicateurs?territoire=HDF-OISE", Role.COORDINATOR),
        LESQUELS("/indicateurs/HDF-OISE/motives?periode=2026&ligne=PAIN", Role.COORDINATOR),
        CROISEMENT("/croisement?territoire=HDF-OISE&periode=2026&motif=motives:PAIN", Role.COORDINATOR),
        BILANS("/bilans", Role.ARS_READER),
        BILAN("/bilans/HDF-OISE/2026", Role.COORDINATOR),
        FORFAITS("/forfaits?territoire=HDF-OISE&periode=2026", Role.COORDINATOR),
        SUPPORTS("/supports", Role.COORDINATOR),
        DIFFUSION("/supports/HDF-OISE/diffusion", Role.COORDINATOR),
        TRAME("/trames/HDF", Role.ARS_READER),
        REGISTRE("/registre?territoire=HDF-OISE", Role.COORDINATOR),
        SUITES("/suites?territoire=HDF-OISE", Role.COORDINATOR),
        DIFFICULTES("/difficultes?territoire=HDF-OISE", Role.COORDINATOR),
        TRANSMISSIONS("/transmissions?territoire=HDF-OISE", Role.COORDINATOR),
        INTROUVABLE("/nulle-part", Role.COORDINATOR);

        final String address;
        final Role role;

        Shown(String address, Role role) {
            this.address = address;
            this.role = role;
        }
    }

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        page = browser.open("", Screen.DESK, ColorScheme.LIGHT, "");
    }

    @AfterAll
    static void closeBrowser() throws IOException, InterruptedException {
        browser.close();
        if (behind != null) {
            behind.join();
        }
        if (REPORTS) {
            REPORT.write();
        }
    }

    @Inject
    DemonstrationDraft draft;

    /** Once: what is shown does not change while pages are walked. */
    @BeforeEach
    void whatIsShown() {
        if (!ADDRESSES.isEmpty()) {
            return;
        }
        draft.begin();
        year.playOnce();
        audit.record(
                "c.durand",
                "POST /planning/{code}/{quarter}/publication",
                "/planning/HDF-OISE/2026-Q4/publication",
                "réponse 200");
        for (var events : DemonstrationCalls.of(directory.physiciansOf(OISE))) {
            journal.append(events);
        }
        await().until(() -> archive.find(new CallId("demo-1")).isPresent()
                && archive.find(new CallId("demo-3")).isPresent());
        ADDRESSES.putAll(addresses());
        if (!PHOTOGRAPH) {
            behind = Thread.ofPlatform().name("pages-from-the-back").start(PagesIT::walkFromTheBack);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachPageIsForEverybody(Shown shown) {
        assertThat(walked(shown, page)).isEmpty();
    }

    /** What is printed for a wall: a month that has no room left on a page begins the next one, with nothing laid over it. */
    @Test
    void aQuarterIsPrintedWithAllOfItsMonths() throws IOException {
        Address at = ADDRESSES.get(Shown.PLANNING_CALENDRIER);
        Browser.as(page, at.service().toString(), at.session());
        page.navigate(at.service().resolve(at.address()).toString());
        byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var reader = new PdfReader(printed)) {
            List<String> pages = new ArrayList<>();
            for (int number = 1; number <= reader.getNumberOfPages(); number++) {
                // each letter is placed by itself, so that it is read with spaces in between
                pages.add(new PdfTextExtractor(reader).getTextFromPage(number).replaceAll("\\s", ""));
            }
            assertThat(pages)
                    .satisfiesExactly(
                            october ->
                                    assertThat(october).contains("Octobre2026").doesNotContain("Novembre"),
                            november -> assertThat(november)
                                    .contains("Novembre2026")
                                    .doesNotContain("Décembre"),
                            december -> assertThat(december)
                                    .contains("Décembre2026")
                                    .doesNotContain("Charge"),
                            load -> assertThat(load).contains("Chargedutrimestre"));
        }
    }

    /** Where a page is, and the session of whoever sees it. */
    private record Address(URI service, String address, String session) {}

    private Map<Shown, Address> addresses() {
        String physician = directory.physiciansOf(OISE).get(1).id().toString();
        return Stream.of(Shown.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        shown -> new Address(
                                service,
                                shown.address.replace("{physician}", physician),
                                shown.role == null ? "" : visitors.session(account(shown.role)))));
    }

    /** A second browser takes the last pages first, until it meets the other: each page is walked by one of them. */
    private static void walkFromTheBack() {
        try (var own = new Browser()) {
            Page page = own.open("", Screen.DESK, ColorScheme.LIGHT, "");
            for (Shown shown : List.of(Shown.values()).reversed()) {
                if (WALKED.containsKey(shown)) {
                    return;
                }
                walked(shown, page);
            }
        }
    }

    private static List<String> walked(Shown shown, Page page) {
        var mine = new CompletableFuture<List<String>>();
        CompletableFuture<List<String>> others = WALKED.putIfAbsent(shown, mine);
        if (others != null) {
            return others.join();
        }
        try {
            mine.complete(walk(shown, ADDRESSES.get(shown), page));
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
        }
        return mine.join();
    }

    private static List<String> walk(Shown shown, Address at, Page page) {
        List<String> obstacles = new ArrayList<>();
        // what a page is made of and its own policy keeps it from: a sound, a picture, a style
        Consumer<ConsoleMessage> forbidden = message -> {
            if (message.text().contains("Content Security Policy")) {
                obstacles.add(message.text());
            }
        };
        page.onConsoleMessage(forbidden);
        Browser.as(page, at.service().toString(), at.session());
        page.navigate(at.service().resolve(at.address()).toString());
        obstacles.addAll(Spoken.wrongIn(page));
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                obstacles.addAll(obstacles(page, screen, scheme));
                photograph(page, shown, screen == Screen.DESK ? "bureau" : "telephone", scheme);
            }
        }
        page.setViewportSize(NARROWEST, 640);
        if (isWiderThanTheScreen(page)) {
            obstacles.add(NARROWEST + " px: the page is wider than the screen");
        }
        for (ColorScheme scheme : PHOTOGRAPH ? List.of(ColorScheme.DARK, ColorScheme.LIGHT) : List.<ColorScheme>of()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            photograph(page, shown, "etroit", scheme);
        }
        page.offConsoleMessage(forbidden);
        return obstacles;
    }

    private Account account(Role role) {
        return PEOPLE.computeIfAbsent(role, this::newAccount);
    }

    private Account newAccount(Role role) {
        return role == Role.PHYSICIAN
                ? visitors.physician(directory.physiciansOf(OISE).get(1).id())
                : visitors.account(List.of(Grant.everywhere(role)));
    }

    /** Everything is looked at once; another scheme or screen changes colours and widths, which are looked at again. */
    private static List<String> obstacles(Page page, Screen screen, ColorScheme scheme) {
        List<String> found = new ArrayList<>();
        if (isWiderThanTheScreen(page)) {
            found.add(screen + " " + scheme + ": the page is wider than the screen");
        }
        if (!AtLength.WHOLE && !looksAtEverything(screen, scheme)) {
            return found;
        }
        // no page holds a frame, so that nothing needs a tab of its own to be put together
        var axe = new AxeBuilder(page).setLegacyMode(true).options(violationsAlone());
        if (!looksAtEverything(screen, scheme)) {
            axe.withRules(List.of("color-contrast"));
        }
        AxeResults results = axe.analyze();
        if (REPORTS) {
            REPORT.note(page, scheme, results);
        }
        for (Rule rule : results.getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes()
                        .forEach(node -> found.add(screen + " " + scheme + ": " + rule.getId() + " " + node.getTarget()
                                + " " + node.getFailureSummary()));
            }
        }
        return found;
    }

    private static boolean isWiderThanTheScreen(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
    }

    private static boolean looksAtEverything(Screen screen, ColorScheme scheme) {
        return scheme == ColorScheme.LIGHT && (screen == Screen.DESK || REPORTS);
    }

    /** What passes is not written out: on a large page that takes longer than the rules. */
    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** On a desk and on a phone by day for the documents; narrow and by night as well, to be looked at. */
    private static void photograph(Page page, Shown shown, String screen, ColorScheme scheme) {
        if (!PHOTOGRAPH) {
            return;
        }
        String name = shown.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + screen;
        boolean printed = scheme == ColorScheme.LIGHT && !screen.equals("etroit");
        Path file = printed
                ? PHOTOGRAPHS.resolve(name + ".png")
                : LOOKED_AT.resolve(name + (scheme == ColorScheme.DARK ? "-sombre.png" : ".png"));
        ViewportSize asSeen = page.viewportSize();
        int whole = (Integer) page.evaluate("document.documentElement.scrollHeight");
        // what stays at the foot does not hide the middle
        page.setViewportSize(asSeen.width, Math.max(asSeen.height, whole));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(asSeen.width, asSeen.height);
    }
}
