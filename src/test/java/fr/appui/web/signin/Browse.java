package fr.appui.web.signin;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Pages and forms, asked for by somebody who is signed in, without scripts and without following redirects. */
public final class Browse {

    private Browse() {}

    /** @param session value of the cookie, {@link Visitors#session} */
    public static RequestSpecification as(String session) {
        return given().redirects().follow(false).accept("text/html").cookie("appui", session);
    }

    /** @param page one that this visitor may see: its token goes with the form */
    public static ValidatableResponse post(String session, String page, String path, Map<String, String> fields) {
        String csrf = as(session).get(page).cookie("csrf-token");
        return as(session)
                .cookie("csrf-token", csrf)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", csrf)
                .formParams(fields)
                .post(path)
                .then();
    }
}
