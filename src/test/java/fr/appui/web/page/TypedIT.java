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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        post("/jetons", Map.of("name", "Tableau de bord", "role", "ARS_READER", "days", "1,5"))
                .statusCode(400)
                .body(containsString("nombre entier de jours"))
                .body(containsString("value=\"Tableau de bord\""))
                .body(containsString("value=\"1,5\""));
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

    /** Of more accounts than stand on one page: the boxes that were ticked and the row that changed are on the page that comes back. */
    @Test
    void whatIsDoneToAnAccountIsSeenWhereItWasDone() {
        Account last = IntStream.range(0, Pager.SIZE + 2)
                .mapToObj(one -> visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))))
                .max(Comparator.comparing(Account::login))
                .orElseThrow();
        int page = IntStream.rangeClosed(1, 1_000)
                .filter(at -> accounts(at).contains(last.id().toString()))
                .findFirst()
                .orElseThrow();
        String box = accounts(page).replaceFirst("(?s).*name=\"compte\" value=\"(" + last.id() + "/[^\"]*)\".*", "$1");
        post(
                        "/comptes/roles",
                        Map.of(
                                "compte",
                                box,
                                "territories",
                                "INCONNU",
                                "role",
                                "COORDINATOR",
                                "page",
                                Integer.toString(page)))
                .statusCode(400)
                .body(containsString("value=\"" + box + "\" form=\"changer-roles\" checked"));
        post("/comptes/" + last.id() + "/ouverture", Map.of("disabled", "true", "page", Integer.toString(page)))
                .statusCode(200)
                .body(containsString(last.id().toString()));
    }

    /** Who looks at another year than this one reads the refusal beside what they were looking at. */
    @Test
    void whatIsRefusedComesBackToTheYearThatWasShown() {
        post(
                        "/forfaits/" + place.code() + "/depenses",
                        Map.of("periode", "2025", "date", "2025-11-03", "label", "Téléphones", "amount", "1.250"))
                .statusCode(400)
                .body(containsString("écrire un montant en euros"))
                .body(containsString("value=\"2025\" selected"))
                .body(containsString("name=\"periode\" value=\"2025\""))
                .body(containsString("value=\"Téléphones\""));
        post("/difficultes/" + place.code(), Map.of("annee", "2025", "date", "2025-11-03", "text", ""))
                .statusCode(400)
                .body(containsString("value=\"2025\" selected"))
                .body(containsString("name=\"annee\" value=\"2025\""));
    }

    /** The list above the form stays where it was. */
    @Test
    void anAccountThatIsRefusedComesBackToItsPageOfTheList() {
        IntStream.range(0, Pager.SIZE + 1)
                .forEach(one -> visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        post("/comptes", Map.of("login", "", "page", "1"))
                .statusCode(400)
                .body(containsString("name=\"page\" value=\"1\""));
    }

    private String accounts(int page) {
        return Browse.as(session).get("/comptes?page=" + page).asString();
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
