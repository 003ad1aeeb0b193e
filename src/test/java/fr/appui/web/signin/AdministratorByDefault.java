package fr.appui.web.signin;

import fr.appui.access.Role;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Tests that are not about access call the API as an administrator's program; {@link #nobody()} takes that away. */
public final class AdministratorByDefault implements QuarkusTestBeforeEachCallback {

    private static String secret = "";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        String bearer = bearer();
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            request.header("Authorization", bearer);
            if (request.getBody() == null && request.getFormParams().isEmpty()) {
                request.contentType(ContentType.JSON); // else RestAssured calls an empty body a form
            }
            return chain.next(request, response);
        });
    }

    /** For a test about access: from here on requests carry what the test gives them. */
    public static void nobody() {
        RestAssured.replaceFiltersWith(List.of());
    }

    /** For a test that reaches the API without RestAssured. */
    public static String bearer() {
        return "Bearer " + token();
    }

    private static synchronized String token() {
        TokenDesk desk = CDI.current().select(TokenDesk.class).get();
        if (desk.recognise(secret).isEmpty()) {
            var request = new TokenDesk.Request("tests", Role.ADMINISTRATOR, Set.of(), false, Duration.ofDays(1));
            secret = desk.issue(request, "tests").secret();
        }
        return secret;
    }
}
