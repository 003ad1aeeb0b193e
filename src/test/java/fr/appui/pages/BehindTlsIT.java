package fr.appui.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind the proxy that ends TLS, as docs/fr/connexion.md sets it up. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class BehindTlsIT {

    @Inject
    Visitors visitors;

    @BeforeEach
    void comeWithNothing() {
        AdministratorByDefault.nobody();
    }

    @Test
    void theSessionsCookieIsSecureAndBoundToTheHost() {
        String login =
                visitors.account(List.of(Grant.everywhere(Role.COORDINATOR))).login();
        String csrf =
                given().header("X-Forwarded-Proto", "https").get("/connexion").cookie("csrf-token");
        Response signedIn = given().header("X-Forwarded-Proto", "https")
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("login", login)
                .formParam("password", Visitors.PASSWORD)
                .redirects()
                .follow(false)
                .post("/connexion");
        signedIn.then().statusCode(303);
        assertThat(signedIn.getDetailedCookie("__Host-appui").toString())
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void browsersAreToldToComeBackOverTls() {
        given().header("X-Forwarded-Proto", "https")
                .get("/connexion")
                .then()
                .header("Strict-Transport-Security", containsString("max-age=31536000"));
        given().get("/connexion").then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void theAuditTellsTheAddressThatTheProxySaw() {
        String token = visitors.token(Role.ADMINISTRATOR);
        String csrf = given().get("/connexion").cookie("csrf-token");
        given().header("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParam("login", "personne")
                .formParam("password", "un mot de passe faux")
                .post("/connexion")
                .then()
                .statusCode(401);
        given().auth().oauth2(token).get("/api/audit?size=1").then().body("items[0].origin", equalTo("198.51.100.7"));
        given().header("X-Forwarded-For", "junk:99999").get("/connexion").then().statusCode(200);
    }
}
