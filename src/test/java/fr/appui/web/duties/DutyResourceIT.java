package fr.appui.web.duties;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Directory;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteers;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Duty;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DutyResourceIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("TEST-PRESENCE");
    private static final SupportLine LINE =
            new SupportLine(PhoneNumber.parse("03 53 01 77 77"), TERRITORY, LineSettings.defaults());
    private static final PhysicianId PHYSICIAN =
            new PhysicianId(UUID.fromString("00000000-0000-4000-8000-00000000f077"));
    private static final PhoneNumber USUAL = PhoneNumber.parse("06 39 98 00 77");

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Inject
    CurrentRota rota;

    @Inject
    Visitors visitors;

    @Inject
    Clock clock;

    /** The duty under way, or the next one. */
    private LocalDate date;

    @BeforeEach
    void aDutyOfThisPhysician() {
        saveTerritory();
        savePhysician();
        rota.refresh();
        date = switch (rota.current().onDuty(LINE, clock.instant())) {
            case OnDuty.Open open -> open.window().date();
            case OnDuty.Closed closed -> closed.next().orElseThrow().date();
        };
        Stream.of(date, date.plusDays(1), date.plusDays(2))
                .map(Quarter::of)
                .distinct()
                .forEach(this::publish);
    }

    @Test
    void aNumberIsUsedForThisDutyAloneAndAtOnce() {
        given().contentType(ContentType.JSON)
                .body("{\"number\":\"03 53 01 88 88\"}")
                .put(path(date) + "/number")
                .then()
                .statusCode(204);
        assertThat(numbersOn(date)).containsExactly(PhoneNumber.parse("03 53 01 88 88"));
        assertThat(numbersOn(date.plusDays(1))).containsExactly(USUAL);

        given().contentType(ContentType.JSON)
                .body("{\"number\":\"03 53 01 99 99\"}")
                .put(path(date) + "/number")
                .then()
                .statusCode(204);
        assertThat(numbersOn(date)).containsExactly(PhoneNumber.parse("03 53 01 99 99"));
    }

    @Test
    void aNumberThatNobodyCouldDialIsRefusedWithTheRemedy() {
        for (String written : List.of("abc", "15", "", "0899 00 00 00", "+1 900 555 1234")) {
            given().contentType(ContentType.JSON)
                    .body("{\"number\":\"" + written + "\"}")
                    .put(path(date) + "/number")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("number"))
                    .body("detail", containsString("06 12 34 56 78"));
        }
    }

    @Test
    void busyHoldsUntilTheEndOfTheDutyUnderWayOrUntilTheyAreBack() {
        boolean underWay = rota.current().onDuty(LINE, clock.instant()) instanceof OnDuty.Open;
        given().put(path(date.plusDays(2)) + "/busy").then().statusCode(409).body("detail", containsString("commenc"));
        given().put(path(date) + "/busy").then().statusCode(underWay ? 204 : 409);
        assertThat(reasonNow().contains("occupé")).isEqualTo(underWay);
        given().delete(path(date) + "/busy").then().statusCode(204);
        assertThat(reasonNow()).doesNotContain("occupé");
    }

    @Test
    void presenceIsConfirmedByATapAndTwiceDoesNoHarm() {
        given().post(path(date) + "/confirmation").then().statusCode(204);
        given().post(path(date) + "/confirmation").then().statusCode(204);
    }

    @Test
    void daysAheadAConfirmationSaysNothing() {
        given().post(path(date.plusDays(2)) + "/confirmation")
                .then()
                .statusCode(409)
                .body("detail", containsString("12 heures"));
    }

    @Test
    void withoutADutyThereIsNothingToConfirm() {
        given().post(path(date.minusYears(1)) + "/confirmation").then().statusCode(404);
        given().post("/api/physicians/" + PHYSICIAN + "/duties/hier/confirmation")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("date"));
    }

    @Test
    void nobodyConfirmsForSomebodyElse() {
        AdministratorByDefault.nobody();
        given().cookie("appui", visitors.session(visitors.physician(new PhysicianId(UUID.randomUUID()))))
                .contentType(ContentType.JSON)
                .post(path(date) + "/confirmation")
                .then()
                .statusCode(404);
    }

    private List<PhoneNumber> numbersOn(LocalDate day) {
        var evening = day.atTime(20, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
        return rota.current().onDuty(LINE, evening) instanceof OnDuty.Open open
                ? open.ladder().getFirst().numbers()
                : List.of();
    }

    private String reasonNow() {
        return rota.current().onDuty(LINE, clock.instant()) instanceof OnDuty.Open open ? open.reason() : "";
    }

    private static String path(LocalDate day) {
        return "/api/physicians/" + PHYSICIAN + "/duties/" + day;
    }

    private void publish(Quarter quarter) {
        int version = 1
                + rotas.inForce(TERRITORY, quarter).map(PublishedRota::version).orElse(0);
        List<Duty> duties = Stream.of(date, date.plusDays(1), date.plusDays(2))
                .filter(quarter::contains)
                .map(day -> new Duty(day, 1, PHYSICIAN))
                .toList();
        rotas.publish(new PublishedRota(
                TERRITORY, quarter, version, new PublishedRota.Publisher("coordination", clock.instant()), duties));
    }

    private void saveTerritory() {
        directory.save(new Territory(
                TERRITORY,
                "Présence (essai)",
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.of(LINE), Optional.empty()),
                Optional.empty()));
        if (calendars.perimeters(TERRITORY).isEmpty()) {
            LocalDate start = LocalDate.of(2026, 1, 1);
            calendars.save(
                    TERRITORY,
                    Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), start, start)
                            .agreed(start, "ARS 26"));
        }
    }

    private void savePhysician() {
        directory.save(Volunteers.territory());
        directory.save(Volunteers.establishment(Volunteers.HOST, EstablishmentKind.PUBLIC_HOSPITAL));
        directory.save(new Physician(
                PHYSICIAN,
                new PersonName("Paule", "Fictive"),
                new Rpps("10999900771"),
                new MailAddress("paule.fictive@exemple.fr"),
                Volunteers.career(Volunteers.HOST),
                List.of(ContactNumber.always(USUAL))));
    }
}
