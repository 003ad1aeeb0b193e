package fr.appui.boot;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The command asks the service for what it says of itself: a point that one knows, the other lists. */
@QuarkusTest
class CheckIT {

    @TestHTTPResource("/")
    URI address;

    @Test
    void everyPointIsListedAndWhatIsNotSetIsLeftToDo() {
        var said = new ByteArrayOutputStream();
        int status = new Check(new PrintStream(said, true, UTF_8), ConfigProvider.getConfig())
                .run(List.of(address.toString()));
        assertThat(said.toString(UTF_8))
                .contains("base de données", "écriture", "journal", "outbox", "kafka", "téléphonie", "astreinte")
                .contains(
                        "messagerie",
                        "SMS",
                        "certificat",
                        "jours fériés",
                        "disque",
                        "sauvegarde",
                        "fournisseur d’identité")
                .contains("appui.web.address n’est pas une adresse https");
        assertThat(status).isEqualTo(Check.TO_DO);
    }

    @Test
    void whoeverBringsNothingIsToldStatesAndNoServer() {
        for (String path : List.of("/q/health/well", "/q/health", "/q/health/well/")) {
            String stranger = given().get(path).then().extract().asString();
            assertThat(stranger)
                    .as(path)
                    .contains("\"name\":\"messagerie\"", "\"status\"", "le détail est pour qui apporte le jeton")
                    .doesNotContain("localhost", "127.0.0.1", "appui.web.address", "version");
        }
        given().get("/q/health/group/mine").then().statusCode(401);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void nothingIsTriedForWhoDoesNotReadTheNodesFolderAndNothingUnknown() throws IOException {
        given().header("Appui-Trial", "mail").post("/q/check").then().statusCode(401);
        String secret = Files.readString(ConfigProvider.getConfig().getValue("appui.health.token-file", Path.class));
        given().header("Authorization", "Bearer " + secret)
                .header("Appui-Trial", "fax")
                .post("/q/check")
                .then()
                .statusCode(400);
        given().header("Authorization", "Bearer " + secret)
                .header("Appui-Trial", "sms")
                .header("Appui-Trial-To", "06 11 22 33 44")
                .post("/q/check")
                .then()
                .statusCode(200)
                .body(containsString("aucune passerelle SMS"));
        given().header("Authorization", "Bearer " + secret)
                .header("Appui-Trial", "telephone")
                .header("Appui-Trial-To", "abc")
                .post("/q/check")
                .then()
                .statusCode(400)
                .body(containsString("numéro de téléphone"));
    }
}
