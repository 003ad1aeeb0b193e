package fr.appui.web.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Audit;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The journal says who did what in French, is filtered, and goes into a table. */
@QuarkusTest
class AuditPagesIT {

    @Inject
    Visitors visitors;

    @Inject
    Audit audit;

    @Test
    void whatWasRefusedIsNotToldAsDone() {
        AdministratorByDefault.nobody();
        String who = "a" + UUID.randomUUID();
        audit.record(who, "PUT /api/territories/{code}/line", "/api/territories/XX-NULLE/line", "réponse 403");
        audit.record(
                who,
                "GET /api/territories/{code}/line",
                "/api/territories/XX-NULLE/line",
                "réponse 404, accès refusé (X)");
        String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR))));
        Browse.as(session)
                .get("/journal?qui=" + who)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString(who
                                + " – accès refusé\u00a0: «\u00a0a changé la ligne (XX-NULLE)\u00a0» n’a pas eu lieu"),
                        not(containsString(who + " a "))));
    }

    @Test
    void whatOnePersonDidIsFoundAndTakenAway() {
        AdministratorByDefault.nobody();
        String who = "a" + UUID.randomUUID();
        audit.record(who, "PUT /api/territories/{code}/line", "/api/territories/XX-NULLE/line", "=1+1");
        audit.record("b" + who, "sign-in", "b" + who, "Session ouverte");
        String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR))));

        Browse.as(session)
                .get("/journal?qui=" + who)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString(who + " a changé la ligne (XX-NULLE)"),
                        not(containsString("b" + who)),
                        containsString("<summary>Code et origine</summary>")));
        Browse.as(session)
                .get("/journal?qui=" + who + "&au=" + LocalDate.of(2001, 1, 1))
                .then()
                .statusCode(200)
                .body(containsString("Aucun acte ne répond à ce filtre"));
        Browse.as(session)
                .get("/journal?qui=" + who + "&du=hier")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("<a href=\"#du\">"),
                        containsString("n’est pas une date"),
                        containsString("name=\"qui\" value=\"" + who + "\""),
                        not(containsString(who + " a changé"))));
        String table = given().cookie("appui", session)
                .get("/journal/export.csv?qui=" + who)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table.lines()).hasSize(2);
        assertThat(table).contains("a changé la ligne (XX-NULLE)").contains(";'=1+1;");
    }
}
