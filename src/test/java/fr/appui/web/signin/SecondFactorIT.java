package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.access.SecondFactors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the password, the six figures of an application; each of them once. */
@QuarkusTest
class SecondFactorIT {

    private static final String PAGE = "/compte/second-facteur";

    @Inject
    Visitors visitors;

    @Inject
    SecondFactors factors;

    private Account account;
    private String session;

    @BeforeEach
    void aCoordinator() {
        AdministratorByDefault.nobody();
        account = visitors.account(List.of(Grant.everywhere(Role.COORDINATOR)));
        session = visitors.session(account);
    }

    @Test
    void theFiguresAreAskedForAfterThePasswordAndWorkOnce() {
        Browse.as(session).get(PAGE).then().statusCode(200).body(containsString("<svg class=\"qr\""));
        Browse.post(session, PAGE, PAGE, Map.of("code", "000000x")).statusCode(400);
        assertThat(password().statusCode())
                .as("a factor that was never confirmed asks for nothing")
                .isEqualTo(303);

        Browse.post(session, PAGE, PAGE, Map.of("code", code(-1))).statusCode(303);
        Browse.as(session).get(PAGE).then().body(containsString("En service"));
        Response half = password();
        assertThat(half.statusCode()).isEqualTo(200);
        assertThat(half.cookie("appui")).isNull();
        String pending = half.cookie("appui-second-facteur");
        Browse.as(pending).get(PAGE).then().statusCode(303);
        assertThat(figures(pending, code(-1)).statusCode()).as("used before").isEqualTo(401);
        Response whole = figures(pending, code(0));
        assertThat(whole.statusCode()).isEqualTo(303);
        Browse.as(whole.cookie("appui")).get(PAGE).then().statusCode(200);
        assertThat(figures(pending, code(1)).statusCode())
                .as("the password is asked for again")
                .isEqualTo(401);
    }

    @Test
    void anAdministratorTakesItAwayFromWhoLostTheirTelephone() {
        Browse.as(session).get(PAGE);
        Browse.post(session, PAGE, PAGE, Map.of("code", code(0))).statusCode(303);
        String administrator = visitors.session(visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR))));
        Browse.post(session, PAGE, "/comptes/" + account.id() + "/second-facteur", Map.of())
                .statusCode(403);
        Browse.post(administrator, PAGE, "/comptes/" + account.id() + "/second-facteur", Map.of())
                .statusCode(200);
        assertThat(password().statusCode()).isEqualTo(303);
    }

    /** @param away in half minutes */
    private String code(int away) {
        byte[] secret = factors.of(account.id()).orElseThrow().secret();
        return OneTimeCode.at(secret, Instant.now().getEpochSecond() / 30 + away);
    }

    private Response password() {
        String csrf = Browse.as("").get("/connexion").cookie("csrf-token");
        return Browse.as("")
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("login", account.login())
                .formParam("password", Visitors.PASSWORD)
                .post("/connexion");
    }

    private static Response figures(String pending, String code) {
        String csrf = Browse.as("").get("/connexion").cookie("csrf-token");
        return Browse.as("")
                .cookie("csrf-token", csrf)
                .cookie("appui-second-facteur", pending)
                .formParam("csrf-token", csrf)
                .formParam("code", code)
                .post("/connexion/code");
    }
}
