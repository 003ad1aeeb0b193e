package fr.appui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Duty;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a Saturday evening the physician on duty is replaced: every page says from then on what calls are decided from. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class TonightIT {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
    private static final Pattern ASKABLE =
            Pattern.compile("<li class=\"card\"><h2>([^<]+)</h2>.*?name=\"move\" value=\"([^\"]+)\"", Pattern.DOTALL);

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    PublishedRotas rotas;

    @Inject
    CurrentRota snapshot;

    @Inject
    Clock clock;

    private Place place;
    private String session;
    private int former;

    @BeforeEach
    void aPublishedQuarterUnderWay() {
        AdministratorByDefault.nobody();
        Place next = world.create();
        place = new Place(next.code(), next.physicians(), next.quarter().previous());
        former = place.holder(SATURDAY);
        List<Duty> duties = new DateRange(
                        place.quarter().first(), place.quarter().last())
                .dates()
                .map(date -> new Duty(date, 1, physician(place.holder(date))))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), place.quarter(), 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
        session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
    }

    @Test
    void whoTakesOverIsWhoThePagesSayIsOnDuty() {
        MatchResult taker = askable(page(tonight()).body(containsString("D’astreinte&nbsp;: " + place.name(former))));
        String told = replacedBy(taker);
        assertThat(told)
                .contains("C’est fait", taker.group(1) + " est d’astreinte jusqu’à 8\u00a0h\u00a030")
                .contains("D’astreinte&nbsp;: " + place.name(former) + " jusqu’à ", ", puis " + taker.group(1) + ".")
                .doesNotContain("<h2>" + taker.group(1) + "</h2>");
        assertThat(called()).isEqualTo(physician(number(taker.group(1))));

        page(rota())
                .body(containsString(cell(number(taker.group(1)), "off first relay")))
                .body(containsString("premier rang, de 21\u00a0h"));
        page(rota() + "?vue=calendrier")
                .body(containsString(place.name(former) + " jusqu’à 21\u00a0h"))
                .body(containsString("puis " + taker.group(1)));
        page(rota() + "?date=" + SATURDAY).body(containsString(", puis " + taker.group(1) + " au premier rang"));
    }

    @Test
    void homeSaysFirstWhoIsRungTonightAtWhichNumberAndWhoFollows() {
        String number =
                place.physicians().get(former).numbers().getFirst().number().national();
        page("/")
                .body(containsString("En ce moment, jusqu’à 8\u00a0h\u00a030"))
                .body(containsString("<strong>" + place.name(former) + "</strong>"))
                .body(containsString("pas encore confirmé"))
                .body(containsString(number))
                .body(containsString("Aucun appel encore"));
        MatchResult taker = askable(page(tonight()));
        replacedBy(taker);
        page("/")
                .body(containsString("<strong>" + taker.group(1) + "</strong>"))
                .body(not(containsString("<strong>" + place.name(former) + "</strong>")));
        session = visitors.session(visitors.account(List.of(Grant.over(Role.ARS_READER, place.code()))));
        page("/").body(not(containsString(number)));
    }

    @Test
    void whoTookOverCanBeReplacedInTurn() {
        MatchResult second = askable(page(tonight()));
        replacedBy(second);
        MatchResult third = askable(page(tonight()));
        assertThat(replacedBy(third)).contains(", puis " + third.group(1) + ".");
        assertThat(called()).isEqualTo(physician(number(third.group(1))));
    }

    @Test
    void anActOnADateToComeSaysWhoHoldsItNow() {
        LocalDate monday = SATURDAY.plusDays(9);
        int other = place.holder(monday) == 7 ? 6 : 7;
        String next = post(rota(), Map.of("du", monday.toString(), "medecin", place.id(other), "raison", "Congrès"))
                .statusCode(303)
                .extract()
                .header("Location");
        page(next.substring(next.indexOf("/planning/")).replaceFirst("#.*", ""))
                .body(containsString("C’est fait"))
                .body(containsString("lundi 23 novembre 2026\u00a0: " + place.name(other) + " au premier rang"));
        page(rota()).body(not(containsString("C’est fait")));
    }

    @Test
    void aPartAfterMidnightIsDatedOnTheDayItBegins() {
        int other = (former + 1) % 8;
        Instant late = Instant.parse("2026-11-15T02:19:00Z");
        rotas.record(new Substitution(
                UUID.randomUUID(),
                new Slot(place.code(), SATURDAY, 1),
                Substitution.Kind.OVERRIDE,
                Optional.of(physician(other)),
                Substitution.Effect.from(late),
                new Substitution.Act("essai", "Relève", clock.instant())));
        session = visitors.session(visitors.physician(physician(other)));
        page("/mes-astreintes")
                .body(containsString(
                        "<strong>dimanche 15 novembre 2026</strong>, 3\u00a0h\u00a019 – 8\u00a0h\u00a030"));
    }

    private PhysicianId called() {
        assertThat(snapshot.refresh()).isTrue();
        return ((OnDuty.Open) snapshot.current().onDuty(place.code(), clock.instant()))
                .ladder()
                .getFirst()
                .physician();
    }

    private String cell(int physician, String kinds) {
        return "data-date=\"" + SATURDAY + "\" data-who=\"" + place.id(physician) + "\" class=\"" + kinds + "\"";
    }

    /** @return the page that answers */
    private String replacedBy(MatchResult taker) {
        String next = post(
                        "/planning/" + place.code() + "/ce-soir",
                        Map.of("move", taker.group(2), "raison", "Malade", "date", SATURDAY.toString()))
                .statusCode(303)
                .extract()
                .header("Location");
        return page(next.substring(next.indexOf("/planning/")).replaceFirst("#.*", ""))
                .extract()
                .asString();
    }

    private static MatchResult askable(ValidatableResponse page) {
        return ASKABLE.matcher(page.statusCode(200).extract().asString())
                .results()
                .findFirst()
                .orElseThrow();
    }

    private int number(String name) {
        for (int i = 0; i < place.physicians().size(); i++) {
            if (place.name(i).equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is nobody of the place");
    }

    private PhysicianId physician(int number) {
        return place.physicians().get(number).id();
    }

    private String tonight() {
        return "/planning/" + place.code() + "/ce-soir?date=" + SATURDAY;
    }

    private String rota() {
        return "/planning/" + place.code() + "/" + place.quarter();
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
}
