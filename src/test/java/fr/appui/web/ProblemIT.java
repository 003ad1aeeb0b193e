package fr.appui.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemIT {

    @Test
    void anUnknownAddressIsAProblemDocument() {
        given().when()
                .get("/api/nowhere")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Introuvable"));
    }

    /** Whoever reloads the address of a form that was refused. */
    @Test
    void whatTheFrameworkRefusesIsToldInFrench() {
        given().accept("text/html")
                .get("/comptes/roles")
                .then()
                .statusCode(405)
                .body(containsString("repartir de l’accueil"))
                .body(not(containsString("Not Allowed")));
        given().contentType("text/csv")
                .body("rien")
                .post("/api/calls/declared")
                .then()
                .statusCode(415)
                .body("title", equalTo("Format non lu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "{\"durationSeconds\": \"long\"}"})
    void aBodyThatCannotBeReadIsAProblemDocument(String body) {
        given().contentType("application/json")
                .body(body)
                .when()
                .post("/api/calls/declared")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", not(emptyString()));
    }
}
