package fr.appui.web.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that is refused comes back with what was written in it, and one that was taken comes back empty. */
@QuarkusTest
class TypedIT {

    @Inject
    Visitors visitors;

    @Inject
    PlanningWorld world;

    private Place place;
    private Account account;
    private String session;

    @BeforeEach
    void anAdministratorWhoCoordinates() {
        AdministratorByDefault.nobody();
        place = world.create();
        account = visitors.account(
                List.of(Grant.everywhere(Role.ADMINISTRATOR), Grant.over(Role.COORDINATOR, place.code())));
        session = visitors.session(account);
    }

    @Test
    void aTokenThatIsRefused() {
        Map<String, String> asked = Map.of(
                "name", "Tableau de bord",
                "role", "ARS_READER",
                "territories", "INCONNU",
                "days", "30",
                "writes", "true");
        post("/jetons", asked)
                .statusCode(400)
                .body(containsString("value=\"Tableau de bord\""))
                .body(containsString("value=\"ARS_READER\" selected"))
                .body(containsString("value=\"INCONNU\""))
                .body(containsString("value=\"30\""))
                .body(containsString("value=\"true\" checked"));
        Map<String, String> taken =
                Map.of("name", "Tableau de bord", "role", "ARS_READER", "territories", "", "days", "30");
        post("/jetons", taken)
                .statusCode(200)
                .body(not(containsString("value=\"Tableau de bord\"")))
                .body(containsString("data-label=\"Donné par\">Camille Durand<"))
                .body(containsString("value=\"365\""));
    }

    @Test
    void rolesThatAreRefused() {
        post("/comptes/roles", Map.of("role", "REGULATOR", "territories", "INCONNU"))
                .statusCode(400)
                .body(containsString("name=\"role\" value=\"REGULATOR\" checked"))
                .body(containsString("value=\"INCONNU\""));
    }

    @Test
    void whatAFileHolds() {
        upload("/planning/" + place.code() + "/fichiers", "contenu", "planning", "fichier")
                .statusCode(422)
                .body(containsString("value=\"planning\" checked"));
        upload("/annuaire/" + place.code() + "/annonces", "prompt", "personne", "file")
                .statusCode(400)
                .body(containsString("value=\"personne\" selected"));
    }

    @Test
    void aDeadlineThatIsRefused() {
        post(
                        "/planning/" + place.code() + "/recueil",
                        Map.of("trimestre", place.quarter() + "", "echeance", "2020-01-15"))
                .statusCode(409)
                .body(containsString("value=\"2020-01-15\""));
    }

    private ValidatableResponse post(String path, Map<String, String> fields) {
        return Browse.post(session, "/compte/appareils", path, fields);
    }

    private ValidatableResponse upload(String path, String field, String value, String file) {
        Response form = Browse.as(session).get("/compte/appareils");
        String csrf = form.cookie("csrf-token");
        return Browse.as(session)
                .cookie("csrf-token", csrf)
                .multiPart("csrf-token", csrf)
                .multiPart(field, value)
                .multiPart(file, "rien.csv", "rien".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(path)
                .then();
    }
}
