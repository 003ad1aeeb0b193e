package fr.appui.web.replacements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** « Je ne peux plus assurer »: which duty of the date is meant, {@code rung} of the API and {@code rang} of the page. */
@QuarkusTest
class RungOfRequestIT {

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    PublishedRotas rotas;

    @Inject
    Clock clock;

    private Place place;
    private LocalDate date;
    private String session;

    /** The first physician is on duty, the second behind them. */
    @BeforeEach
    void aQuarterWithBothRungs() {
        AdministratorByDefault.nobody();
        place = world.create();
        date = place.monday(2);
        List<Duty> duties = new DateRange(
                        place.quarter().first(), place.quarter().last())
                .dates()
                .flatMap(day -> Stream.of(new Duty(day, 1, physician(0)), new Duty(day, 2, physician(1))))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), place.quarter(), 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
    }

    @Test
    void theRungThatIsSaidIsGivenAndNoOther() {
        as(1);
        ask(1, "BACK_UP").statusCode(200).body("rung", equalTo("BACK_UP")).body("open", equalTo(true));
        as(0);
        ask(0, "FIRST").statusCode(200).body("rung", equalTo("FIRST"));
    }

    @Test
    void whereNoneIsSaidItIsTheOneTheyHold() {
        as(1);
        ask(1, null).statusCode(200).body("rung", equalTo("BACK_UP"));
        as(0);
        ask(0, null).statusCode(200).body("rung", equalTo("FIRST"));
    }

    @Test
    void aRungThatIsAnothersIsRefusedByItsField() {
        as(0);
        ask(0, "BACK_UP").statusCode(400);
        as(1);
        ask(1, "FIRST").statusCode(400);
        ask(1, "2").statusCode(400).body(containsString("rung"));
        ask(1, "THIRD").statusCode(400).body(containsString("rung"));
    }

    @Test
    void thePageSaysTheRungAsItShowsIt() {
        as(1);
        page("2").statusCode(303);
        own(1).body("items.find { it.date == '" + date + "' }.rung", equalTo("BACK_UP"));
    }

    @Test
    void aRungThatThePageNeverShowsIsRefusedInWords() {
        as(1);
        for (String rang : List.of("3", "deux", "-1", "22")) {
            page(rang).statusCode(400).body(containsString("rang"));
        }
        page("1").statusCode(409);
        own(1).body("total", equalTo(0));
        page("").statusCode(303);
        own(1).body("items[0].rung", equalTo("BACK_UP"));
    }

    private PhysicianId physician(int index) {
        return place.physicians().get(index).id();
    }

    private void as(int index) {
        session = visitors.session(visitors.physician(physician(index)));
    }

    private ValidatableResponse ask(int giver, @Nullable String rung) {
        Map<String, Object> body =
                new HashMap<>(Map.of("territory", place.code().value(), "date", date.toString()));
        if (rung != null) {
            body.put("rung", rung);
        }
        return RestAssured.given()
                .cookie("appui", session)
                .contentType("application/json")
                .body(body)
                .post(requests(giver))
                .then();
    }

    private ValidatableResponse own(int giver) {
        return RestAssured.given()
                .cookie("appui", session)
                .get(requests(giver))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(String rang) {
        return Browse.post(
                session,
                "/mes-astreintes",
                "/mes-remplacements",
                Map.of("territoire", place.code().value(), "date", date.toString(), "rang", rang));
    }

    private String requests(int giver) {
        return "/api/physicians/" + place.id(giver) + "/replacement-requests";
    }
}
