package fr.appui.web.wishes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishDesk;
import fr.appui.web.rotas.PlanningWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes that several screens, the coordination and a program change at the same moment. */
@QuarkusTest
class WishesIT {

    private static final int TAPS = 12;

    @Inject
    PlanningWorld world;

    @Inject
    WishDesk desk;

    private PlanningWorld.Place place;
    private PhysicianId physician;
    private String address;
    private LocalDate first;

    @BeforeEach
    void aPhysician() {
        place = world.create(List.of("Acacia"));
        physician = place.physicians().getFirst().id();
        address = "/api/physicians/" + physician + "/wishes";
        first = place.quarter().first();
    }

    @Test
    void tapsAtTheSameMomentAreAllKept() throws Exception {
        List<LocalDate> days =
                IntStream.range(0, TAPS).mapToObj(i -> first.plusDays(2L * i)).toList();
        try (var screens = Executors.newFixedThreadPool(TAPS)) {
            List<Callable<WishDesk.Answer>> taps = days.stream()
                    .<Callable<WishDesk.Answer>>map(day -> () -> desk.change(physician, any -> true, awayOn(day)))
                    .toList();
            for (var tap : screens.invokeAll(taps)) {
                assertThat(tap.get()).isInstanceOf(WishDesk.Answer.Kept.class);
            }
        }
        Wishes kept = desk.of(physician).wishes();
        assertThat(days).allMatch(kept::unavailableOn);
    }

    @Test
    void ofTwoWhoSawTheSameOnlyOneIsKeptAndTheOtherSeesIt() throws Exception {
        String seen = desk.of(physician).version();
        try (var screens = Executors.newFixedThreadPool(2)) {
            List<Callable<WishDesk.Answer>> both = List.of(
                    () -> desk.change(physician, seen, awayOn(first)),
                    () -> desk.change(physician, seen, awayOn(first.plusDays(7))));
            List<WishDesk.Answer> answers = new ArrayList<>();
            for (var answer : screens.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .filteredOn(WishDesk.Answer.Kept.class::isInstance)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(WishDesk.Answer.Stale.class::isInstance)
                    .singleElement()
                    .isEqualTo(new WishDesk.Answer.Stale(desk.of(physician)));
        }
    }

    @Test
    void aProgramSaysWhichVersionItChanges() {
        put(null, Map.of()).statusCode(428);
        String read = given().get(address).header("ETag");
        String changed =
                put(read, Map.of("maxDutyDays", 9)).statusCode(200).extract().header("ETag");
        put(read, Map.of("maxDutyDays", 3))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", containsString("entre-temps"));
        given().get(address).then().header("ETag", changed).body("maxDutyDays", equalTo(9));
        put(changed, Map.of("maxDutyDays", 93)).statusCode(400).body("errors[0].field", equalTo("maxDutyDays"));
    }

    /** The limit is the domain's: what a file, a page or a program adds counts alike. */
    @Test
    void theLimitIsTheSameForAFile() {
        var csv = new StringBuilder("médecin;souhait;du\n");
        IntStream.range(0, 501)
                .forEach(i -> csv.append("Acacia;indisponible;")
                        .append(first.plusDays(2L * i))
                        .append('\n'));
        given().contentType("text/csv")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8))
                .post(place.address() + "/wishes/import")
                .then()
                .statusCode(422)
                .body("problems[0].message", containsString("au plus 500 périodes"));
        assertThat(desk.of(physician).wishes()).isEqualTo(Wishes.none());
    }

    private ValidatableResponse put(String version, Map<String, ?> body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (version == null ? request : request.header("If-Match", version))
                .put(address)
                .then();
    }

    private static UnaryOperator<Wishes> awayOn(LocalDate day) {
        return wishes -> {
            var away = new ArrayList<>(wishes.unavailabilities());
            away.add(new Unavailability.During(DateRange.on(day)));
            return wishes.unavailable(away);
        };
    }
}
