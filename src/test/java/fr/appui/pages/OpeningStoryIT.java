package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.Whole;
import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.pages.Browser.Screen;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A territory is opened from its checklist; its physicians are invited at once, and each enters by the link they were sent. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class OpeningStoryIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/invitation\\?jeton=(\\S+)");
    private static final String PASSWORD = "girafe orange valise nuage";

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    Accounts accounts;

    @Inject
    NoticeRelay relay;

    @Inject
    Clock clock;

    private Place place;
    private String administrator;

    @BeforeEach
    void aTerritoryWithPhysiciansAndNoLine() {
        AdministratorByDefault.nobody();
        place = world.create();
        administrator = visitors.session(
                visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR), Grant.everywhere(Role.COORDINATOR))));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theChecklistLeadsToTheInvitationsAndEachPhysicianEntersByTheirLink() throws Exception {
        Page page = browser.open(service.toString(), Screen.DESK, ColorScheme.LIGHT, administrator);
        page.navigate("/annuaire/" + place.code());
        page.locator("a[href$='/ouverture']").click();
        assertThat(page.locator("main")).containsText("Le numéro que composent les professionnels manque");
        assertThat(page.locator("main")).containsText(place.name(0) + " ne peut pas encore se connecter");
        page.getByText("Les inviter").click();
        assertThat(page.locator("tbody input:checked")).hasCount(8);
        page.locator("#m-" + place.id(7)).uncheck();
        page.getByText("Créer les comptes et inviter").click();
        assertThat(page.locator(".done")).containsText("7 invitations partent");
        assertThat(page.locator(".secret")).hasCount(0);
        relay.relay();
        relay.relay();
        page.navigate("/comptes/medecins/" + place.code());
        assertThat(page.locator("tbody tr").first()).containsText("Message accepté");
        assertThat(MailServer.inbox(place.mail(7))).isEmpty();

        Page phone = browser.openWithoutScript(service.toString(), Screen.PHONE, "");
        phone.navigate("/invitation?jeton=" + token(0));
        String login = phone.locator(".lead strong").textContent();
        phone.locator("#password").fill(login + login);
        phone.locator("#again").fill(login + login);
        phone.getByText("Enregistrer").click();
        assertThat(phone.locator(".error-summary")).containsText("se devine trop facilement");
        phone.locator("#password").fill(PASSWORD);
        phone.locator("#again").fill(PASSWORD);
        phone.getByText("Enregistrer").click();
        assertThat(phone.locator(".done")).containsText(login);
        phone.getByText("Se connecter").click();
        phone.locator("#login").fill(login);
        phone.locator("#password").fill(PASSWORD);
        phone.locator("form[action='/connexion'] button").click();
        phone.waitForURL("**/mes-astreintes");
        assertThat(phone.locator("h1")).containsText(place.name(0));

        page.navigate("/annuaire/" + place.code() + "/ouverture");
        assertThat(page.locator("main")).not().containsText(place.name(0) + " ne peut pas encore");
        assertThat(page.locator("main")).containsText(place.name(1) + " ne peut pas encore");
    }

    @Test
    void whoLeftTheTerritoryIsNeitherWaitedForNorInvited() {
        world.leave(place.physicians().get(6), LocalDate.now(clock).minusDays(30));
        for (String path : List.of("/annuaire/" + place.code() + "/ouverture", "/comptes/medecins/" + place.code())) {
            Browse.as(administrator)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString(place.name(0)))
                    .body(not(containsString(place.name(6))));
        }
    }

    @Test
    void aLinkServesOnceAndALaterOneReplacesIt() throws Exception {
        invite(0, 1);
        String first = token(0);
        assertThat(invite(0)).contains("Une invitation part");
        relay.relay();
        String second = token(0);
        assertThat(second).isNotEqualTo(first);
        choose(first, 410);
        choose(second, 200);
        choose(second, 410);
        assertThat(invite(0)).as("who entered is left in peace").contains("ont déjà leur compte");
        Browse.as("").get("/invitation?jeton=" + second).then().statusCode(410);
        Browse.as("").get("/invitation?jeton=").then().statusCode(410);
        Browse.as("").get("/invitation?jeton=" + token(1)).then().statusCode(200);
    }

    /** The mail with the link stays in a box that others may read. */
    @Test
    void aLinkServesNoMoreOnceThePasswordWasChosenInAnotherWay() throws Exception {
        invite(0);
        String link = token(0);
        Account account = accounts.ofPhysician(PhysicianId.parse(place.id(0))).getFirst();
        accounts.setPassword(account.id(), "choisi autrement", false);
        choose(link, 410);
    }

    /** A coordinator may change a physician's address: nobody else's account is opened by what is sent there. */
    @Test
    void whoHoldsAnotherRoleIsNotInvited() throws Exception {
        invite(0);
        Account account = accounts.ofPhysician(PhysicianId.parse(place.id(0))).getFirst();
        accounts.change(new Account(
                account.id(),
                account.login(),
                account.name(),
                List.of(Grant.everywhere(Role.PHYSICIAN), Grant.over(Role.COORDINATOR, place.code())),
                account.physician(),
                account.providerSubject(),
                account.temporaryPassword(),
                account.disabled()));
        assertThat(invite(0)).contains("ont déjà leur compte");
    }

    @Test
    void aTerritorysAdministratorDoesNotInvite() {
        String local = visitors.session(visitors.account(List.of(Grant.over(Role.ADMINISTRATOR, place.code()))));
        Browse.as(local).get("/comptes/medecins/" + place.code()).then().statusCode(403);
    }

    @Test
    void onlyWhoAdministersInvites() {
        String coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        Browse.as(coordinator).get("/comptes/medecins/" + place.code()).then().statusCode(403);
        Browse.as(coordinator)
                .get("/annuaire/" + place.code() + "/ouverture")
                .then()
                .statusCode(200)
                .body(containsString("L’administration de l’appui ouvre les comptes"));
    }

    private String invite(int... physicians) {
        String csrf = Browse.as(administrator).get("/comptes").cookie("csrf-token");
        var form = Browse.as(administrator).cookie("csrf-token", csrf).formParam("csrf-token", csrf);
        for (int physician : physicians) {
            form.formParam("medecin", place.id(physician));
        }
        String told = form.post("/comptes/medecins/" + place.code())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        relay.relay();
        return told;
    }

    private static void choose(String token, int status) {
        String csrf = Browse.as("").get("/connexion").cookie("csrf-token");
        Browse.as("")
                .cookie("csrf-token", csrf)
                .formParams(Map.of("csrf-token", csrf, "jeton", token, "password", PASSWORD, "again", PASSWORD))
                .post("/invitation")
                .then()
                .statusCode(status);
    }

    /** Of the last mail to this physician. */
    private String token(int physician) throws Exception {
        List<MimeMessage> mails = MailServer.inbox(place.mail(physician));
        Matcher link = LINK.matcher(String.valueOf(mails.getLast().getContent()));
        assertThat(link.find()).as("%s", mails.getLast().getContent()).isTrue();
        return link.group(1);
    }
}
