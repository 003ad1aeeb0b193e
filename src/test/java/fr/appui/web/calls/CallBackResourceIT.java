package fr.appui.web.calls;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, and how; that it rings is for the phone stories. */
@QuarkusTest
class CallBackResourceIT {

    private static final String CALL = "call-back-refusals";
    private static final String NOBODY = "{\"physician\":\"00000000-0000-4000-8000-00000000ffff\"}";

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    Visitors visitors;

    @BeforeEach
    void aCall() {
        journal.append(Calls.answeredBySecond(CALL));
        await().until(() -> archive.find(new CallId(CALL))
                .filter(call -> call.story().ended().isPresent())
                .isPresent());
    }

    @Test
    void aCallThatWasNeverTracedCannotBeCalledBack() {
        post("no-such-call", NOBODY).statusCode(404).body("detail", containsString("no-such-call"));
    }

    @Test
    void aPhysicianWhomNobodyKnowsCannotCallBack() {
        post(CALL, NOBODY).statusCode(404).body("detail", containsString("médecin"));
    }

    @Test
    void withoutAPhysicianItIsSaidWhatIsMissing() {
        post(CALL, "{}").statusCode(400).body("errors[0].field", equalTo("physician"));
        post(CALL, "{\"physician\":\"me\"}").statusCode(400).body("errors[0].field", equalTo("physician"));
    }

    @Test
    void nobodyWaitsSoNothingIsHandled() {
        given().post("/api/calls/" + CALL + "/call-back/handled")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/regle/call-back"));
    }

    @Test
    void anotherTerritorysCoordinationIsKeptOut() {
        given().auth()
                .oauth2(visitors.token(Role.COORDINATOR, new TerritoryCode("HDF-HAINAUT")))
                .contentType(ContentType.JSON)
                .body(NOBODY)
                .post("/api/calls/" + CALL + "/call-back")
                .then()
                .statusCode(404);
    }

    @Test
    void aPhysicianOfAnotherTerritoryIsKeptOut() {
        AdministratorByDefault.nobody();
        given().cookie("appui", visitors.session(visitors.physician(new PhysicianId(UUID.randomUUID()))))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/calls/" + CALL + "/call-back")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse post(String call, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/calls/" + call + "/call-back")
                .then();
    }
}
