package fr.appui.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Physician;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.InvitationDesk;
import fr.appui.web.signin.Visitors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations by the API: the act of the page, and what it says is read back. */
@QuarkusTest
class InvitationsIT {

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    InvitationDesk desk;

    @Inject
    Accounts accounts;

    @Inject
    NoticeBook notices;

    @Inject
    NoticeQueue queue;

    @Inject
    EntityManager database;

    private Place place;
    private Physician physician;

    @BeforeEach
    void aTerritory() {
        AdministratorByDefault.nobody();
        place = world.create();
        physician = place.physicians().getFirst();
    }

    @Test
    void whoIsInvitedHasAnAccountAndALinkThatIsTakenBackOnce() {
        String here = "items.find { it.physician == '" + physician.id() + "' }";
        invite(physician.id().toString())
                .statusCode(200)
                .body("written", hasSize(1))
                .body(here + ".state", equalTo("INVITED"));
        Account account = accounts.ofPhysician(physician.id()).getFirst();
        assertThat(account.grants()).containsExactly(Grant.everywhere(Role.PHYSICIAN));

        withdraw().statusCode(204);
        withdraw().statusCode(404);
        administrator()
                .get(path())
                .then()
                .statusCode(200)
                .body("find { it.physician == '" + physician.id() + "' }.invitedAt", equalTo(null));
        invite(physician.id().toString()).statusCode(200).body("written", hasSize(1));
    }

    /** The mail queue stands still here, as it does while a mail server is away. */
    @Test
    void aMailWhoseLinkServesNoMoreDoesNotLeave() {
        invite(physician.id().toString()).statusCode(200);
        assertThat(unsent()).hasSize(1);
        invite(physician.id().toString()).statusCode(200);
        assertThat(unsent()).as("the newest link's").hasSize(1);
        withdraw().statusCode(204);
        assertThat(unsent()).isEmpty();
        invite(physician.id().toString()).statusCode(200);
        assertThat(unsent()).hasSize(1);
    }

    /** A link opens the account of whoever reads it, a database or its backup as well as a mail: it is kept until it has left, and its hash after that. */
    @Test
    void aLinkThatHasLeftIsReadNowhereHere() {
        invite(physician.id().toString()).statusCode(200);
        UUID mail = unsent().getFirst().id();
        assertThat(body(mail)).containsPattern("jeton=[\\w-]{43}\\b");

        queue.failed(mail, "le serveur n’a pas répondu", Instant.now());
        assertThat(body(mail)).as("it is still to leave").containsPattern("jeton=[\\w-]{43}\\b");
        queue.sent(mail, Instant.now());
        assertThat(body(mail)).contains("invitation?jeton=…\n").contains("Votre identifiant : ");

        assertThat(notices.again(place.code(), mail, Instant.now()))
                .as("without its link")
                .isEmpty();
        Browse.as(visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code())))))
                .get("/planning/" + place.code() + "/messages")
                .then()
                .statusCode(200)
                .body(containsString("inviter de nouveau"));
        invite(physician.id().toString()).statusCode(200);
        assertThat(unsent()).hasSize(1);
    }

    private String body(UUID mail) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("SELECT body FROM notice WHERE id = ?1")
                        .setParameter(1, mail.toString())
                        .getSingleResult());
    }

    /** Whichever comes last: a link that serves has its mail, and no mail leaves with a link that does not. */
    @Test
    void whoInvitesAndWhoTakesBackAtOneMomentLeaveALinkWithItsMailOrNeither() {
        String admin = visitors.token(Role.ADMINISTRATOR);
        for (int round = 0; round < 8; round++) {
            invite(physician.id().toString()).statusCode(200);
            var taken = CompletableFuture.supplyAsync(() -> token(admin)
                    .delete(path() + "/" + physician.id())
                    .then()
                    .extract()
                    .statusCode());
            var invited = CompletableFuture.supplyAsync(() -> token(admin)
                    .body(Map.of("physicians", List.of(physician.id().toString())))
                    .post(path())
                    .then()
                    .extract()
                    .statusCode());
            assertThat(invited.join()).isEqualTo(200);
            assertThat(taken.join()).as("there was a link to take back").isEqualTo(204);
            boolean linked =
                    desk.standing(List.of(physician)).getFirst().invitedAt().isPresent();
            assertThat(unsent()).as("round " + round).hasSize(linked ? 1 : 0);
        }
    }

    private List<NoticeBook.Told> unsent() {
        return notices.of(place.code(), Instant.EPOCH, 100).stream()
                .filter(told -> told.sentAt().isEmpty())
                .toList();
    }

    @Test
    void whoIsNoPhysicianOfTheTerritoryIsNamed() {
        String other = world.create().physicians().getFirst().id().toString();
        invite(other)
                .statusCode(400)
                .body("errors[0].field", equalTo("physicians"))
                .body(containsString(other));
        administrator().body(Map.of()).post(path()).then().statusCode(400);
    }

    @Test
    void onlyAdministratorsOfTheWholeServiceInvite() {
        token(visitors.token(Role.COORDINATOR, place.code())).get(path()).then().statusCode(403);
        token(visitors.token(Role.ADMINISTRATOR, place.code()))
                .get(path())
                .then()
                .statusCode(403);
    }

    /** A provider knows them: there is no password to choose, and nothing that asks for one stands in their way. */
    @Test
    void anInvitedPhysicianWhomAProviderKnowsEntersWithoutAPassword() {
        invite(physician.id().toString()).statusCode(200);
        Account account = accounts.ofPhysician(physician.id()).getFirst();
        assertThat(account.temporaryPassword()).isTrue();
        assertThat(accounts.byProviderSubject(physician.rpps().value())).contains(account);
        accounts.entered(account.id());
        assertThat(accounts.byId(account.id()).orElseThrow().temporaryPassword())
                .isFalse();
        Browse.as(visitors.session(accounts.byId(account.id()).orElseThrow()))
                .get("/mes-astreintes")
                .then()
                .statusCode(200);
    }

    /** Who was given a password by an administrator still has to change it, whatever way they came in by. */
    @Test
    void aGivenPasswordStaysToBeChanged() {
        Account given = visitors.withTemporaryPassword();
        accounts.entered(given.id());
        assertThat(accounts.byId(given.id()).orElseThrow().temporaryPassword()).isTrue();
    }

    private ValidatableResponse invite(String id) {
        return administrator()
                .body(Map.of("physicians", List.of(id)))
                .post(path())
                .then();
    }

    private ValidatableResponse withdraw() {
        return administrator().delete(path() + "/" + physician.id()).then();
    }

    private RequestSpecification administrator() {
        return token(visitors.token(Role.ADMINISTRATOR));
    }

    private static RequestSpecification token(String secret) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + secret);
    }

    private String path() {
        return "/api/territories/" + place.code() + "/invitations";
    }
}
