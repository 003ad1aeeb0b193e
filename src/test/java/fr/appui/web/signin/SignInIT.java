package fr.appui.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInIT {

    private static final List<Grant> COORDINATOR = List.of(Grant.everywhere(Role.COORDINATOR));

    @Inject
    Visitors visitors;

    @Inject
    Accounts accounts;

    @Inject
    AccountDesk desk;

    @Inject
    SignIn signIn;

    @BeforeEach
    void comeWithNothing() {
        AdministratorByDefault.nobody();
    }

    @Test
    void aPersonSignsInAndOut() {
        Response signedIn = post(visitors.account(COORDINATOR).login(), Visitors.PASSWORD, "/regulation");
        signedIn.then().log().ifValidationFails().statusCode(303).header("Location", containsString("/regulation"));
        String session = signedIn.cookie("appui");
        String setCookie = signedIn.getDetailedCookie("appui").toString();
        assertThat(setCookie).contains("HttpOnly").contains("SameSite=Lax");

        given().cookie("appui", session)
                .get("/compte/mot-de-passe")
                .then()
                .statusCode(200)
                .body(containsString("Camille Durand"));
        String csrf = csrf();
        given().cookie("appui", session)
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .redirects()
                .follow(false)
                .post("/deconnexion")
                .then()
                .statusCode(303);
        given().cookie("appui", session)
                .redirects()
                .follow(false)
                .get("/compte/mot-de-passe")
                .then()
                .statusCode(303)
                .header("Location", containsString("/connexion"));
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        String login = visitors.account(COORDINATOR).login();
        String wrong = post(login, "autre chose entièrement", "/")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String unknown = post("inconnu-au-bataillon", "n'importe quoi", "/")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertThat(wrong).contains("Identifiant ou mot de passe inconnu");
        assertThat(unknown).contains("Identifiant ou mot de passe inconnu");
    }

    @Test
    void afterEightFailuresEvenTheRightPasswordWaits() {
        String login = visitors.account(COORDINATOR).login();
        for (int i = 0; i < 8; i++) {
            post(login, "autre chose", "/").then().statusCode(401);
        }
        post(login, Visitors.PASSWORD, "/").then().statusCode(429).body(containsString("Trop d’essais"));
    }

    @Test
    void ofManyTriesAtOnceNoMoreThanTheLimitAreMade() throws Exception {
        String login = visitors.account(COORDINATOR).login();
        List<Callable<Integer>> tries = Collections.nCopies(
                24, () -> post(login, "autre chose", "/").then().extract().statusCode());
        try (var all = Executors.newFixedThreadPool(tries.size())) {
            long made = all.invokeAll(tries).stream()
                    .filter(answer -> answer.resultNow() == 401)
                    .count();
            assertThat(made).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void nobodyShutsOutABrowserOnWhichOneSignedInBefore() {
        String login = visitors.account(COORDINATOR).login();
        String browser = post(login, Visitors.PASSWORD, "/").cookie("appui-navigateur");
        for (int i = 0; i < 9; i++) {
            post(login, "autre chose", "/");
        }
        post(login, Visitors.PASSWORD, "/").then().statusCode(429);
        post(login, Visitors.PASSWORD, "/", Map.of("appui-navigateur", browser))
                .then()
                .statusCode(303);
    }

    @Test
    void aNewPasswordLiftsTheLock() {
        Account account = visitors.account(COORDINATOR);
        for (int i = 0; i < 8; i++) {
            post(account.login(), "autre chose", "/").then().statusCode(401);
        }
        String renewed = desk.renewPassword(account.id(), "essai").orElseThrow();
        post(account.login(), renewed, "/").then().statusCode(303);
    }

    @Test
    void aPasswordThatProgramsTryFirstIsRefused() {
        Account account = visitors.account(COORDINATOR);
        for (String weak : List.of("aaaaaaaaaaaa", "azertyuiop123", "Password1234", "camilledurand", "123456789012")) {
            assertThatThrownBy(() -> Passwords.requireHardToGuess(weak, account))
                    .as(weak)
                    .hasMessageContaining("se devine");
        }
        Passwords.requireHardToGuess("cerf moulin tuile orage", account);
    }

    @Test
    void thePresentPasswordIsNotTriedForEver() {
        Account account = visitors.account(COORDINATOR);
        for (int i = 0; i < 8; i++) {
            assertThat(signIn.present(account, "autre chose")).isEqualTo(SignIn.Present.WRONG);
        }
        assertThat(signIn.present(account, Visitors.PASSWORD)).isEqualTo(SignIn.Present.TOO_MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "/\t/evil.example", "evil"})
    void noAddressOfAnotherSiteFollowsASignIn(String elsewhere) {
        String location = post(visitors.account(COORDINATOR).login(), Visitors.PASSWORD, elsewhere)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(java.net.URI.create(location).getPath()).isEqualTo("/");
        assertThat(location).doesNotContain("evil");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        given().formParam("login", "administration")
                .formParam("password", "x")
                .post("/connexion")
                .then()
                .statusCode(400);
    }

    @Test
    void aPageAskedForByNobodyLeadsToSignInAndBack() {
        given().redirects()
                .follow(false)
                .get("/compte/mot-de-passe")
                .then()
                .statusCode(303)
                .header("Location", containsString("/connexion?suite=%2Fcompte%2Fmot-de-passe"));
    }

    @Test
    void aGeneratedPasswordOpensNothingButTheChange() {
        Account account = visitors.withTemporaryPassword();
        String session = visitors.session(account);
        given().cookie("appui", session)
                .redirects()
                .follow(false)
                .get("/nulle-part")
                .then()
                .statusCode(404);
        given().cookie("appui", session).get("/api/audit").then().statusCode(403);

        String csrf = csrf();
        String next = given().cookie("appui", session)
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("present", Visitors.PASSWORD)
                .formParam("password", "une tout autre phrase")
                .formParam("again", "une tout autre phrase")
                .redirects()
                .follow(false)
                .post("/compte/mot-de-passe")
                .then()
                .statusCode(303)
                .extract()
                .cookie("appui");
        given().cookie("appui", session).get("/api/audit").then().statusCode(401);
        given().cookie("appui", next).get("/api/audit").then().statusCode(200);
    }

    @Test
    void aDisabledAccountIsOutAtItsNextRequest() {
        Account account = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        String session = visitors.session(account);
        given().cookie("appui", session).get("/api/audit").then().statusCode(200);
        accounts.change(new Account(
                account.id(),
                account.login(),
                account.name(),
                account.grants(),
                account.physician(),
                account.providerSubject(),
                false,
                true));
        given().cookie("appui", session).get("/api/audit").then().statusCode(401);
    }

    @Test
    void anotherSiteCannotUseASession() {
        String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR))));
        String csrf = csrf();
        given().cookie("appui", session)
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/deconnexion")
                .then()
                .statusCode(403);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectAPage() {
        given().get("/connexion")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Cache-Control", equalTo("no-store"));
    }

    private static String csrf() {
        return given().get("/connexion").cookie("csrf-token");
    }

    private static Response post(String login, String password, String next) {
        return post(login, password, next, Map.of());
    }

    private static Response post(String login, String password, String next, Map<String, String> cookies) {
        String csrf = csrf();
        return given().cookies(cookies)
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("login", login)
                .formParam("password", password)
                .formParam("suite", next)
                .redirects()
                .follow(false)
                .post("/connexion");
    }
}
