package fr.appui.versions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.web.signin.AdministratorByDefault;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A hospital can say which version it runs; the envelope of events: {@code KafkaWireTest}, the log: {@code TwoVersionsIT}. */
@QuarkusTest
class VersionShownIT {

    @Test
    void atTheFootOfThePagesOfWhoeverIsSignedIn() {
        assertThat(given().get("/annuaire").asString())
                .contains("<footer class=\"foot\">Appui " + Pom.version() + "</footer>");
    }

    @Test
    void butNotToStrangers() {
        AdministratorByDefault.nobody();
        String page = given().get("/connexion").then().statusCode(200).extract().asString();
        assertThat(page).doesNotContain("class=\"foot\"").doesNotContain(Pom.version());
    }

    @Test
    void toProgramsOfOperations() {
        assertThat(given().get("/q/info").path("build.version").toString()).isEqualTo(Pom.version());
    }

    @Test
    void inTheDescriptionOfTheApi() {
        assertThat(given().queryParam("format", "json")
                        .get("/openapi")
                        .path("info.version")
                        .toString())
                .isEqualTo(Pom.version());
    }
}
