package fr.appui.boot;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
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
                .run(List.of(address.toString()), "");
        assertThat(said.toString(UTF_8))
                .contains("base de données", "écriture", "journal", "outbox", "kafka", "téléphonie", "astreinte")
                .contains("messagerie", "SMS", "certificat", "jours fériés", "disque", "sauvegarde")
                .contains("appui.web.address n'est pas une adresse https");
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
}
