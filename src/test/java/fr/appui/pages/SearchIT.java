package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import fr.appui.trace.Outcomes;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From whatever page, one box finds what this visitor may see, and nothing else. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class SearchIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final CallId CALL = new CallId("recherche-1");

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    Outcomes outcomes;

    private Place own;
    private Place other;

    @BeforeEach
    void twoPlaces() {
        AdministratorByDefault.nobody();
        own = world.create(List.of("Quétin-Vauzelle", "Quétin-Ombre"));
        other = world.create(List.of("Quétin-Lointain"));
    }

    @Test
    void aPhysicianIsFoundByTheBeginningsOfTheirNamesInWhateverOrderAndOnlyAtHome() {
        String session = session(Grant.over(Role.COORDINATOR, own.code()));
        for (String typed : List.of("quetin vauz", "Dr Vauzelle", "cam QUÉTIN-VAUZELLE")) {
            search(session, typed)
                    .body(containsString("/annuaire/" + own.code() + "/medecins/" + own.id(0)))
                    .body(not(containsString(own.id(1))));
        }
        search(session, "quetin")
                .body(containsString(own.id(0)))
                .body(containsString(own.id(1)))
                .body(not(containsString("Lointain")));
        search(session, "quetin lointain").body(containsString("Rien ne correspond"));
    }

    @Test
    void whoCoordinatesNothingFindsNobody() {
        for (Grant grant : List.of(
                Grant.everywhere(Role.REGULATOR),
                Grant.everywhere(Role.ARS_READER),
                Grant.over(Role.REGULATOR, own.code()))) {
            search(session(grant), "quetin").body(not(containsString(own.id(0))));
        }
        String physician =
                visitors.session(visitors.physician(own.physicians().get(0).id()));
        search(physician, "quetin").body(not(containsString(own.id(1))));
    }

    @Test
    void aReferenceLeadsToTheCallForWhomItConcerns() {
        List<Physician> physicians = directory.physiciansOf(OISE);
        journal.append(DemonstrationCalls.answered(CALL, physicians));
        await().until(() ->
                archive.find(CALL).isPresent() && outcomes.call(CALL).isPresent());

        assertThat(leads(session(Grant.over(Role.COORDINATOR, OISE)))).endsWith("/appels/" + CALL);
        assertThat(leads(visitors.session(visitors.physician(physicians.get(1).id()))))
                .endsWith("/mes-appels/" + CALL);
        for (String stranger : List.of(
                session(Grant.over(Role.COORDINATOR, own.code())),
                session(Grant.everywhere(Role.REGULATOR)),
                visitors.session(visitors.physician(physicians.get(0).id())))) {
            search(stranger, CALL.value()).body(containsString("Rien ne correspond"));
        }
    }

    @Test
    void aTerritoryHasThePagesThatOneMayOpen() {
        search(session(Grant.everywhere(Role.REGULATOR)), "Oise")
                .body(containsString("/regulation?q=HDF-OISE"))
                .body(not(containsString("/planning/HDF-OISE")));
        search(session(Grant.over(Role.ARS_READER, OISE)), "Oise")
                .body(containsString("/indicateurs?territoire=HDF-OISE"))
                .body(not(containsString("/regulation?q")));
        search(session(Grant.over(Role.COORDINATOR, own.code())), "Oise").body(containsString("Rien ne correspond"));
    }

    @Test
    void whatIsFoundIsBounded() {
        Place crowded = world.create(IntStream.range(0, 8)
                .mapToObj(number -> "Xyloque" + (char) ('a' + number))
                .toList());
        Place more = world.create(IntStream.range(0, 8)
                .mapToObj(number -> "Xyloque" + (char) ('m' + number))
                .toList());
        String session = visitors.session(visitors.account(
                List.of(Grant.over(Role.COORDINATOR, crowded.code()), Grant.over(Role.COORDINATOR, more.code()))));
        String page = search(session, "xyloque").extract().asString();
        assertThat(page.split("/medecins/", -1)).hasSize(11);
        assertThat(page).contains("D’autres encore correspondent");
        search(session, "a".repeat(500)).body(containsString("Rien ne correspond"));
    }

    @Test
    void theKeyboardAloneFindsFromAnyPageAndATelephoneHasItOneTapAway() {
        Account coordinator = visitors.account(List.of(Grant.over(Role.COORDINATOR, own.code())));
        try (Browser browser = new Browser()) {
            Page page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, visitors.session(coordinator));
            page.navigate("/planning");
            page.getByLabel("Chercher : Médecin, commune, appel").focus();
            page.keyboard().type("vauzelle");
            page.keyboard().press("Enter");
            page.waitForURL("**/recherche?q=vauzelle");
            assertThat(page.locator("#recherche")).hasValue("vauzelle");
            page.locator("main").getByText("Dr Quétin-Vauzelle").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/medecins/" + own.id(0));

            page.setViewportSize(390, 844);
            page.navigate("/planning");
            page.locator("header a[href='/recherche']").click();
            assertThat(page.locator("#q")).isFocused();
        }
    }

    private String session(Grant grant) {
        return visitors.session(visitors.account(List.of(grant)));
    }

    private static ValidatableResponse search(String session, String typed) {
        return Browse.as(session)
                .queryParam("q", typed)
                .get("/recherche")
                .then()
                .statusCode(200);
    }

    private static String leads(String session) {
        return Browse.as(session)
                .redirects()
                .follow(false)
                .queryParam("q", CALL.value())
                .get("/recherche")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }
}
