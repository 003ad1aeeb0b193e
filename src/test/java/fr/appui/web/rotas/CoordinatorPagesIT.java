package fr.appui.web.rotas;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.ImportDesk;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.PublicationDesk;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.planning.life.WishBook;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every act of the planning pages as a browser without any script does it: a form, then the page that answers. */
@QuarkusTest
class CoordinatorPagesIT {

    private static final Pattern MOVE = Pattern.compile("name=\"move\" value=\"([^\"]+)\"");

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    DraftDesk drafts;

    @Inject
    ImportDesk imports;

    @Inject
    PublicationDesk publications;

    @Inject
    RotaReader reader;

    @Inject
    WishBook wishes;

    @Inject
    Clock clock;

    private Place place;
    private String session;

    @BeforeEach
    void aCoordinatorOfANewTerritory() {
        AdministratorByDefault.nobody();
        place = world.create();
        session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
    }

    @Test
    void aDateIsPlacedByAFormAndARefusalSaysWhy() {
        LocalDate monday = place.monday(1);
        page(rota()).statusCode(200).body(containsString("Calculer un planning"));
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(2))).statusCode(303);
        page(rota() + "?date=" + monday)
                .statusCode(200)
                .body(containsString(place.name(2) + " au premier rang"))
                .body(containsString("fixé à la main"));

        wishes.keep(
                place.physicians().get(3).id(),
                Wishes.none().unavailable(List.of(new fr.appui.planning.Unavailability.During(DateRange.on(monday)))));
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(3)))
                .statusCode(409)
                .body(containsString("Ce changement n’est pas fait"))
                .body(containsString("indisponible"));
        post(rota(), Map.of("du", "", "medecin", place.id(3))).statusCode(400).body(containsString("href=\"#du\""));
        assertThat(view().duties().first().get(monday))
                .isEqualTo(place.physicians().get(2).id());
        post(rota(), Map.of("du", monday.toString(), "medecin", ""))
                .statusCode(400)
                .body(containsString("href=\"#medecin\""));
        assertThat(view().duties().first())
                .as("nobody is not chosen by leaving the list as it is")
                .isNotEmpty();
        post(rota(), Map.of("du", monday.toString(), "acte", "retirer")).statusCode(303);
        assertThat(view().duties().first()).isEmpty();
    }

    @Test
    @Whole
    void theLastChangeOfADraftAndItsGivingUpAreTakenBack() {
        LocalDate monday = place.monday(1);
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(2))).statusCode(303);
        String next = post(rota(), Map.of("du", monday.toString(), "acte", "retirer"))
                .statusCode(303)
                .extract()
                .header("Location");
        page(next.substring(next.indexOf("/planning/")).replaceFirst("#.*", ""))
                .body(containsString("C’est fait"))
                .body(containsString("personne au premier rang"))
                .body(containsString("value=\"annuler\""));
        post(rota() + "/brouillon", Map.of("acte", "annuler")).statusCode(303);
        assertThat(view().duties().first().get(monday))
                .isEqualTo(place.physicians().get(2).id());

        String given = post(rota() + "/brouillon", Map.of("acte", "abandonner"))
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(view().draft()).isEmpty();
        page(given.substring(given.indexOf("/planning/")))
                .body(containsString("Le brouillon est abandonné"))
                .body(containsString("Le reprendre"));
        post(rota() + "/brouillon", Map.of("acte", "annuler")).statusCode(303);
        assertThat(view().duties().first().get(monday))
                .isEqualTo(place.physicians().get(2).id());
        page(territory() + "/historique")
                .body(containsString("Brouillon repris"))
                .body(containsString("data-label=\"Par\">Camille Durand<"));
        page(territory() + "/historique?qui=camille").body(containsString("Brouillon repris"));
        page(territory() + "/historique?qui=personne-de-ce-nom")
                .body(containsString("Aucun acte ne répond à ce filtre"))
                .body(not(containsString("Brouillon repris")));
        page(territory() + "/historique?qui=camille&du=hier")
                .statusCode(400)
                .body(containsString("n’est pas une date"))
                .body(containsString("name=\"qui\" value=\"camille\""))
                .body(not(containsString("Brouillon repris")));
        page(territory() + "/historique?du=\u00a02000-01-01\u202f&au=02/01/2000\u00a0")
                .statusCode(200)
                .body(not(containsString("Brouillon repris")));
        page(territory() + "/historique?du=2000-01-01&au=2000-01-02").body(not(containsString("Brouillon repris")));
        given().cookie("appui", session)
                .get(territory() + "/historique.csv?du=2000-01-01")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("quand;acte;quoi;par;raison"))
                .body(containsString("Camille Durand"))
                .body(containsString("Brouillon repris"));
    }

    @Test
    void whatAnotherChangedSinceThePageWasDrawnIsNotTakenBack() {
        LocalDate monday = place.monday(1);
        String french = "%02d/%02d/%d".formatted(monday.getDayOfMonth(), monday.getMonthValue(), monday.getYear());
        post(rota(), Map.of("du", french, "medecin", place.id(2))).statusCode(303);
        String seen = Long.toString(view().stamp());
        page(rota()).body(containsString("name=\"vu\" value=\"" + seen + "\""));
        post(rota(), Map.of("du", monday.plusDays(1).toString(), "medecin", place.id(3)))
                .statusCode(303);
        post(rota() + "/brouillon", Map.of("acte", "annuler", "vu", seen))
                .statusCode(409)
                .body(containsString("ce brouillon a changé depuis"));
        assertThat(view().duties().first().get(monday.plusDays(1)))
                .isEqualTo(place.physicians().get(3).id());
        post(rota() + "/brouillon", Map.of("acte", "annuler", "vu", Long.toString(view().stamp())))
                .statusCode(303);
        assertThat(view().duties().first()).containsOnlyKeys(monday);
    }

    @Test
    @Whole
    void aPlacementOnAPublishedRotaIsTakenBackFromItsBar() {
        publishByWeeks();
        LocalDate monday = place.monday(1);
        int other = (place.holder(monday) + 3) % 8;
        String next = post(rota(), Map.of("du", monday.toString(), "medecin", place.id(other), "raison", "Congrès"))
                .statusCode(303)
                .extract()
                .header("Location");
        page(next.substring(next.indexOf("/planning/")).replaceFirst("#.*", ""))
                .body(containsString("les appels suivent"))
                .body(containsString("value=\"Annulé aussitôt\""));
        post(rota() + "/annulation", Map.of("date", monday.toString(), "rang", "FIRST", "raison", "Annulé aussitôt"))
                .statusCode(303);
        assertThat(view().duties().first().get(monday))
                .isEqualTo(place.physicians().get(place.holder(monday)).id());
    }

    @Test
    @Whole
    void whoVolunteersForWholeWeeksIsGivenAWeekAndNeverADay() {
        LocalDate monday = place.monday(1);
        wishes.keep(place.physicians().get(0).id(), Wishes.none().willing(Willingness.WHOLE_WEEKS));
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(0))).statusCode(409);
        post(rota(), Map.of("du", monday.toString(), "au", monday.plusDays(6).toString(), "medecin", place.id(0)))
                .statusCode(303);
        assertThat(view().duties().first()).hasSize(7);
    }

    @Test
    @Whole
    void theQuotaOffersTheDerogationThatGoesPastIt() {
        LocalDate first = place.monday(0);
        List<LocalDate> fortnight =
                new DateRange(first, first.plusDays(13)).dates().toList();
        assertThat(drafts.place(
                        place.code(),
                        place.quarter(),
                        Placing.of(
                                fortnight,
                                DutyRung.FIRST,
                                Optional.of(place.physicians().get(0).id()),
                                false),
                        act()))
                .isInstanceOf(Edited.Done.class);
        String more = first.plusDays(14).toString();
        post(rota(), Map.of("du", more, "medecin", place.id(0)))
                .statusCode(409)
                .body(containsString("dérogation motivée"))
                .body(containsString("name=\"derogation\""));
        post(rota(), Map.of("du", more, "medecin", place.id(0), "derogation", "true"))
                .statusCode(400)
                .body(containsString("Raison : à renseigner".replace(" :", "\u00a0:")));
        post(
                        rota(),
                        Map.of(
                                "du",
                                more,
                                "medecin",
                                place.id(0),
                                "derogation",
                                "true",
                                "raison",
                                "Nul autre n’est libre"))
                .statusCode(303);
        page(rota() + "/partage").body(containsString("15 jours admis")).body(containsString("Nul autre"));
    }

    @Test
    @Whole
    void aDraftWithHolesIsPublishedOnlyKnowinglyAndWithAReason() {
        LocalDate monday = place.monday(1);
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(2))).statusCode(303);
        page(rota() + "/publication").body(containsString("Dates sans médecin")).body(containsString(place.name(2)));
        post(rota() + "/publication", Map.of("raison", "")).statusCode(409);
        post(rota() + "/publication", Map.of("trous", "true"))
                .statusCode(409)
                .body(containsString("href=\"#raison\""))
                .body(containsString("name=\"trous\" value=\"true\" checked"));
        post(rota() + "/publication", Map.of("trous", "true", "raison", "En attente de recrues"))
                .statusCode(200)
                .body(containsString("La version 1 est en vigueur"))
                .body(containsString(place.name(2)));
        page(rota() + "/comparaison")
                .body(containsString(place.name(2)))
                .body(containsString("Ce que chacun tiendrait"));
    }

    @Test
    void aPublishedDutyChangesWithAReasonAndTheActIsUndone() {
        publishByWeeks();
        LocalDate monday = place.monday(1);
        int other = (place.holder(monday) + 3) % 8;
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(other)))
                .statusCode(400)
                .body(containsString("href=\"#raison\""));
        post(rota(), Map.of("du", monday.toString(), "medecin", place.id(other), "raison", "Congrès"))
                .statusCode(303);
        page(rota() + "?date=" + monday)
                .body(containsString(place.name(other) + " au premier rang"))
                .body(containsString("Congrès"));
        post(rota() + "/annulation", Map.of("date", monday.toString())).statusCode(400);
        post(rota() + "/annulation", Map.of("raison", "Congrès déplacé", "rang", "BACK_UP", "date", monday.toString()))
                .statusCode(400)
                .body(containsString("value=\"Congrès déplacé\""))
                .body(containsString("value=\"BACK_UP\" selected"));
        post(rota() + "/annulation", Map.of("date", monday.toString(), "raison", "Congrès annulé"))
                .statusCode(303);
        page(rota() + "?date=" + monday).body(containsString(place.name(place.holder(monday)) + " au premier rang"));
        page(territory() + "/historique").body(containsString("Acte annulé"));
    }

    @Test
    void aWithdrawalIsRepairedFromTheSolutionsShown() {
        publishByWeeks();
        LocalDate monday = place.monday(2);
        int away = place.holder(monday);
        String asked = territory() + "/remplacement?medecin=" + place.id(away) + "&du=" + monday;
        String found = page(asked).statusCode(200).extract().asString();
        assertThat(found).contains("Solution 1", "Solution 2", "c’est prouvé");
        String move = firstMove(found);
        post(territory() + "/remplacement", Map.of("move", move))
                .statusCode(409)
                .body(containsString("à renseigner"));
        post(
                        territory() + "/remplacement",
                        Map.of("move", "abc", "raison", "Grippe", "medecin", place.id(away), "du", monday.toString()))
                .statusCode(409)
                .body(containsString("demander d’autres propositions"))
                .body(containsString("name=\"raison\" value=\"Grippe\""));
        post(territory() + "/ce-soir", Map.of("move", "abc", "raison", "Panne de voiture", "date", monday.toString()))
                .statusCode(409)
                .body(containsString("name=\"raison\" value=\"Panne de voiture\""));
        post(territory() + "/remplacement", Map.of("move", move, "raison", "Grippe"))
                .statusCode(303);
        assertThat(view().duties().first().get(monday))
                .isNotEqualTo(place.physicians().get(away).id());
        post(territory() + "/remplacement", Map.of("move", move, "raison", "Grippe"))
                .statusCode(409)
                .body(containsString("a changé de main"));
    }

    @Test
    @Whole
    void whoCanBeRungForADateIsListedAndTakesTheDuty() {
        publishByWeeks();
        LocalDate monday = place.monday(3);
        String found = page(territory() + "/ce-soir?date=" + monday)
                .statusCode(200)
                .body(containsString(place.name(place.holder(monday))))
                .body(containsString("href=\"tel:06"))
                .extract()
                .asString();
        post(
                        territory() + "/ce-soir",
                        Map.of("move", firstMove(found), "raison", "Panne de voiture", "date", monday.toString()))
                .statusCode(303);
        assertThat(view().duties().first().get(monday))
                .isNotEqualTo(place.physicians().get(place.holder(monday)).id());
    }

    @Test
    void wishesAreWrittenDownForAPhysicianAndTakenAway() {
        String sheet = territory() + "/souhaits/" + place.id(4);
        LocalDate first = place.quarter().first();
        String seen = version(sheet);
        wish(sheet, Map.of("souhait", "AWAY", "du", "%1$td/%1$tm/%1$tY".formatted(first), "au", first.plusDays(3) + ""))
                .statusCode(303);
        post(sheet, Map.of("version", seen, "souhait", "PREFER", "du", first.toString(), "poids", "1"))
                .statusCode(409)
                .body(containsString("entre-temps"))
                .body(containsString("value=\"" + first + "\""))
                .body(containsString("Indisponible du"));
        wish(sheet, Map.of("souhait", "AVOID", "du", first.plusDays(9).toString(), "poids", "3"))
                .statusCode(303);
        wish(sheet, Map.of("souhait", "AWAY", "du", first.plusDays(9).toString(), "au", first.toString()))
                .statusCode(400)
                .body(containsString("href=\"#au\""));
        wish(sheet, "/volontariat", Map.of("volontariat", "WEEK_ENDS_ONLY", "maximum", "9"))
                .statusCode(303);
        String overview = page(territory() + "/souhaits?trimestre=" + place.quarter())
                .extract()
                .asString();
        assertThat(overview).contains("week-ends seulement, 9 jours au plus", "(4 jours)");
        String key = page(sheet)
                .extract()
                .asString()
                .split("name=\"cle\" value=\"", 2)[1]
                .split("\"", 2)[0];
        wish(sheet, "/retrait", Map.of("cle", key)).statusCode(303);
        Wishes kept = wishes.of(place.physicians().get(4).id());
        assertThat(kept.unavailabilities()).isEmpty();
        assertThat(kept.preferences()).hasSize(1);
    }

    private ValidatableResponse wish(String sheet, Map<String, String> fields) {
        return wish(sheet, "", fields);
    }

    /** As somebody sends it who sees the sheet as it is now. */
    private ValidatableResponse wish(String sheet, String act, Map<String, String> fields) {
        var seen = new java.util.HashMap<>(fields);
        seen.put("version", version(sheet));
        return post(sheet + act, seen);
    }

    private String version(String sheet) {
        return page(sheet)
                .extract()
                .asString()
                .split("name=\"version\" value=\"", 2)[1]
                .split("\"", 2)[0];
    }

    @Test
    void aFileIsTriedThenWritten() {
        String bad = "médecin;souhait;du\nSéquoia;indisponible;03/08/2027\n";
        upload(bad, "essai").statusCode(422).body(containsString("rien n’est écrit"));
        String good = "médecin;souhait;du;valeur\nIf;maximum;;13\n";
        upload(good, "essai").statusCode(200).body(containsString("Essai sans problème"));
        assertThat(wishes.of(place.physicians().get(7).id()).maxDutyDays()).isEmpty();
        upload(good, "ecrire").statusCode(200).body(containsString("ligne écrite"));
        assertThat(wishes.of(place.physicians().get(7).id()).maxDutyDays()).hasValue(13);
    }

    @Test
    void theTerritorysCalendarIsSubscribedToUntilItsAddressIsRevoked() {
        String shown = post(territory() + "/agenda", Map.of("acte", "creer"))
                .statusCode(200)
                .extract()
                .asString();
        String address = shown.split("class=\"secret\">", 2)[1].split("<", 2)[0];
        String path = address.substring(address.indexOf("/api/"));
        given().get(path).then().statusCode(200).contentType(containsString("text/calendar"));
        page(territory() + "/fichiers").body(not(containsString("token=")));
        post(territory() + "/agenda", Map.of("acte", "revoquer")).statusCode(200);
        given().get(path).then().statusCode(404);
    }

    @Test
    void settingsAreCheckedExplainedAndTraced() {
        page(territory() + "/reglages").body(containsString("deux semaines"));
        Map<String, String> chosen =
                Map.of("quota", "99", "repos", "2", "espacement", "4", "recours", "EVERY_DAY", "raison", "Essai");
        post(territory() + "/reglages", chosen).statusCode(400).body(containsString("de 1 à 92"));
        post(
                        territory() + "/reglages",
                        Map.of(
                                "quota",
                                "\u00a010\u202f",
                                "repos",
                                "2",
                                "espacement",
                                "4",
                                "recours",
                                "EVERY_DAY",
                                "raison",
                                "Essai",
                                "version",
                                "0"))
                .statusCode(303);
        post(
                        territory() + "/reglages",
                        Map.of("quota", "9", "repos", "2", "espacement", "4", "raison", "Autre", "version", "0"))
                .statusCode(409)
                .body(containsString("Vos valeurs sont gardées"))
                .body(containsString("<a href=\"#quota\">"))
                .body(containsString("en vigueur, 10</a>"))
                .body(not(containsString("<a href=\"#repos\">")))
                .body(containsString("name=\"version\" value=\"1\""))
                .body(containsString("value=\"9\""))
                .body(containsString("value=\"Autre\""));
        page(territory() + "/historique").body(containsString("Quota de 10 jours"));
    }

    @Test
    @Whole
    void whoLeftIsChosenForNothingButToBeReplaced() {
        publishByWeeks();
        int leaver = place.holder(place.monday(2));
        String choice = "<option value=\"" + place.id(leaver) + "\"";
        page(territory() + "/echanges").body(containsString(choice));
        world.leave(place.physicians().get(leaver), LocalDate.now(java.time.ZoneId.of("Europe/Paris")));
        page(territory() + "/echanges").body(not(containsString(choice)));
        page(territory() + "/remplacement").body(containsString(choice));
    }

    @Test
    void aSwapIsProposedForAPhysicianOrRefusedByARule() {
        publishByWeeks();
        LocalDate given = place.monday(1);
        LocalDate taken = place.monday(2);
        Map<String, String> swap = Map.of(
                "proposant", place.id(place.holder(given)),
                "autre", place.id(place.holder(taken)),
                "laisse", given.toString(),
                "prend", taken.toString(),
                "raison", "Mariage");
        wishes.keep(
                place.physicians().get(place.holder(taken)).id(),
                Wishes.none().unavailable(List.of(new fr.appui.planning.Unavailability.During(DateRange.on(given)))));
        post(territory() + "/echanges", swap).statusCode(409).body(containsString("indisponible"));
        wishes.keep(place.physicians().get(place.holder(taken)).id(), Wishes.none());
        assertThat(post(territory() + "/echanges", swap).extract().statusCode()).isIn(200, 303);
        page(territory() + "/echanges").body(containsString("proposé")).body(containsString("Mariage"));
    }

    @Test
    void aSearchThatCannotSucceedSaysWhyAndWhatWouldHelp() {
        LocalDate monday = place.monday(5);
        place.physicians()
                .forEach(one -> wishes.keep(
                        one.id(),
                        Wishes.none()
                                .unavailable(
                                        List.of(new fr.appui.planning.Unavailability.During(DateRange.on(monday))))));
        String followed = post(rota() + "/calcul", Map.of("duree", "20"))
                .statusCode(303)
                .extract()
                .header("Location");
        String path = followed.substring(followed.indexOf("/planning/"));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> !page(path).extract().asString().contains("Le calcul est en cours"));
        page(path)
                .body(containsString("Aucun planning ne respecte toutes les règles"))
                .body(containsString("aucun volontaire disponible"));
        post(rota() + "/calcul", Map.of("duree", "0")).statusCode(400).body(containsString("href=\"#duree\""));
    }

    @Test
    void anotherTerritorysCoordinatorIsKeptOutAndAFormOfAnotherSiteToo() {
        Place other = world.create();
        page("/planning/" + other.code()).statusCode(403);
        page("/planning")
                .body(containsString("/planning/" + place.code()))
                .body(not(containsString(other.code() + "\"")));
        visitor()
                .formParam("du", place.monday(1).toString())
                .post(rota())
                .then()
                .statusCode(400);
    }

    @Test
    @Whole
    void whoPractisesNoMoreIsNotAskedForWishesAndWhoIsShownHasNotAnsweredYet() {
        world.leave(place.physicians().get(7), place.quarter().first());
        String quarter = "?trimestre=" + place.quarter();
        post(
                        territory() + "/recueil",
                        Map.of(
                                "trimestre",
                                place.quarter().toString(),
                                "echeance",
                                place.quarter().first().plusDays(1).toString()))
                .statusCode(303);
        page(territory() + "/souhaits" + quarter)
                .body(containsString("0 réponse sur 7"))
                .body(containsString("pas sollicité"))
                .body(not(containsString("care\"></span>")));
        for (int physician = 1; physician < 7; physician++) {
            answer(physician);
        }
        page(territory() + "/souhaits/" + place.id(0) + "/calendrier" + quarter)
                .body(containsString("Revenir à la liste"))
                .body(not(containsString("Tous ont répondu")));
        answer(0);
        page(territory() + "/souhaits/" + place.id(0) + "/calendrier" + quarter)
                .body(containsString("Tous ont répondu"));
    }

    private void answer(int physician) {
        post(
                        territory() + "/souhaits/" + place.id(physician) + "/reponse",
                        Map.of("trimestre", place.quarter().toString()))
                .statusCode(303);
    }

    private ValidatableResponse upload(String file, String act) {
        Response form = visitor().get(territory() + "/fichiers");
        String csrf = form.cookie("csrf-token");
        return visitor()
                .cookie("csrf-token", csrf)
                .multiPart("csrf-token", csrf)
                .multiPart("contenu", "souhaits")
                .multiPart("acte", act)
                .multiPart("fichier", "souhaits.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(territory() + "/fichiers")
                .then();
    }

    private ValidatableResponse post(String path, Map<String, String> fields) {
        return Browse.post(session, "/planning", path, fields);
    }

    private ValidatableResponse page(String path) {
        return visitor().get(path).then();
    }

    private RequestSpecification visitor() {
        return Browse.as(session);
    }

    private static String firstMove(String html) {
        Matcher move = MOVE.matcher(html);
        assertThat(move.find()).isTrue();
        return move.group(1);
    }

    private void publishByWeeks() {
        byte[] file = place.rotaByWeeks().getBytes(StandardCharsets.UTF_8);
        assertThat(imports.rota(place.code(), place.quarter(), file, false, act())
                        .written())
                .isTrue();
        publications.publish(place.code(), place.quarter(), false, act());
    }

    private RotaView view() {
        return reader.view(place.code(), place.quarter()).orElseThrow();
    }

    private Act act() {
        return new Act("essai", "essai", clock.instant());
    }

    private String rota() {
        return territory() + "/" + place.quarter();
    }

    private String territory() {
        return "/planning/" + place.code();
    }
}
