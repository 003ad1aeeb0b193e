package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.calendar.Quarter;
import fr.appui.planning.DateRange;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is away on a date that a published rota gives them: they, their coordinator and the alerts know it at once. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class AwayOnDutyIT {

    private static final LocalDate FIRST_OF_DECEMBER = LocalDate.of(2026, 12, 1);

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    PublishedRotas rotas;

    @Inject
    NoticeRelay relay;

    @Inject
    Clock clock;

    private Place place;
    private int holder;
    private String physician;
    private String coordinator;

    @BeforeEach
    void aTerritoryWithItsCoordinatorAndOneOfItsPhysicians() {
        AdministratorByDefault.nobody();
        Place next = world.create();
        place = new Place(next.code(), next.physicians(), next.quarter().previous());
        holder = place.holder(FIRST_OF_DECEMBER);
        physician = visitors.session(
                visitors.physician(place.physicians().get(holder).id()));
        coordinator = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
    }

    @Test
    void aTapOnAPublishedDutyWarnsThePhysicianAndTheCoordinatorAtOnce() {
        publish(place.quarter(), date -> true);
        page(coordinator, planning()).body(containsString("Rien à signaler"));

        post(
                        physician,
                        "/mes-souhaits/jour",
                        Map.of("mois", "2026-12", "marque", "AWAY", "jour", FIRST_OF_DECEMBER.toString()))
                .statusCode(303);
        page(physician, "/mes-souhaits?mois=2026-12")
                .body(containsString("Vous restez d’astreinte"))
                .body(containsString(
                        "/mes-echanges/proposer?territoire=" + place.code() + "&amp;date=" + FIRST_OF_DECEMBER));
        String said = place.name(holder) + " s’est dit indisponible";
        page(coordinator, planning()).body(containsString(said)).body(not(containsString("Rien à signaler")));
        page(coordinator, "/").body(containsString(said)).body(containsString("Remplacer"));
        relay.relay();
        assertThat(MailServer.inbox("coordination" + place.code().value().substring("PLAN-".length()) + "@exemple.fr"))
                .hasSize(1);
        relay.relay();

        post(
                        physician,
                        "/mes-souhaits/jour",
                        Map.of("mois", "2026-12", "marque", "AWAY", "jour", FIRST_OF_DECEMBER.toString()))
                .statusCode(303);
        page(coordinator, planning()).body(containsString("Rien à signaler"));
    }

    @Test
    void aDateThatIsNotTheirsWarnsNobody() {
        publish(place.quarter(), date -> true);
        LocalDate free = FIRST_OF_DECEMBER.plusWeeks(1);
        post(physician, "/mes-souhaits/jour", Map.of("mois", "2026-12", "marque", "AWAY", "jour", free.toString()))
                .statusCode(303);
        page(physician, "/mes-souhaits?mois=2026-12").body(not(containsString("Vous restez d’astreinte")));
        page(coordinator, planning()).body(containsString("Rien à signaler"));
    }

    @Test
    void hoursThatNobodyHoldsAreAlertedBeforeAnyTimerLooks() {
        publish(place.quarter(), date -> !date.equals(FIRST_OF_DECEMBER));
        page(coordinator, planning())
                .body(containsString("Personne n’est d’astreinte"))
                .body(not(containsString("Rien à signaler")));
    }

    @Test
    void aDutyMoreThanAYearAheadIsAmongTheirOwn() {
        Quarter far = Quarter.of(LocalDate.of(2027, 12, 1));
        LocalDate held = LocalDate.of(2027, 12, 1);
        rotas.publish(new PublishedRota(
                place.code(),
                far,
                1,
                new PublishedRota.Publisher("essai", clock.instant()),
                List.of(new Duty(held, 1, place.physicians().get(holder).id()))));
        page(physician, "/mes-astreintes").body(containsString("mercredi 1er décembre 2027"));
    }

    private void publish(Quarter quarter, Predicate<LocalDate> held) {
        List<Duty> duties = new DateRange(quarter.first(), quarter.last())
                .dates()
                .filter(held)
                .map(date -> new Duty(
                        date, 1, place.physicians().get(place.holder(date)).id()))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), quarter, 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
    }

    private String planning() {
        return "/planning/" + place.code();
    }

    private static ValidatableResponse post(String session, String path, Map<String, String> fields) {
        return Browse.post(session, "/mes-souhaits", path, fields);
    }

    private static ValidatableResponse page(String session, String path) {
        return visitor(session).get(path).then().statusCode(200);
    }

    private static RequestSpecification visitor(String session) {
        return Browse.as(session);
    }
}
