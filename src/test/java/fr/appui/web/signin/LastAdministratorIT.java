package fr.appui.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.access.ServiceTokens;
import fr.appui.web.signin.AccountDesk.Granting;
import fr.appui.web.signin.AccountDesk.Opening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody can always administer the service: the last who does is not closed, by whatever door and at whatever moment. */
@QuarkusTest
class LastAdministratorIT {

    private static final int TIMES = 5;
    private static final int MOST_ACCOUNTS = 10_000;

    @Inject
    Visitors visitors;

    @Inject
    Accounts accounts;

    @Inject
    AccountDesk desk;

    @Inject
    WayIn wayIn;

    @Inject
    FirstToken firstToken;

    @Inject
    ServiceTokens tokens;

    private final List<Account> others = new ArrayList<>();
    private Account one;
    private Account other;

    @BeforeEach
    void twoAdministratorsAlone() {
        AdministratorByDefault.nobody();
        accounts.page(0, MOST_ACCOUNTS).stream()
                .filter(account ->
                        !account.disabled() && account.grants().contains(Grant.everywhere(Role.ADMINISTRATOR)))
                .forEach(account -> {
                    others.add(account);
                    accounts.change(account.closed(true));
                });
        one = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        other = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
    }

    @AfterEach
    void theOthersAgain() {
        others.forEach(accounts::change);
    }

    @Test
    void thePageRefusesToCloseTheLastAndSaysWhatToDo() {
        assertThat(desk.disable(other.id(), true, one.login())).isEqualTo(Opening.DONE);
        String session = visitors.session(one);
        String csrf = given().cookie("appui", session).get("/comptes").cookie("csrf-token");
        given().cookie("appui", session)
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("disabled", "true")
                .post("/comptes/" + one.id() + "/ouverture")
                .then()
                .statusCode(409)
                .body(containsString("dernier compte d’administration"))
                .body(containsString("En créer un autre"));
        given().cookie("appui", session).get("/comptes").then().statusCode(200);
    }

    @Test
    void theLastKeepsTheRoleAndRolesThatSomebodyChangedMeanwhileAreTold() {
        List<Grant> coordinator = List.of(Grant.everywhere(Role.COORDINATOR));
        Map<UUID, String> both = Map.of(one.id(), one.getRights(), other.id(), other.getRights());
        assertThat(desk.grant(both, coordinator, one.login())).isEqualTo(Granting.LAST_ADMINISTRATOR);
        assertThat(accounts.byId(other.id()).orElseThrow().grants()).isEqualTo(other.grants());
        Map<UUID, String> alone = Map.of(other.id(), other.getRights());
        assertThat(desk.grant(alone, coordinator, one.login())).isEqualTo(Granting.DONE);
        assertThat(desk.grant(alone, coordinator, one.login())).isEqualTo(Granting.CHANGED_MEANWHILE);
        assertThat(accounts.byId(other.id()).orElseThrow().grants()).isEqualTo(coordinator);
        assertThat(desk.grant(Map.of(one.id(), one.getRights()), coordinator, one.login()))
                .isEqualTo(Granting.LAST_ADMINISTRATOR);
        Map<UUID, String> noPhysician =
                Map.of(other.id(), accounts.byId(other.id()).orElseThrow().getRights());
        assertThat(desk.grant(noPhysician, List.of(Grant.everywhere(Role.PHYSICIAN)), one.login()))
                .isEqualTo(Granting.NO_PHYSICIAN);
    }

    /** A password takes long to hash: what somebody does to the account meanwhile stays done. */
    @Test
    void aPasswordThatIsGivenMeanwhileReopensNoClosedAccount() {
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.byId(other.id());
            CompletableFuture.runAsync(() -> desk.disable(other.id(), true, one.login()))
                    .join();
            accounts.setPassword(other.id(), "meanwhile", true);
        });
        Account closed = accounts.byId(other.id()).orElseThrow();
        assertThat(closed.disabled()).isTrue();
        assertThat(closed.temporaryPassword()).isTrue();
    }

    /** Each takes the other's role away at one moment: one stays. */
    @Test
    void twoWhoTakeEachOthersRoleAtOneMomentLeaveOne() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            accounts.change(one);
            accounts.change(other);
            var together = new CyclicBarrier(2);
            List<Granting> came;
            try (var both = Executors.newFixedThreadPool(2)) {
                Future<Granting> first = both.submit(taking(other, one, together));
                Future<Granting> second = both.submit(taking(one, other, together));
                came = List.of(first.get(), second.get());
            }
            assertThat(came).containsExactlyInAnyOrder(Granting.DONE, Granting.LAST_ADMINISTRATOR);
        }
    }

    private Callable<Granting> taking(Account whose, Account by, CyclicBarrier together) {
        return () -> {
            together.await();
            return desk.grant(
                    Map.of(whose.id(), whose.getRights()), List.of(Grant.everywhere(Role.COORDINATOR)), by.login());
        };
    }

    @Test
    void twoWhoCloseEachOtherAtOneMomentLeaveOne() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            accounts.change(one);
            accounts.change(other);
            var together = new CyclicBarrier(2);
            List<Opening> came;
            try (var both = Executors.newFixedThreadPool(2)) {
                Future<Opening> first = both.submit(closing(other, one, together));
                Future<Opening> second = both.submit(closing(one, other, together));
                came = List.of(first.get(), second.get());
            }
            assertThat(came).containsExactlyInAnyOrder(Opening.DONE, Opening.LAST_ADMINISTRATOR);
            assertThat(List.of(
                            accounts.byId(one.id()).orElseThrow(),
                            accounts.byId(other.id()).orElseThrow()))
                    .filteredOn(Account::disabled)
                    .hasSize(1);
        }
    }

    @Test
    void aCoordinatorOfAllTerritoriesIsNoAdministrator() {
        desk.disable(other.id(), true, one.login());
        visitors.account(List.of(Grant.everywhere(Role.COORDINATOR)));
        assertThat(desk.disable(one.id(), true, one.login())).isEqualTo(Opening.LAST_ADMINISTRATOR);
    }

    @Test
    void whoeverOwnsTheMachineIsLetInOnceByAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("acces");
        wayIn.write(file);
        String[] written = Files.readString(file).strip().split(" ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(accounts.byLogin(written[0]).orElseThrow())
                .matches(account -> !account.disabled() && account.temporaryPassword())
                .matches(account -> account.grants().contains(Grant.everywhere(Role.ADMINISTRATOR)));
        assertThat(Secrets.matches(written[1], accounts.passwordHash(written[0]).orElseThrow()))
                .isTrue();
    }

    /** The unit closes /etc to the service: a folder that cannot be written to keeps nothing else from starting. */
    @Test
    void aFileThatCannotBeLeftGivesNothingAway(@TempDir Path folder) {
        Path nowhere = folder.resolve("absent/acces");
        long issued = tokens.total();
        assertThatCode(() -> firstToken.write(nowhere)).doesNotThrowAnyException();
        assertThatCode(() -> wayIn.write(nowhere)).doesNotThrowAnyException();
        assertThat(tokens.total()).isEqualTo(issued);
    }

    private Callable<Opening> closing(Account closed, Account by, CyclicBarrier together) {
        return () -> {
            together.await();
            return desk.disable(closed.id(), true, by.login());
        };
    }
}
